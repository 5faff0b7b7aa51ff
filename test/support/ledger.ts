import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { NAMES } from '../../infra/local/seeds';
import type { SentLetter } from '../../infra/local/sent';
import { OWED, TABLE, tableOf } from '../../shared/adapters/table';
import { currentOf } from '../../shared/desk/history';
import { INBOX } from '../../shared/desk/receive-mail';
import { bareMessageId } from '../../shared/mail/thread';
import type { Delivery } from '../../shared/ticket/delivery';
import { wakeAt } from '../../shared/ticket/due';
import type { Effect } from '../../shared/ticket/effects';
import { ticketIdOf } from '../../shared/ticket/ids';
import type { RunningDesk } from './in-process';
import type { TicketJson } from './local-desk';

/** All that a desk has when it has come to rest, read back by the ways that people and programs have. */
interface Books {
  readonly desk: RunningDesk;
  readonly rows: readonly TicketJson[];
  readonly tickets: readonly TicketJson[];
  readonly sent: readonly SentLetter[];
  readonly items: readonly Row[];
}

type Row = Readonly<Record<string, unknown>>;

/**
 * What does not add up on a desk that has come to rest; nothing, if all is well. Each marker is a word that somebody
 * wrote and that was taken in: it must stand in the history of one ticket, once.
 */
export async function discrepancies(desk: RunningDesk, markers: readonly string[] = []): Promise<string[]> {
  const books = await readBooks(desk);
  const found = await Promise.all(CHECKS.map((check) => check(books)));
  return [...found.flat(), ...markers.flatMap((marker) => misplaced(marker, books))];
}

const QUEUES = ['open', 'waiting', 'resolved', 'parked'];

/** Every ticket that there is, as the lists have it. */
export async function allRows(desk: RunningDesk): Promise<TicketJson[]> {
  const pages = QUEUES.map((queue) => pagesOf(desk, queue));
  return (await Promise.all(pages)).flat();
}

async function pagesOf(desk: RunningDesk, queue: string, cursor?: string): Promise<TicketJson[]> {
  const from = cursor ? `&cursor=${cursor}` : '';
  const { body } = await desk.api<ListJson>('anna', `/tickets?queue=${queue}&limit=100${from}`);
  return body.cursor ? [...body.tickets, ...(await pagesOf(desk, queue, body.cursor))] : [...body.tickets];
}

interface ListJson {
  readonly tickets: readonly TicketJson[];
  readonly cursor: string | null;
}

async function readBooks(desk: RunningDesk): Promise<Books> {
  const rows = await allRows(desk);
  const tickets = await Promise.all(rows.map(async ({ id }) => (await desk.api('anna', `/tickets/${id}`)).body));
  return { desk, rows, tickets, sent: await desk.sent(), items: await scan(desk) };
}

type Check = (books: Books) => string[] | Promise<string[]>;

const CHECKS: readonly Check[] = [
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
    ...(counted === rows.length ? [] : [`${counted} tickets, ${rows.length} in lists`]),
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
  const letters = tickets.flatMap((ticket) => ticket.letters.map((letter) => ({ ticket: ticket.id, ...letter })));
  return [
    ...items.filter(({ queue }) => queue === OWED).map(({ pk, sk }) => `${pk} ${sk} owes something`),
    ...letters
      .filter(({ is }) => is !== 'done' && is !== 'unknown')
      .map(({ ticket, letter, is }) => `the ${letter} of ${ticket} is ${is}`),
  ];
}

// A letter whose answer was lost may be there twice, and is counted as uncertain; no other is.
function lettersAreSentOnce({ tickets, sent, items }: Books): string[] {
  const letters = items.flatMap(lettersOf);
  return tickets.flatMap((ticket) => {
    const copies = sent.filter((letter) => isAbout(letter, ticket)).map(nameOf);
    const own = letters.filter(({ id }) => id.startsWith(ticket.id));
    const done = own
      .filter(({ delivery }) => delivery.is === 'done')
      .map(({ id, delivery }) => nameGiven(id, delivery));
    const [least, most] = [done.length, own.map(copiesAtMost).reduce((sum, count) => sum + count, 0)];
    return [
      ...done.filter((name) => !copies.includes(name)).map((name) => `${ticket.id}: the letter ${name} was not sent`),
      ...(copies.length < least || copies.length > most
        ? [`${ticket.id}: ${copies.length} letters were sent, not ${least} to ${most}`]
        : []),
    ];
  });
}

interface OwnLetter {
  readonly id: string;
  readonly delivery: Delivery;
}

function lettersOf({ pk, sk, effects, deliveries }: Row): OwnLetter[] {
  if (!String(sk).startsWith('C#')) return [];
  // The edge: an item is what the adapter wrote.
  const [owed, ends] = [effects as readonly Effect[], (deliveries ?? []) as readonly Delivery[]];
  return owed.flatMap(({ type }, index) => {
    const delivery = ends[index];
    return type === 'letter' && delivery
      ? [{ id: `${String(pk).slice(2)}.${Number(String(sk).slice(2))}.${index}`, delivery }]
      : [];
  });
}

function copiesAtMost({ delivery }: OwnLetter): number {
  if (delivery.is === 'unknown') return 2;
  return delivery.is === 'done' ? 1 + Math.min(delivery.doubts, 1) : 0;
}

/** A mail goes by the id that SES gave it, a reply to a chat by the letter's own. */
const nameOf = ({ headers }: SentLetter): string => headers['webhook-id'] ?? bareMessageId(headers['message-id'] ?? '');
const nameGiven = (id: string, delivery: Delivery): string =>
  delivery.is === 'done' && delivery.serviceId ? delivery.serviceId : id;

const isAbout = ({ subject, text, headers }: SentLetter, { id }: TicketJson): boolean =>
  `${subject} ${text}`.includes(id) || (headers['webhook-id']?.startsWith(id) ?? false);

function strayLetters({ tickets, sent }: Books): string[] {
  return sent
    .filter(({ to }) => to !== 'management@desk.test')
    .filter((letter) => !tickets.some((ticket) => isAbout(letter, ticket)))
    .map(({ to, subject }) => `a letter to ${to} is about no ticket: ${subject}`);
}

/** Each open ticket has one schedule, at its next instant; no other ticket has any. */
async function oneAlarmEach({ desk, tickets }: Books): Promise<string[]> {
  const { policy } = await desk.local.desk.circumstances();
  const alarms = new Map(Object.entries(await desk.alarms()));
  const due = new Map<string, string>();
  for (const { id } of tickets) {
    const at = wakeAt((await currentOf(desk.local.desk, ticketIdOf(id) ?? fail(id))).ticket, policy);
    if (at !== undefined) due.set(id, `at(${new Date(Math.ceil(at / 1_000) * 1_000).toISOString().slice(0, 19)})`);
  }
  return [...new Set([...alarms.keys(), ...due.keys()])]
    .filter((id) => alarms.get(id) !== due.get(id))
    .map((id) => `${id} wakes ${alarms.get(id)}, and should ${due.get(id)}`);
}

async function inboxIsEmpty({ desk }: Books): Promise<string[]> {
  const left: string[] = [];
  for await (const { key } of desk.local.desk.files.list(INBOX)) left.push(`${key} is left`);
  return left;
}

/** Raw mails, long texts and attachments are where the history says. */
async function filesAreKept({ desk, items }: Books): Promise<string[]> {
  const { files } = desk.local.desk;
  const keys = new Set([...JSON.stringify(items).matchAll(/"(?:raw|key)":"([^"]+)"/g)].map(([, key = '']) => key));
  const found = await Promise.all([...keys].map(async (key) => ((await files.read(key)) ? [] : [`${key} is gone`])));
  return found.flat();
}

/** Each index has the rows that the items ask for, and no other. */
async function indexesAgree({ desk, items }: Books): Promise<string[]> {
  const found = TABLE.indexes.map(async ({ name, partition, sort, carries }) => {
    const shown = ['pk', 'sk', partition, sort, ...carries];
    const due = items.filter((item) => partition in item && sort in item).map((item) => linesOf(item, shown));
    const rows = (await scan(desk, name)).map((row) => linesOf(row, Object.keys(row)));
    return JSON.stringify(due.sort()) === JSON.stringify(rows.sort()) ? [] : [`${name} is not as the items are`];
  });
  return (await Promise.all(found)).flat();
}

const linesOf = (item: Row, names: readonly string[]): string =>
  JSON.stringify([...names].sort().flatMap((name) => (name in item ? [[name, item[name]]] : [])));

async function scan(desk: RunningDesk, index?: string): Promise<Row[]> {
  const { client } = tableOf(desk.local.services.clients.dynamodb, NAMES.table);
  const rows: Row[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({ TableName: NAMES.table, IndexName: index, ExclusiveStartKey: from }),
    );
    rows.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from);
  return rows;
}

function fail(id: string): never {
  throw new Error(`${id} is no ticket number.`);
}
