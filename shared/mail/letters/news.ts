import type { Instant } from '../../promises/instant';
import { sayInstant } from '../../promises/say';
import type { EventOf, TicketEvent } from '../../ticket/events';
import type { OpenedTicket } from '../../ticket/ticket';
import { excerpt } from './excerpt';
import { type Block, quote } from './letter-text';
import { staffLanguage, type Writing } from './writing';

/** What a letter to staff is about: its title, what to do now, and what it takes to do it. */
export interface News {
  readonly title: string;
  readonly now: string;
  readonly more?: readonly Block[];
}

/** An instant in a letter to staff: without the year, where it is that of receipt. */
export const staffSays = (t: Instant, { receivedAt }: OpenedTicket, { policy }: Writing): string =>
  sayInstant(t, policy, staffLanguage(policy), { relativeTo: receivedAt });

/** Whether letters to staff may say what somebody wrote: else they say number, customer, kind and instants alone (P12). */
export const saysWhatIsWritten = ({ policy }: Pick<Writing, 'policy'>): boolean => policy.alerts.saySubject;

// A machine's or a stranger's words, as much of them as it takes to judge.
const BOUNDS = { letters: 2_000, lines: 60 };

/** Somebody's words, where letters to staff may say them. */
export const quoted = (text: string, writing: Writing, who?: string): Block[] =>
  text.trim() && saysWhatIsWritten(writing) ? [quote(excerpt(text, BOUNDS), who ? { who } : undefined)] : [];

/** The last event of a type, where the letter is written with what has happened. */
export const lastOf = <T extends TicketEvent['type']>(type: T, { events = [] }: Writing): EventOf<T> | undefined =>
  events.findLast((event): event is EventOf<T> => event.type === type);
