import * as z from 'zod';
import { handle } from '../../shared/desk/handle';
import { logCall } from '../../shared/desk/log-call';
import { QUEUES } from '../../shared/desk/ports';
import { parseIsoWeek } from '../../shared/promises/iso-week';
import { commandId } from '../../shared/ticket/ids';
import { Refusal } from '../../shared/ticket/refusal';
import { jsonOf } from '../edge/request';
import { json, type Response } from '../edge/response';
import { ACTS, type ActRoute } from './acts';
import { ATTACHMENT_ROUTES } from './attachments';
import { phoneCall } from './bodies';
import { tellWhatCameBetween } from './came-between';
import { CANNED_ANSWER_ROUTES } from './canned-answers';
import { cursorIn, cursorOut } from './cursor';
import { INCIDENT_ACTS, INCIDENT_ROUTES } from './incidents';
import { isoIn } from './iso';
import { MAINTENANCE_ROUTES } from './maintenance';
import { describeApi } from './openapi';
import { ORGANISATION_ROUTES } from './organisations';
import { PROMISE_ROUTES } from './promise';
import { RELEASE_ROUTES } from './releases';
import { reportJson } from './report-json';
import { type Call, onceKey, type Route } from './route';
import { STAFF_ROUTES } from './staff';
import { rowJson, ticketJson } from './ticket-json';
import { ticketIn } from './ticket-number';
import { TRIAGE_ROUTES } from './triage';

const listQuery = z.object({
  queue: z.enum(QUEUES).default('open'),
  cursor: cursorIn.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const ROUTES: readonly Route[] = [
  { method: 'GET', path: '/api/tickets', does: 'List a queue, a page at a time.', query: listQuery, answer: list },
  { method: 'POST', path: '/api/tickets', does: 'Log a phone call.', body: phoneCall, answer: call },
  { method: 'GET', path: '/api/tickets/{id}', does: 'Read a ticket with its history.', answer: read },
  ...[...ACTS, ...INCIDENT_ACTS].map(routeOf),
  ...ATTACHMENT_ROUTES,
  ...PROMISE_ROUTES,
  ...MAINTENANCE_ROUTES,
  ...TRIAGE_ROUTES,
  ...RELEASE_ROUTES,
  ...INCIDENT_ROUTES,
  ...CANNED_ANSWER_ROUTES,
  ...ORGANISATION_ROUTES,
  ...STAFF_ROUTES,
  { method: 'GET', path: '/api/reports/{isoWeek}', does: 'Read the report of a week.', answer: report },
  {
    method: 'GET',
    path: '/api/openapi.json',
    does: 'Read this description.',
    answer: async () => json(200, describeApi(ROUTES)),
  },
];

async function list({ desk, agent, request }: Call): Promise<Response> {
  const { queue, cursor, limit } = listQuery.parse(request.query);
  const { now, policies } = await desk.circumstances();
  const policy = policies.inForce(now);
  const page = await desk.lists.page(queue, { agent: agent.id, now, limit, ...(cursor && { cursor }) });
  return json(200, {
    tickets: page.tickets.map((row) => rowJson(row, policy)),
    cursor: cursorOut(page.cursor),
  });
}

async function call(call: Call): Promise<Response> {
  const { desk, agent, request } = call;
  const body = phoneCall.parse(jsonOf(request));
  const id = await logCall(desk)(body, agent, onceKey(call));
  return json(201, await ticketJson(desk, id));
}

async function read(call: Call): Promise<Response> {
  return json(200, await ticketJson(call.desk, ticketIn(call)));
}

function routeOf(act: ActRoute): Route {
  const answer = async (call: Call) => {
    const { desk, agent, request } = call;
    const id = ticketIn(call);
    const command = await act.command(act.body.parse(jsonOf(request)), agent.id, desk, id);
    await handle(desk)(id, command, commandId(onceKey(call))).catch(tellWhatCameBetween(desk));
    return json(200, await ticketJson(desk, id));
  };
  return { method: 'POST', path: `/api/tickets/{id}/${act.name}`, does: act.does, body: act.body, answer };
}

async function report({ desk, parameters }: Call): Promise<Response> {
  const week = parseIsoWeek(parameters['isoWeek'] ?? '');
  if (!week) throw new Refusal('bad-request', 'A week is written like 2026-W47.');
  const kept = await desk.reports.kept(week);
  if (!kept)
    throw new Refusal(
      'no-such-report',
      `No report has been made for ${week}. A week is reported on the Monday after it.`,
    );
  const { now, policies } = await desk.circumstances();
  return json(200, reportJson(kept.report, isoIn(policies.inForce(now))));
}
