import * as z from 'zod';
import { handle } from '../../shared/desk/handle';
import { logCall } from '../../shared/desk/log-call';
import type { Desk, Queue } from '../../shared/desk/ports';
import { requestKey } from '../../shared/desk/routing';
import { parseIsoWeek } from '../../shared/promises/iso-week';
import { commandId, type TicketId, ticketIdOf } from '../../shared/ticket/ids';
import { Refusal } from '../../shared/ticket/refusal';
import type { Agent } from '../../shared/ticket/staff';
import { jsonOf, type Request } from '../edge/request';
import { json, type Response } from '../edge/response';
import { ACTS, type ActRoute } from './acts';
import { phoneCall } from './bodies';
import { tellWhatCameBetween } from './came-between';
import { isoIn } from './iso';
import { describeApi } from './openapi';
import { reportJson } from './report-json';
import { rowJson, ticketJson } from './ticket-json';

/** A route of the API: `{name}` in its path is a parameter. */
export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly does: string;
  readonly body?: z.ZodType;
  readonly query?: z.ZodObject;
  readonly answer: (call: Call) => Promise<Response>;
}

/** A request by somebody we know, with the parameters of its path. */
export interface Call {
  readonly desk: Desk;
  readonly agent: Agent;
  readonly request: Request;
  readonly parameters: Readonly<Record<string, string>>;
}

const QUEUES = [
  'open',
  'level2',
  'level3',
  'mine',
  'overdue',
  'waiting',
  'resolved',
  'parked',
] as const satisfies readonly Queue[];

// A place in a queue, as the lists give it: an instant and a ticket's number.
const POSITION = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z#[\dA-Z]{4}-[\dA-Z]{4}$/;

const cursor = z
  .string()
  .transform((text) => Buffer.from(text, 'base64url').toString('utf8'))
  .refine((position) => POSITION.test(position), 'A cursor is taken over from the answer before, as it is.');

const listQuery = z.object({
  queue: z.enum(QUEUES).default('open'),
  cursor: cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const ROUTES: readonly Route[] = [
  { method: 'GET', path: '/api/tickets', does: 'List a queue, a page at a time.', query: listQuery, answer: list },
  { method: 'POST', path: '/api/tickets', does: 'Log a phone call.', body: phoneCall, answer: call },
  { method: 'GET', path: '/api/tickets/{id}', does: 'Read a ticket with its history.', answer: read },
  ...ACTS.map(routeOf),
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
  const { now, policy } = await desk.circumstances();
  const page = await desk.lists.page(queue, { agent: agent.id, now, limit, ...(cursor && { cursor }) });
  return json(200, {
    tickets: page.tickets.map((row) => rowJson(row, policy)),
    cursor: page.cursor ? Buffer.from(page.cursor).toString('base64url') : null,
  });
}

async function call({ desk, agent, request }: Call): Promise<Response> {
  const body = phoneCall.parse(jsonOf(request));
  const id = await logCall(desk)(body, agent, onceKey(desk, agent, request));
  return json(201, await ticketJson(desk, id));
}

async function read({ desk, parameters }: Call): Promise<Response> {
  return json(200, await ticketJson(desk, idOf(parameters)));
}

function routeOf(act: ActRoute): Route {
  const answer = async ({ desk, agent, request, parameters }: Call) => {
    const id = idOf(parameters);
    const command = await act.command(act.body.parse(jsonOf(request)), agent.id, desk);
    await handle(desk)(id, command, commandId(onceKey(desk, agent, request))).catch(tellWhatCameBetween(desk));
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
  const { policy } = await desk.circumstances();
  return json(200, reportJson(kept.report, isoIn(policy)));
}

function idOf({ id = '' }: Readonly<Record<string, string>>): TicketId {
  const ticket = ticketIdOf(id);
  if (ticket) return ticket;
  throw new Refusal('no-such-ticket', `“${id}” is no ticket number. One looks like 7K3M-Q9XD.`);
}

// With a key of the caller's own, the same request sent twice acts once; without one, each is an act of its own.
function onceKey(desk: Desk, agent: Agent, { headers, path }: Request): string {
  const key = headers['idempotency-key'];
  return key ? requestKey(agent.id, path, key) : desk.newMark();
}
