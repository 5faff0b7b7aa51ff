import type { Instant } from '../../promises/instant';
import type { EventOf, TicketEvent } from '../../ticket/events';
import type { OpenedTicket } from '../../ticket/ticket';
import { ALERTS } from './alert-words';
import { type Block, facts, paragraph } from './letter-text';
import { lastOf, type News, staffSays } from './news';
import { kindOf } from './standing';
import { type InEach, nameOf, staffLanguage, type Writing } from './writing';

const nb = {
  next: (kind: string) => `Du er neste – en senior må ta saken (${kind})`,
  nobodyYet: (kind: string) => `Fortsatt ingen som har tatt saken (${kind})`,
  assigned: (name: string) => `Saken er tildelt ${name}.`,
  unassigned: 'Ingen har fått saken.',
  yourTurn: 'Ingen senior har tatt saken ennå. Nå er det din tur: Ta den, eller svar kunden.',
  takeNow: 'Ta den nå hvis du kan.',
  allCalled: 'Alle seniorene er varslet, men ingen har tatt saken. Ta den nå hvis du kan.',
  goesOn: 'Varslene fortsetter til en senior tar den.',
  attempt: 'Varsel nummer',
  before: 'Varslet før deg',
  called: 'Varslet',
  at: 'Når',
  nobody: 'ingen var tilgjengelig',
  earlier: (count: number) => (count === 1 ? 'Og ett varsel før det.' : `Og ${count} varsler før det.`),
};

const en: typeof nb = {
  next: (kind) => `You are next – a senior must take the case (${kind})`,
  nobodyYet: (kind) => `Still nobody has taken the case (${kind})`,
  assigned: (name) => `The case is assigned to ${name}.`,
  unassigned: 'Nobody has been given the case.',
  yourTurn: 'No senior has taken the case yet. Now it is your turn: take it, or answer the customer.',
  takeNow: 'Take it now if you can.',
  allCalled: 'All the seniors have been called, and nobody has taken the case. Take it now if you can.',
  goesOn: 'The alerts go on until a senior takes it.',
  attempt: 'Alert number',
  before: 'Called before you',
  called: 'Called',
  at: 'When',
  nobody: 'nobody was available',
  earlier: (count) => (count === 1 ? 'And one alert before that.' : `And ${count} alerts before that.`),
};

const WORDS: InEach<typeof nb> = { nb, en };
const wordsFor = ({ policy }: Writing) => WORDS[staffLanguage(policy)];

/** P8: to all seniors, once. */
export function seniorNeeded(ticket: OpenedTicket, writing: Writing): News {
  const words = wordsFor(writing);
  const name = nameOf(ticket.assignee, writing.staff);
  const whose = name ? words.assigned(name) : words.unassigned;
  const { title } = ALERTS[staffLanguage(writing.policy)]['senior-needed'];
  return { title: `${title} (${kindOf(ticket, writing.policy)})`, now: `${whose} ${words.takeNow} ${words.goesOn}` };
}

/** P8: to whom the alarm calls now: one by one, and all of them once each has been called. */
export function seniorCalled(ticket: OpenedTicket, writing: Writing): News {
  const words = wordsFor(writing);
  const kind = kindOf(ticket, writing.policy);
  const calls = ticket.seniorAlarm?.calls ?? 0;
  const isOneOfMany = (lastOf('senior-called', writing)?.agents.length ?? 1) > 1;
  const [title, what] = isOneOfMany ? [words.nobodyYet(kind), words.allCalled] : [words.next(kind), words.yourTurn];
  const before = callsIn(writing).slice(0, -1);
  return {
    title,
    now: `${what} ${words.goesOn}`,
    more: [
      ...(calls > 0 ? [facts([words.attempt, String(calls)])] : []),
      ...calledIn(before, isOneOfMany ? words.called : words.before, ticket, writing),
    ],
  };
}

/** Whom the alarm has called, and when. */
export const calledSoFar = (ticket: OpenedTicket, writing: Writing): Block[] =>
  calledIn(callsIn(writing), wordsFor(writing).called, ticket, writing);

type Call = EventOf<'senior-called'>;

// The alarm begins anew, at 0, each time that the ticket comes to need a senior.
function callsIn({ events = [] }: Writing): readonly Call[] {
  const calls = events.filter(isCall);
  return calls.slice(
    Math.max(
      0,
      calls.findLastIndex(({ attempt }) => attempt === 0),
    ),
  );
}

const isCall = (event: TicketEvent): event is Call => event.type === 'senior-called';

const CALLS_TOLD = 8;

function calledIn(calls: readonly Call[], title: string, ticket: OpenedTicket, writing: Writing): Block[] {
  if (calls.length === 0) return [];
  const words = wordsFor(writing);
  const told = calls.slice(-CALLS_TOLD);
  const rows = told.map(({ agents, at }) => [namesOf(agents, writing) || words.nobody, when(at, ticket, writing)]);
  const earlier = calls.length - told.length;
  return [{ is: 'table', head: [title, words.at], rows }, ...(earlier > 0 ? [paragraph(words.earlier(earlier))] : [])];
}

const namesOf = (agents: Call['agents'], { staff }: Writing): string =>
  agents.map((agent) => nameOf(agent, staff) ?? agent).join(', ');

const when = (at: Instant, ticket: OpenedTicket, writing: Writing): string => staffSays(at, ticket, writing);
