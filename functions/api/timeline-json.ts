import { wholeWords } from '../../shared/desk/keep-words';
import { fileLink, messageLink } from '../../shared/desk/links';
import type { Desk } from '../../shared/desk/ports';
import type { Commitment, Instants } from '../../shared/promises/commitment';
import type { Instant } from '../../shared/promises/instant';
import type { AnswerDue, Attachment, CustomerMessage, TicketEvent } from '../../shared/ticket/events';
import type { TicketId } from '../../shared/ticket/ids';

/** An entry of a ticket's history as the API tells it: the event, instants as ISO 8601, texts whole, files as links. */
export async function entryJson(
  desk: Desk,
  ticket: TicketId,
  event: TicketEvent,
  iso: (at: Instant) => string,
): Promise<unknown> {
  if (event.type === 'message-received' || event.type === 'mail-held')
    return { ...said(event, iso), ...(await messageJson(desk, ticket, event.message, iso)) };
  if (event.type === 'suspicion-raised') return { ...said(event, iso), suspects: event.words };
  if (event.type === 'ticket-absorbed') return { ...said(event, iso), messages: event.messages.length };
  const text = 'words' in event && event.words ? { text: await wholeWords(desk, event.words) } : {};
  const files = 'attachments' in event && event.attachments ? await filesJson(desk, event.attachments) : undefined;
  return { ...said(event, iso), ...text, ...(files && { attachments: files }) };
}

async function messageJson(
  desk: Desk,
  ticket: TicketId,
  { words, quoted, attachments, receivedAt, unreadable, sender, raw, html, classed, marks }: CustomerMessage,
  iso: (at: Instant) => string,
) {
  return {
    text: await wholeWords(desk, words),
    ...(quoted && { quoted: await wholeWords(desk, quoted) }),
    attachments: await filesJson(desk, attachments),
    receivedAt: iso(receivedAt),
    ...(sender && { sender }),
    ...(html && { html: await messageLink(desk, ticket, html) }),
    ...(raw &&
      !attachments.some(({ locked }) => locked) && { raw: await fileLink(desk, { key: raw, name: 'mail.eml' }) }),
    ...(unreadable && { unreadable }),
    ...(classed && { class: classed.as, reason: classed.reason }),
    ...(marks && { marks }),
  };
}

// What the virus scan did not clear is listed, and not handed out.
const filesJson = (desk: Desk, attachments: readonly Attachment[]) =>
  Promise.all(
    attachments.map(async ({ name, type, bytes, key, locked }) => ({
      name,
      type,
      bytes,
      ...(locked ? { locked } : { url: await fileLink(desk, { key, name }) }),
    })),
  );

// Where texts and files are kept is the desk's own business.
const KEPT_BACK = new Set(['words', 'raw', 'attachments', 'messages']);

const said = (event: TicketEvent, iso: (at: Instant) => string) => told(event, NUMBERS[event.type], iso);

function told(record: object, numbers: object, iso: (at: Instant) => string): Record<string, unknown> {
  const meaningOf = new Map<string, unknown>(Object.entries(numbers));
  const tell = (value: unknown, meaning: unknown): unknown => {
    if (meaning === 'instant') return iso(Number(value));
    if (Array.isArray(value)) return value.map((one) => tell(one, meaning));
    return isRecord(value) && isRecord(meaning) ? told(value, meaning, iso) : value;
  };
  const shown = Object.entries(record).filter(
    ([key, value]) => !KEPT_BACK.has(key) && !(key === 'message' && isRecord(value)),
  );
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

// Of messages and files another part tells. Of a message that was redacted, its place is a figure.
type Untold<T extends TicketEvent['type']> =
  | 'attachments'
  | 'messages'
  | (T extends 'message-redacted' ? never : 'message');

type Telling = {
  readonly [T in TicketEvent['type']]: Numbers<Omit<Extract<TicketEvent, { type: T }>, Untold<T>>>;
};

// An event, or a number in it, that is new does not compile until it stands here.
const NUMBERS: Telling = {
  'ticket-opened': { at: 'instant', receivedAt: 'instant', commitment: COMMITMENT },
  'ticket-parked': AT,
  'ticket-released': AT,
  'message-received': { at: 'instant', answerDue: DUE },
  'mail-held': AT,
  'held-mail-confirmed': { at: 'instant', held: 'figure' },
  'acknowledgement-withheld': AT,
  'storm-gathered': AT,
  'delivery-failed': AT,
  'complaint-made': AT,
  'language-set': AT,
  'coming-back-promised': { at: 'instant', until: 'instant' },
  'coming-back-near': { at: 'instant', until: 'instant' },
  'coming-back-due': AT,
  'suspicion-raised': AT,
  'suspicion-dismissed': AT,
  'senior-called': { at: 'instant', attempt: 'figure' },
  'senior-took-over': AT,
  'escalation-acknowledged': AT,
  'address-left': AT,
  'chat-ended': AT,
  'chat-kept-waiting': { at: 'instant', since: 'instant' },
  'call-logged': { at: 'instant', minutes: 'figure', callBackAt: 'instant' },
  'call-back-due': AT,
  'customer-reminded': { at: 'instant', count: 'figure', until: 'instant' },
  'fix-tied': AT,
  'version-overdue': AT,
  'message-redacted': { at: 'instant', message: 'figure', attachment: 'figure' },
  'ticket-merged': AT,
  'ticket-absorbed': { at: 'instant', commitment: COMMITMENT, answerDue: DUE },
  'ticket-linked': AT,
  'incident-declared': AT,
  'tickets-attached': { at: 'instant', firstReceivedAt: 'instant', commitment: COMMITMENT },
  'ticket-detached': AT,
  'incident-published': AT,
  'incident-withdrawn': AT,
  'incident-joined': AT,
  'incident-left': { at: 'instant', commitment: COMMITMENT },
  'automatic-mail-noted': AT,
  'ticket-assigned': AT,
  'work-begun': { at: 'instant', answerDue: DUE },
  'ticket-triaged': { at: 'instant', commitment: COMMITMENT },
  'policy-applied': { at: 'instant', commitment: COMMITMENT },
  'promise-warned': LATEST,
  'promise-missed': LATEST,
  'promise-still-missed': LATEST,
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
