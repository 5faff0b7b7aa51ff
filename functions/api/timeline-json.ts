import { wholeWords } from '../../shared/desk/keep-words';
import type { Desk } from '../../shared/desk/ports';
import type { Commitment, Instants } from '../../shared/promises/commitment';
import type { Instant } from '../../shared/promises/instant';
import type { AnswerDue, CustomerMessage, TicketEvent } from '../../shared/ticket/events';

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

// Where texts and files are kept is the desk's own business.
const KEPT_BACK = new Set(['words', 'message', 'raw']);

const said = (event: TicketEvent, iso: (at: Instant) => string) => told(event, NUMBERS[event.type], iso);

function told(record: object, numbers: object, iso: (at: Instant) => string): Record<string, unknown> {
  const meaningOf = new Map<string, unknown>(Object.entries(numbers));
  const tell = (value: unknown, meaning: unknown): unknown => {
    if (meaning === 'instant') return iso(Number(value));
    if (Array.isArray(value)) return value.map((one) => tell(one, meaning));
    return isRecord(value) && isRecord(meaning) ? told(value, meaning, iso) : value;
  };
  const shown = Object.entries(record).filter(([key]) => !KEPT_BACK.has(key));
  return Object.fromEntries(shown.map(([key, value]) => [key, tell(value, meaningOf.get(key))]));
}

const isRecord = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Says of each number of an event, however deep it lies, what it is. */
type Numbers<T> = { readonly [K in keyof T as NumbersIn<T[K]> extends never ? never : K]-?: NumbersIn<T[K]> };
type NumbersIn<V> = V extends string
  ? never
  : V extends number
    ? number extends V
      ? 'instant' | 'figure'
      : never
    : V extends readonly (infer One)[]
      ? NumbersIn<One>
      : V extends object
        ? keyof Numbers<V> extends never
          ? never
          : Numbers<V>
        : never;

const AT = { at: 'instant' } as const;
const LATEST = { at: 'instant', latest: 'instant' } as const;
const DUE: Numbers<AnswerDue> = { target: 'instant', latest: 'instant' };
const INSTANTS: Numbers<Instants> = {
  beginTarget: 'instant',
  beginLatest: 'instant',
  warnAt: 'instant',
  managementAt: 'instant',
};
const COMMITMENT: Numbers<Commitment> = {
  ...INSTANTS,
  basis: {
    from: 'instant',
    beginFrom: 'instant',
    at: 'instant',
    pauses: { from: 'instant', to: 'instant' },
    noLaterThan: INSTANTS,
    settled: INSTANTS,
    used: { until: 'instant', begin: 'figure', management: 'figure' },
  },
};

type Telling = { readonly [T in TicketEvent['type']]: Numbers<Omit<Extract<TicketEvent, { type: T }>, 'message'>> };

// An event, or a number in it, that is new does not compile until it stands here.
const NUMBERS: Telling = {
  'ticket-opened': { at: 'instant', receivedAt: 'instant', commitment: COMMITMENT },
  'ticket-parked': AT,
  'ticket-released': AT,
  'message-received': { at: 'instant', answerDue: DUE },
  'automatic-mail-noted': AT,
  'ticket-assigned': AT,
  'work-begun': { at: 'instant', answerDue: DUE },
  'ticket-triaged': { at: 'instant', commitment: COMMITMENT },
  'policy-applied': { at: 'instant', commitment: COMMITMENT },
  'promise-warned': LATEST,
  'promise-missed': LATEST,
  'answer-overdue': LATEST,
  'management-told': { at: 'instant', dueAt: 'instant' },
  'lifted-to-management': AT,
  'reply-written': AT,
  'note-written': AT,
  'handed-over': AT,
  'waiting-began': { at: 'instant', until: 'instant' },
  'waiting-ended': AT,
  'time-logged': { at: 'instant', minutes: 'figure', workedAt: 'instant' },
  'estimate-given': { at: 'instant', hours: 'figure', validUntil: 'instant' },
  'fix-postponed': AT,
  'look-due': AT,
  'ticket-resolved': AT,
  'ticket-reopened': { at: 'instant', commitment: COMMITMENT },
};
