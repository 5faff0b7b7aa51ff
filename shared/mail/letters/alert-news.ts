import { sayInstant } from '../../promises/say';
import type { AlertReason } from '../../ticket/effects';
import type { HeldMail, OpenedTicket } from '../../ticket/ticket';
import { oneLine, tidyLine } from '../repair';
import { ALERTS } from './alert-words';
import { excerpt } from './excerpt';
import { attachedIn } from './history';
import { type Block, facts, paragraph, quote } from './letter-text';
import { reasonIn } from './reasons';
import { STAFF_WORDS } from './staff-words';
import { kindOf } from './standing';
import { type LetterOf, nameOf, staffLanguage, type Writing } from './writing';

/** What a letter to staff is about: its title, what to do now, and what it takes to do it. */
export interface News {
  readonly title: string;
  readonly now: string;
  readonly more?: readonly Block[];
}

// A machine's or a stranger's words, as much of them as it takes to judge.
const BOUNDS = { letters: 2_000, lines: 60 };

/** What has happened to a ticket, why it is told now, and what to do about it. */
export function alertNews({ why }: LetterOf<'alert'>, ticket: OpenedTicket, writing: Writing): News {
  const { title, now } = ALERTS[staffLanguage(writing.policy)][why];
  const detail = titleDetail(why, ticket, writing);
  return { title: detail ? `${title} ${detail}` : title, now, more: whatItTakes(why, ticket, writing) };
}

function titleDetail(why: AlertReason, ticket: OpenedTicket, { policy }: Writing): string | undefined {
  if (why === 'handed-over') return STAFF_WORDS[staffLanguage(policy)].toLevel(ticket.level);
  return why === 'senior-needed' ? `(${kindOf(ticket, policy)})` : undefined;
}

function whatItTakes(why: AlertReason, ticket: OpenedTicket, writing: Writing): Block[] {
  const words = STAFF_WORDS[staffLanguage(writing.policy)];
  switch (why) {
    case 'mail-held':
      return heldMail(ticket.held.at(-1), writing);
    case 'undeliverable':
      return [facts([words.address, lastOf(ticket.undeliverable)]), ...because(words.theirServer, writing)];
    case 'mail-loop':
    case 'mail-storm':
    case 'handed-over':
      return because(words.reason, writing);
    case 'new-inquiry':
    case 'new-message':
    case 'assigned':
    case 'senior-needed':
    case 'waiting-over':
    case 'look-again':
    case 'answer-overdue':
    case 'come-back':
      return [];
  }
}

const lastOf = (addresses: readonly string[]): string | undefined => addresses.slice(-1).map(tidyLine)[0];

function because(who: string, { because = '', policy }: Writing): Block[] {
  const reason = reasonIn(staffLanguage(policy), because.trim());
  return reason ? [quote(excerpt(reason, BOUNDS), { who })] : [];
}

/** Who a held mail says to be from, why that is doubted, and what it says. */
function heldMail(held: HeldMail | undefined, { policy, staff }: Writing): Block[] {
  if (!held) return [];
  const language = staffLanguage(policy);
  const words = STAFF_WORDS[language];
  const { message, doubt, agent } = held;
  const { name, email } = message.sender ?? {};
  const said = [name ?? nameOf(agent, staff), email && `<${email}>`].flatMap((part) => (part ? [oneLine(part)] : []));
  return [
    facts(
      [words.saysToBe, tidyLine(said.join(' ')) || words.unknown],
      [words.heldSince, sayInstant(message.receivedAt, policy, language)],
      [words.why, words.doubts[doubt]],
    ),
    ...(message.words.text.trim() ? [quote(excerpt(message.words.text, BOUNDS))] : []),
    ...(message.attachments.length > 0 ? [paragraph(attachedIn(message.attachments, language))] : []),
  ];
}
