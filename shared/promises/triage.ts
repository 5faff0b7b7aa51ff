import * as z from 'zod';
import type { Kind } from './policy';
import {
  ANSWERS,
  type AnswerTo,
  type Clause,
  type Pattern,
  QUESTIONS,
  type Question,
  type QuestionId,
  RULES,
} from './triage-table';

export type { Clause, Question, TriageRule } from './triage-table';

/** What has been answered so far; only questions that are asked, given the others, have an answer. */
export type Answers = { readonly [Q in QuestionId]?: AnswerTo<Q> };

export type Triage =
  | { readonly is: 'decided'; readonly kind: Kind; readonly clause: Clause }
  | { readonly is: 'incomplete'; readonly ask: Question };

/** What kind of inquiry it is (P2, P16, P18), by the answers of who looked at it; or what has yet to be asked. */
export function triageBy(answers: Answers): Triage {
  const ask = QUESTIONS.find((question) => isAsked(question, answers) && answers[question.id] === undefined);
  if (ask) return { is: 'incomplete', ask };
  const rule = RULES.find(({ when }) => fits(when, answers));
  if (!rule) throw new RangeError(`No rule of triage decides ${JSON.stringify(answers)}.`);
  return { is: 'decided', kind: rule.kind, clause: rule.clause };
}

/** The clause that a history names; nothing where no rule has it any more. */
export const clauseNamed = (id: string): Clause | undefined => RULES.find(({ clause }) => clause.id === id)?.clause;

const isAsked = ({ askedWhen }: Question, answers: Answers): boolean => fits(askedWhen, answers);

const fits = (pattern: Pattern, answers: Answers): boolean =>
  QUESTIONS.every(({ id }) => isOneOf(pattern[id], answers[id]));

const isOneOf = (wanted: readonly string[] | undefined, given: string | undefined): boolean =>
  wanted === undefined || (given !== undefined && wanted.includes(given));

const answerTo = <Q extends QuestionId>(question: Q) =>
  z
    .enum(ANSWERS[question], `“${question}” is answered with ${listed(ANSWERS[question])}.`)
    .describe(QUESTIONS.find(({ id }) => id === question)?.en ?? question)
    .exactOptional();

/**
 * Answers as somebody gives them; they may be incomplete. An answer to what is not asked is refused and never ignored:
 * whoever says “request” and “data is lost” in one breath has to be asked again, and the history keeps what decided.
 */
export const answersSchema = z
  .strictObject(
    {
      about: answerTo('about'),
      service: answerTo('service'),
      data: answerTo('data'),
      function: answerTo('function'),
      wayRound: answerTo('wayRound'),
      documentation: answerTo('documentation'),
    },
    { error: unknownQuestion },
  )
  .superRefine((answers, found) => {
    for (const question of QUESTIONS)
      if (answers[question.id] !== undefined && !isAsked(question, answers))
        found.addIssue({ code: 'custom', path: [question.id], message: notAsked(question) });
  });

function unknownQuestion({ code, keys = [] }: { code?: string; keys?: readonly string[] }): string | undefined {
  if (code !== 'unrecognized_keys') return undefined;
  return `There is no question ${listed(keys)}. The questions are ${listed(Object.keys(ANSWERS), 'and')}.`;
}

function notAsked({ id, askedWhen }: Question): string {
  const conditions = Object.entries(askedWhen).map(([question, wanted]) => `“${question}” is ${listed(wanted)}`);
  return `“${id}” is asked only when ${conditions.join(' and ')}. Leave it out, or correct the other answers.`;
}

function listed(ids: readonly string[], joint = 'or'): string {
  const [last = '', ...before] = ids.map((id) => `“${id}”`).toReversed();
  return before.length === 0 ? last : `${before.toReversed().join(', ')} ${joint} ${last}`;
}
