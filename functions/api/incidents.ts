import * as z from 'zod';
import { attachTickets, suggestions } from '../../shared/desk/incidents';
import { keepWords } from '../../shared/desk/keep-words';
import { mergeTickets } from '../../shared/desk/merge';
import { openedTicket } from '../../shared/desk/opened-ticket';
import { commandId } from '../../shared/ticket/ids';
import { jsonOf } from '../edge/request';
import { json, type Response } from '../edge/response';
import type { ActRoute } from './acts';
import * as bodies from './bodies';
import { isoIn } from './iso';
import { type Call, onceKey, type Route } from './route';
import { ticketJson } from './ticket-json';
import { ticketIn, ticketNumber } from './ticket-number';

const merging = z.strictObject({ into: ticketNumber });
const linking = z.strictObject({ to: ticketNumber });
const detaching = z.strictObject({ ticket: ticketNumber });
const attaching = z.union(
  [
    z.strictObject({
      tickets: z.array(ticketNumber).min(1, 'Name the tickets.').max(1_000, 'At most 1,000 at a time.'),
    }),
    z.strictObject({ suggested: z.literal(true) }),
    z.strictObject({ receivedFrom: bodies.instant, receivedTo: bodies.instant, words: bodies.line.optional() }),
  ],
  'Say which: “tickets” by their numbers, “suggested”: true, or “receivedFrom” and “receivedTo”, with “words” of the subject.',
);

const link: ActRoute<typeof linking> = {
  name: 'links',
  does: 'Link the ticket to another that is about the same.',
  body: linking,
  command: async ({ to }, by, desk) => ({ type: 'link', to: (await openedTicket(desk, to)).id, by }),
};

const redact: ActRoute<typeof bodies.redaction> = {
  name: 'redaction',
  does: 'Erase a message, or one file of it, for good: that it was done, by whom and why is all that is left.',
  body: bodies.redaction,
  command: (body, by) => ({ type: 'redact', ...body, by }),
};

const declare: ActRoute<typeof bodies.incident> = {
  name: 'incident',
  does: 'Declare that the ticket’s cause concerns others too.',
  body: bodies.incident,
  command: ({ title }, by) => ({ type: 'declare-incident', title, by }),
};

const detach: ActRoute<typeof detaching> = {
  name: 'incident/detachment',
  does: 'Take a ticket out of the incident.',
  body: detaching,
  command: ({ ticket }, by) => ({ type: 'detach-ticket', ticket, by }),
};

const publish: ActRoute<typeof bodies.publication> = {
  name: 'incident/publication',
  does: 'Say something of the incident on the status page.',
  body: bodies.publication,
  command: async ({ text }, by, desk) => ({ type: 'publish-incident', words: await keepWords(desk, text), by }),
};

const withdraw: ActRoute<typeof bodies.nothing> = {
  name: 'incident/withdrawal',
  does: 'Say nothing of the incident on the status page any longer.',
  body: bodies.nothing,
  command: (_, by) => ({ type: 'withdraw-incident', by }),
};

/** What joins tickets, and what must not be kept of them, as acts on one of them. */
export const INCIDENT_ACTS = [link, redact, declare, detach, publish, withdraw] as const;

/** The rest of what joins tickets: one cause with many tickets, and two that are one. */
export const INCIDENT_ROUTES: readonly Route[] = [
  {
    method: 'POST',
    path: '/api/tickets/{id}/merge',
    does: 'Merge the ticket into another of the same customer, which goes on with both.',
    body: merging,
    answer: merge,
  },
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
];

async function merge(call: Call): Promise<Response> {
  const { desk, agent, request } = call;
  const id = ticketIn(call);
  const { into } = merging.parse(jsonOf(request));
  await mergeTickets(desk)(id, into, agent, commandId(onceKey(call)));
  return json(200, await ticketJson(desk, id));
}

async function suggest(call: Call): Promise<Response> {
  const { now, policies } = await call.desk.circumstances();
  const iso = isoIn(policies.inForce(now));
  const found = await suggestions(call.desk)(ticketIn(call));
  return json(200, { tickets: found.map((one) => ({ ...one, receivedAt: iso(one.receivedAt) })) });
}

async function attach(call: Call): Promise<Response> {
  const { desk, agent, request } = call;
  const which = attaching.parse(jsonOf(request));
  const { attached, skipped } = await attachTickets(desk)(ticketIn(call), which, agent, commandId(onceKey(call)));
  return json(200, {
    attached,
    skipped: skipped.map(({ ticket, reason, message }) => ({ ticket, error: reason, message })),
  });
}
