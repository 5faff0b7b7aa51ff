import type { SentLetter } from '../../infra/local/sent';
import { OWED } from '../../shared/adapters/table';
import { currentOf } from '../../shared/desk/history';
import { INBOX } from '../../shared/desk/receive-mail';
import { heldTo } from '../../shared/ticket/circumstances';
import { wakeAt } from '../../shared/ticket/due';
import { ticketIdOf } from '../../shared/ticket/ids';
import type { RunningDesk } from './in-process';
import { filesOf, ticketOf } from './journey';
import { lettersAreSentOnce, strayLetters } from './ledger-letters';
import { indexesAgree, itemsOf, type Row } from './ledger-table';
import type { TicketJson } from './local-desk';

/** All that a desk has when it has come to rest, read back by the ways that people and programs have. */
export interface Books {
  readonly desk: RunningDesk;
  /** Every ticket as the lists have it, and as it is when it is opened. */
  readonly rows: readonly TicketJson[];
  readonly tickets: readonly TicketJson[];
  readonly sent: readonly SentLetter[];
  readonly items: readonly Row[];
}

/**
 * What does not add up on a desk that has come to rest; nothing, if all is well. Each marker is a word that somebody
 * wrote and that was taken in: it must stand in the history of one ticket, once.
 */
export async function discrepancies(desk: RunningDesk, markers: readonly string[] = []): Promise<string[]> {
  const books = await readBooks(desk);
  const found = await Promise.all(CHECKS.map((check) => check(books)));
  return [...found.flat(), ...markers.flatMap((marker) => misplaced(marker, books))];
}

async function readBooks(desk: RunningDesk): Promise<Books> {
  const rows = (await Promise.all(QUEUES.map((queue) => rowsOf(desk, queue)))).flat();
  const tickets = await Promise.all(rows.map(({ id }) => ticketOf(desk, id)));
  return { desk, rows, tickets, sent: await desk.sent(), items: await itemsOf(desk) };
}

const QUEUES = ['open', 'waiting', 'resolved', 'parked'];

async function rowsOf(desk: RunningDesk, queue: string, cursor?: string): Promise<TicketJson[]> {
  const from = cursor ? `&cursor=${cursor}` : '';
  const { body } = await desk.api<ListJson>('anna', `/tickets?queue=${queue}&limit=100${from}`);
  return body.cursor ? [...body.tickets, ...(await rowsOf(desk, queue, body.cursor))] : [...body.tickets];
}

interface ListJson {
  readonly tickets: readonly TicketJson[];
  readonly cursor: string | null;
}

const CHECKS: readonly ((books: Books) => string[] | Promise<string[]>)[] = [
  listsAgree,
  nothingIsOwed,
  lettersAreSentOnce,
  strayLetters,
  oneAlarmEach,
  inboxIsEmpty,
  filesAreKept,
  indexesAgree,
];

function misplaced(marker: string, { tickets }: Books): string[] {
  const places = tickets.flatMap(({ id, timeline }) =>
    timeline.flatMap(({ text }) => (text?.includes(marker) ? [id] : [])),
  );
  return places.length === 1 ? [] : [`“${marker}” stands in ${places.length} places: ${places.join(', ')}`];
}

function listsAgree({ rows, tickets, items }: Books): string[] {
  const counted = new Set(items.map(({ pk }) => String(pk)).filter((pk) => pk.startsWith('T#'))).size;
  return [
    ...(counted === rows.length ? [] : [`there are ${counted} tickets, and ${rows.length} in the lists`]),
    ...rows.flatMap((row, i) => (covers(tickets[i], row) ? [] : [`the list's row of ${row.id} is not the ticket's`])),
  ];
}

/** Whether a value has all that another has; a ticket tells more than its row. */
function covers(whole: unknown, part: unknown): boolean {
  if (!isRecord(part) || !isRecord(whole)) return Object.is(whole, part);
  return Object.entries(part).every(([key, value]) => covers(whole[key], value));
}

const isRecord = (value: unknown): value is Row => typeof value === 'object' && value !== null;

function nothingIsOwed({ tickets, items }: Books): string[] {
  const letters = tickets.flatMap(({ id, letters }) => letters.map(({ letter, is }) => ({ id, letter, is })));
  return [
    ...items.filter(({ queue }) => queue === OWED).map(({ pk, sk }) => `${pk} ${sk} owes something`),
    ...letters
      .filter(({ is }) => is !== 'done' && is !== 'unknown' && is !== 'withheld')
      .map(({ id, letter, is }) => `the ${letter} of ${id} is ${is}`),
  ];
}

/** Each open ticket has one schedule, at its next instant; no other ticket has one. */
async function oneAlarmEach({ desk, tickets }: Books): Promise<string[]> {
  const { policies } = await desk.local.desk.circumstances();
  const set = await desk.alarms();
  const due = new Map<string, string | undefined>(Object.keys(set).map((id) => [id, undefined]));
  for (const { id: name } of tickets) {
    const id = ticketIdOf(name);
    const { ticket } = id ? await currentOf(desk.local.desk, id) : {};
    const at = ticket?.state === 'opened' ? wakeAt(ticket, heldTo(ticket, policies)) : undefined;
    if (at !== undefined) due.set(name, `at(${new Date(Math.ceil(at / 1_000) * 1_000).toISOString().slice(0, 19)})`);
  }
  return [...due].flatMap(([id, at]) => (set[id] === at ? [] : [`${id} wakes ${set[id]}, and should ${at}`]));
}

async function inboxIsEmpty({ desk }: Books): Promise<string[]> {
  return (await filesOf(desk, INBOX)).map((key) => `${key} is left`);
}

/** Raw mails, long texts and attachments are where the history says. */
async function filesAreKept({ desk, items }: Books): Promise<string[]> {
  const keys = new Set([...JSON.stringify(items).matchAll(/"(?:raw|key)":"([^"]+)"/g)].map(([, key = '']) => key));
  const gone = [...keys].map(async (key) => ((await desk.local.desk.files.read(key)) ? [] : [`${key} is gone`]));
  return (await Promise.all(gone)).flat();
}
