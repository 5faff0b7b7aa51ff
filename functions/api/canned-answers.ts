import { answersFor, removeAnswer } from '../../shared/desk/canned-answers';
import { FIELDS } from '../../shared/mail/letters/canned';
import { cannedAnswer } from '../../shared/mail/letters/canned-answer';
import { jsonOf } from '../edge/request';
import { json, noContent, type Response } from '../edge/response';
import { nothing } from './bodies';
import type { Call, Route } from './route';
import { ticketIn } from './ticket-number';

/** Answers that are written beforehand, in both languages, with fields that a ticket fills. */
export const CANNED_ANSWER_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/answers',
    does: 'List the canned answers, and the fields that there are.',
    answer: list,
  },
  {
    method: 'POST',
    path: '/api/answers',
    does: 'Keep a canned answer; one of the same id is replaced.',
    body: cannedAnswer,
    answer: keep,
  },
  {
    method: 'POST',
    path: '/api/answers/{id}/removal',
    does: 'Take a canned answer away.',
    body: nothing,
    answer: remove,
  },
  {
    method: 'GET',
    path: '/api/tickets/{id}/answers',
    does: "List the canned answers for the ticket's kind, filled in its language. What is missing, the agent writes.",
    answer: fitting,
  },
];

async function list({ desk }: Call): Promise<Response> {
  return json(200, { answers: await desk.cannedAnswers.all(), fields: FIELDS });
}

async function keep({ desk, request }: Call): Promise<Response> {
  const answer = cannedAnswer.parse(jsonOf(request));
  await desk.cannedAnswers.keep(answer);
  return json(200, answer);
}

async function remove({ desk, request, parameters }: Call): Promise<Response> {
  nothing.parse(jsonOf(request));
  await removeAnswer(desk)(parameters['id'] ?? '');
  return noContent;
}

async function fitting(call: Call): Promise<Response> {
  return json(200, await answersFor(call.desk)(ticketIn(call), call.agent));
}
