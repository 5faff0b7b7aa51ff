import { wholeWords } from '../../shared/desk/keep-words';
import type { Desk } from '../../shared/desk/ports';
import type { Instant } from '../../shared/promises/instant';
import type { CustomerMessage, TicketEvent } from '../../shared/ticket/events';

/** An entry of a ticket's history as the API tells it: the event, instants as ISO 8601, texts whole. */
export async function entryJson(desk: Desk, event: TicketEvent, iso: (at: Instant) => string): Promise<unknown> {
  if (event.type === 'message-received')
    return { ...said(event, iso), ...(await messageJson(desk, event.message, iso)) };
  if ('words' in event && event.words) return { ...said(event, iso), text: await wholeWords(desk, event.words) };
  return said(event, iso);
}

async function messageJson(
  desk: Desk,
  { words, attachments, receivedAt, unreadable, sender }: CustomerMessage,
  iso: (at: Instant) => string,
) {
  return {
    text: await wholeWords(desk, words),
    attachments: attachments.map(({ name, type, bytes }) => ({ name, type, bytes })),
    receivedAt: iso(receivedAt),
    ...(sender && { sender }),
    ...(unreadable && { unreadable }),
  };
}

// Where texts and files are kept, and what is left of a stopped clock, is the desk's own business.
const KEPT_BACK = new Set(['words', 'message', 'raw', 'managementLeft']);

// By the house rule, instants bear such names, and nothing else does.
const INSTANT = /(^at|At|^from|^until|^validUntil|atest|arget)$/;

function said(event: TicketEvent, iso: (at: Instant) => string): Record<string, unknown> {
  const tell = (value: unknown, key: string): unknown => {
    if (typeof value === 'number' && INSTANT.test(key)) return iso(value);
    return isRecord(value) ? fields(value) : value;
  };
  const fields = (record: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(
      Object.entries(record).flatMap(([key, value]) => (KEPT_BACK.has(key) ? [] : [[key, tell(value, key)]])),
    );
  return fields(event);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
