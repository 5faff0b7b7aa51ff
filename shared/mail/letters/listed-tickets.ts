import type { Instant } from '../../promises/instant';
import type { Policy } from '../../promises/policy';
import { type Language, sayInstant } from '../../promises/say';
import type { ListedTicket } from '../../report/listed-ticket';
import { customerInShort } from './customer-name';
import { type Block, heading, paragraph } from './letter-text';
import { titled } from './subject';
import type { InEach } from './writing';

/** What a list is written with; the year of an instant is said where it is not that of `relativeTo`. */
export interface Listing {
  readonly policy: Policy;
  readonly language: Language;
  readonly relativeTo: Instant;
}

/** A column of a list besides the tickets' number and customer. */
export type Column<T> = readonly [head: string, value: (ticket: T) => string];

/** How many are listed: Gmail cuts a letter at 102 kB. */
const ROWS_MAX = 30;

/** Tickets as a table beneath a heading, with how many more there are; nothing where there is none. */
export function listOf<T extends ListedTicket>(
  title: string,
  tickets: readonly T[],
  columns: readonly Column<T>[],
  { policy, language }: Listing,
): Block[] {
  if (tickets.length === 0) return [];
  const words = WORDS[language];
  const subject: readonly Column<T>[] = policy.alerts.saySubject
    ? [[words.subject, (ticket) => titled(ticket.subject, language)]]
    : [];
  const all = [...subject, ...columns];
  const rows = tickets
    .slice(0, ROWS_MAX)
    .map((ticket) => [
      ticket.ticket,
      customerInShort(ticket.from) || words.unknown,
      ...all.map(([, value]) => value(ticket)),
    ]);
  const more = tickets.length - rows.length;
  return [
    heading(2, title),
    { is: 'table', head: [words.ticket, words.customer, ...all.map(([head]) => head)], rows },
    ...(more > 0 ? [paragraph(words.more(more))] : []),
  ];
}

/** What kind it is, or what its words suggest. */
export function kindIn({ kind, suspected }: ListedTicket, { policy, language }: Listing): string {
  const { untriaged, suspicions } = WORDS[language];
  if (kind) return policy.kinds[kind].name[language];
  return suspected ? suspicions[suspected] : untriaged;
}

export const instantIn = (at: Instant, { policy, language, relativeTo }: Listing): string =>
  sayInstant(at, policy, language, { relativeTo });

const nb = {
  ticket: 'Sak',
  customer: 'Kunde',
  subject: 'Emne',
  unknown: 'ukjent',
  untriaged: 'ikke vurdert ennå',
  suspicions: { critical: 'mistanke om kritisk feil', security: 'mistanke om sikkerhetsbrudd' },
  more: (count: number) => `Og ${count} til, som står i listen over åpne saker.`,
};

const en: typeof nb = {
  ticket: 'Case',
  customer: 'Customer',
  subject: 'Subject',
  unknown: 'unknown',
  untriaged: 'not triaged yet',
  suspicions: { critical: 'suspected critical error', security: 'suspected security breach' },
  more: (count) => `And ${count} more, which are in the list of open cases.`,
};

const WORDS: InEach<typeof nb> = { nb, en };
