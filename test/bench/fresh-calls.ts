import type { Call } from './calls';

/** The calls of one mail, made over for another that never was: every name in them is new, and the same again where it was. */
export function freshCalls(calls: readonly Call[]): readonly Call[] {
  made += 1;
  const mark = made.toString(16).padStart(8, '0');
  const ticket = ticketIn(calls);
  const newTicket = ticketFor(made);
  const rename = (text: string) =>
    text.replaceAll(ticket, newTicket).replace(HASH, (hash) => `${mark}${hash.slice(mark.length)}`);
  return calls.map((call) => ({ ...call, input: whateverItsRevision(renamed(call.input, rename) as object) }));
}

let made = 0;

// Message ids, claims, counters and the places of texts are all hashes; a ticket is known by its own name alone.
const HASH = /[0-9a-f]{32,64}/g;

// The desk's own counter is one for all mails, and stands at another revision here.
function whateverItsRevision(input: object): object {
  if (!('ConditionExpression' in input) || input.ConditionExpression !== 'revision = :revision') return input;
  const { ExpressionAttributeValues: _, ...rest } = { ExpressionAttributeValues: undefined, ...input };
  return { ...rest, ConditionExpression: 'attribute_exists(pk) OR attribute_not_exists(pk)' };
}

function ticketIn(calls: readonly Call[]): string {
  for (const { input } of calls) {
    const [, ticket] = /"T#([^"]+)"/.exec(JSON.stringify('Item' in input ? input.Item : '')) ?? [];
    if (ticket) return ticket;
  }
  throw new Error('No ticket came of the mail.');
}

const ticketFor = (n: number): string => `BARE-${n.toString(36).toUpperCase().padStart(4, '0')}`;

function renamed(value: unknown, rename: (text: string) => string): unknown {
  if (typeof value === 'string') return rename(value);
  if (Array.isArray(value)) return value.map((element) => renamed(element, rename));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, renamed(field, rename)]));
}

// Bytes are sent as they are: nothing is looked up by what stands in a letter.
const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);
