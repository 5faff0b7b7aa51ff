import * as z from 'zod';
import { handle } from '../../shared/desk/handle';
import { attachTickets, suggestions } from '../../shared/desk/incidents';
import { keepWords } from '../../shared/desk/keep-words';
import { mergeTickets } from '../../shared/desk/merge';
import { openedTicket } from '../../shared/desk/opened-ticket';
import type { Act } from '../../shared/ticket/command';
import { commandId, type TicketId, ticketIdOf } from '../../shared/ticket/ids';
import { Refusal } from '../../shared/ticket/refusal';
import { jsonOf } from '../edge/request';
import { json, type Response } from '../edge/response';
import * as bodies from './bodies';
import { isoIn } from './iso';
import { type Call, onceKey, type Route } from './route';
import { ticketJson } from './ticket-json';

const number = z
  .string()
  .transform((text, found) => ticketIdOf(text) ?? unknown(text, found))
  .describe('A ticket’s number, like 7K3M-Q9XD.');

function unknown(text: string, found: z.core.$RefinementCtx): never {
  found.addIssue({ code: 'custom', message: `“${text}” is no ticket number. One looks like 7K3M-Q9XD.` });
  return z.NEVER;
}

const merging = z.strictObject({ into: number });
const linking = z.strictObject({ to: number });
const detaching = z.strictObject({ ticket: number });
const attaching = z.union(
  [
    z.strictObject({ tickets: z.array(number).min(1, 'Name the tickets.').max(1_000, 'At most 1,000 at a time.') }),
    z.strictObject({ suggested: z.literal(true) }),
    z.strictObject({ receivedFrom: bodies.instant, receivedTo: bodies.instant, words: bodies.line.optional() }),
  ],
  'Say which: “tickets” by their numbers, “suggested”: true, or “receivedFrom” and “receivedTo”, with “words” of the subject.',
);

/** What joins tickets: one cause with many tickets, two that are one, and what must not be kept of them. */
export const INCIDENT_ROUTES: readonly Route[] = [
  {
    method: 'POST',
    path: '/api/tickets/{id}/merge',
    does: 'Merge the ticket into another of the same customer, which goes on with both.',
    body: merging,
    answer: merge,
  },
  act('links', 'Link the ticket to another that is about the same.', linking, async ({ to }, { desk }) => ({
    type: 'link',
    to: (await openedTicket(desk, to)).id,
  })),
  act(
    'redaction',
    'Erase a message, or one file of it, for good: that it was done, by whom and why is all that is left.',
    bodies.redaction,
    (body) => ({ type: 'redact', ...body }),
  ),
  act('incident', 'Declare that the ticket’s cause concerns others too.', bodies.incident, ({ title }) => ({
    type: 'declare-incident',
    title,
  })),
  {
    method: 'GET',
    path: '/api/tickets/{id}/incident/suggestions',
    does: 'List the open tickets that look like those of the incident, with the words that they have in common.',
    answer: suggest,
  },
  {
    method: 'POST',
    path: '/api/tickets/{id}/incident/tickets',
    does: 'Attach tickets to the incident: by number, those that are suggested, or all that came in a time.',
    body: attaching,
    answer: attach,
  },
  act('incident/detachment', 'Take a ticket out of the incident.', detaching, ({ ticket }) => ({
    type: 'detach-ticket',
    ticket,
  })),
  act(
    'incident/publication',
    'Say something of the incident on the status page.',
    bodies.publication,
    async ({ text }, { desk }) => ({ type: 'publish-incident', words: await keepWords(desk, text) }),
  ),
  act('incident/withdrawal', 'Say nothing of the incident on the status page any longer.', bodies.nothing, () => ({
    type: 'withdraw-incident',
  })),
];

type Doing<A = Act> = A extends Act ? Omit<A, 'by'> : never;

function act<S extends z.ZodType>(
  name: string,
  does: string,
  body: S,
  doing: (body: z.output<S>, call: Call) => Doing | Promise<Doing>,
): Route {
  const answer = async (call: Call) => {
    const id = idOf(call);
    const command = { ...(await doing(body.parse(jsonOf(call.request)), call)), by: call.agent.id };
    await handle(call.desk)(id, command, commandId(onceKey(call)));
    return json(200, await ticketJson(call.desk, id));
  };
  return { method: 'POST', path: `/api/tickets/{id}/${name}`, does, body, answer };
}

async function merge(call: Call): Promise<Response> {
  const { desk, agent, request } = call;
  const { into } = merging.parse(jsonOf(request));
  await mergeTickets(desk)(idOf(call), into, agent, commandId(onceKey(call)));
  return json(200, await ticketJson(desk, idOf(call)));
}

async function attach(call: Call): Promise<Response> {
  const { desk, agent, request } = call;
  const which = attaching.parse(jsonOf(request));
  const { attached, skipped } = await attachTickets(desk)(idOf(call), which, agent, commandId(onceKey(call)));
  return json(200, {
    attached,
    skipped: skipped.map(({ ticket, reason, message }) => ({ ticket, error: reason, message })),
  });
}

async function suggest(call: Call): Promise<Response> {
  const { now, policies } = await call.desk.circumstances();
  const iso = isoIn(policies.inForce(now));
  const found = await suggestions(call.desk)(idOf(call));
  return json(200, { tickets: found.map((one) => ({ ...one, receivedAt: iso(one.receivedAt) })) });
}

function idOf({ parameters: { id = '' } }: Call): TicketId {
  const ticket = ticketIdOf(id);
  if (ticket) return ticket;
  throw new Refusal('no-such-ticket', `“${id}” is no ticket number. One looks like 7K3M-Q9XD.`);
}
