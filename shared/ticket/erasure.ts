import { ERASED_SUBJECT, erased, type Said, withoutFile } from './erased';
import type { TicketEvent } from './events';
import type { TicketId } from './ids';
import { type Origin, type Redacted, type Told, traced } from './origins';

/** What is left to erase of a ticket's history. */
export interface Erasure {
  /** The redactions that are not carried out yet. */
  readonly pending: readonly Redacted[];
  /** The commits as they are to be: each event is still there, without the words. */
  readonly commits: readonly Told[];
  /** The keys of files that nothing speaks of any longer. */
  readonly files: readonly string[];
}

/** What the redactions of a ticket leave to be done. Once it is done, nothing is left. */
export function erasureIn(id: TicketId, history: readonly Told[]): Erasure {
  const { redactions } = traced(id, history);
  const pending = redactions.filter((redaction) => emptied(history, redaction) !== history);
  const after = pending.reduce(emptied, history);
  const kept = new Set(keysIn(after));
  return {
    pending,
    commits: after.filter((commit) => !history.includes(commit)),
    files: [...new Set(keysIn(history))].filter((key) => !kept.has(key)),
  };
}

/** The same history where there is nothing to empty. */
function emptied(history: readonly Told[], redaction: Redacted): readonly Told[] {
  const { origin, file } = redaction;
  const opening = file === undefined ? openingWith(origin, history) : [];
  const places = [origin, ...heldBefore(origin, history), ...opening];
  const after = history.map((commit) => {
    const events = commit.events.map((event, n) => {
      const place = places.find((one) => one.version === commit.version && one.event === n);
      return place ? emptiedEvent(event, place, file) : event;
    });
    return events.every((event, n) => event === commit.events[n]) ? commit : { ...commit, events };
  });
  return after.every((commit, n) => commit === history[n]) ? history : after;
}

// What waited to be confirmed stands there twice: when it came, and when it was confirmed.
function heldBefore({ version, event }: Origin, history: readonly Told[]): Origin[] {
  const events = history.flatMap((commit) =>
    commit.events.map((one, n) => ({ one, at: { version: commit.version, event: n } })),
  );
  const confirmed = events
    .filter(({ at }) => at.version === version && at.event < event)
    .flatMap(({ one }) => (one.type === 'held-mail-confirmed' ? [one.held] : []))
    .at(-1);
  const held = confirmed === undefined ? undefined : events.filter(({ one }) => one.type === 'mail-held')[confirmed];
  return held ? [held.at] : [];
}

// The first message goes with the subject that it came with.
function openingWith({ version, event }: Origin, history: readonly Told[]): Origin[] {
  const { events = [] } = history.find((commit) => commit.version === version) ?? {};
  const isFirst = events.findIndex(({ type }) => type === 'message-received') === event;
  const opened = events.findIndex(({ type }) => type === 'ticket-opened');
  return isFirst && opened !== -1 ? [{ version, event: opened }] : [];
}

function emptiedEvent(event: TicketEvent, { among }: Origin, file: string | undefined): TicketEvent {
  switch (event.type) {
    case 'ticket-opened': {
      const subject = ERASED_SUBJECT[event.language];
      return event.subject === subject ? event : { ...event, subject };
    }
    case 'message-received':
    case 'mail-held':
      return isLeft(event.message, file) ? { ...event, message: emptiedMessage(event.message, file) } : event;
    case 'ticket-absorbed': {
      const { messages } = event;
      const message = messages[among ?? 0];
      if (!message || !isLeft(message, file)) return event;
      return { ...event, messages: messages.with(among ?? 0, emptiedMessage(message, file)) };
    }
    case 'reply-written': {
      const { attachments = [], ...rest } = event;
      if (!isLeft({ words: event.words, attachments }, file)) return event;
      return { ...rest, ...emptiedMessage({ words: event.words, attachments }, file) };
    }
    case 'estimate-given':
    case 'coming-back-promised':
    case 'call-logged':
    case 'ticket-resolved':
      return file === undefined && event.words && isLeft({ words: event.words, attachments: [] })
        ? { ...event, words: { text: '' } }
        : event;
    default:
      return event;
  }
}

const emptiedMessage = <M extends Said>(message: M, file: string | undefined) =>
  file === undefined ? erased(message) : withoutFile(message, file);

/** Whether there is still something of it: of all of it, or of one file. */
function isLeft({ words, attachments, quoted, raw, html }: Said, file?: string): boolean {
  if (file !== undefined) return file !== '' && attachments.some(({ key }) => key === file);
  return words.text !== '' || words.key !== undefined || attachments.length > 0 || Boolean(quoted ?? raw ?? html);
}

const NAMES_OF_KEYS: ReadonlySet<string> = new Set(['key', 'raw', 'html']);

/** The keys of files, wherever they stand in it. */
function keysIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    typeof part === 'string' ? (NAMES_OF_KEYS.has(name) && part !== '' ? [part] : []) : keysIn(part),
  );
}
