import { sayInstant } from '../../promises/say';
import type { AlertReason } from '../../ticket/effects';
import type { OpenedTicket } from '../../ticket/ticket';
import { oneLine, tidyLine } from '../repair';
import { ALERTS, type PlainReason } from './alert-words';
import { becauseOf } from './because';
import { chatWaiting, comingBackNear, customerReminded, versionOverdue } from './due-news';
import { attachedIn } from './history';
import { type Block, facts, paragraph } from './letter-text';
import { type News, quoted, saysWhatIsWritten } from './news';
import { reasonIn } from './reasons';
import { seniorCalled, seniorNeeded } from './senior-news';
import { STAFF_WORDS } from './staff-words';
import { suspected } from './suspicion-news';
import { type LetterOf, nameOf, staffLanguage, type Writing } from './writing';

/** What has happened to a ticket, why it is told now, and what to do about it. */
export const alertNews = ({ why }: LetterOf<'alert'>, ticket: OpenedTicket, writing: Writing): News =>
  NEWS[why](ticket, writing);

type Tells = (ticket: OpenedTicket, writing: Writing) => News;

/** A new reason does not compile until there are words for it. */
const NEWS: Readonly<Record<AlertReason, Tells>> = {
  'new-inquiry': plain('new-inquiry'),
  'new-message': plain('new-message'),
  assigned: plain('assigned'),
  'handed-over': handedOver,
  'waiting-over': plain('waiting-over'),
  'look-again': plain('look-again'),
  'answer-overdue': plain('answer-overdue'),
  'come-back': plain('come-back'),
  'mail-held': plain('mail-held', heldMail),
  undeliverable: plain('undeliverable', undeliverable),
  'mail-loop': plain('mail-loop', because('mail-loop')),
  'mail-storm': plain('mail-storm', because('mail-storm')),
  suspected,
  'senior-needed': seniorNeeded,
  'senior-called': seniorCalled,
  'chat-waiting': chatWaiting,
  'coming-back-near': comingBackNear,
  'call-back': plain('call-back', whomToCall),
  'version-overdue': versionOverdue,
  'customer-reminded': customerReminded,
};

type Takes = (ticket: OpenedTicket, writing: Writing) => Block[];

function plain(why: PlainReason, whatItTakes?: Takes): Tells {
  return (ticket, writing) => ({
    ...ALERTS[staffLanguage(writing.policy)][why],
    ...(whatItTakes && { more: whatItTakes(ticket, writing) }),
  });
}

function handedOver(ticket: OpenedTicket, writing: Writing): News {
  const language = staffLanguage(writing.policy);
  const { title, now } = ALERTS[language]['handed-over'];
  const more = because('handed-over')(ticket, writing);
  return { title: `${title} ${STAFF_WORDS[language].toLevel(ticket.level)}`, now, more };
}

function because(why: AlertReason): Takes {
  return (_, writing) => quotedReason(why, STAFF_WORDS[staffLanguage(writing.policy)].reason, writing);
}

function undeliverable(ticket: OpenedTicket, writing: Writing): Block[] {
  const { address, theirServer } = STAFF_WORDS[staffLanguage(writing.policy)];
  const [last] = ticket.undeliverable.slice(-1).map(tidyLine);
  return [facts([address, last]), ...quotedReason('undeliverable', theirServer, writing)];
}

function quotedReason(why: AlertReason, who: string, writing: Writing): Block[] {
  const { policy, events = [] } = writing;
  return quoted(reasonIn(staffLanguage(policy), becauseOf(why, events)?.trim() ?? ''), writing, who);
}

function whomToCall({ customer }: OpenedTicket, { policy }: Writing): Block[] {
  const { phone } = STAFF_WORDS[staffLanguage(policy)];
  return customer.phone ? [facts([phone, tidyLine(customer.phone)])] : [];
}

/** Who a held mail says to be from, why that is doubted, and what it says. */
function heldMail({ held }: OpenedTicket, writing: Writing): Block[] {
  const last = held.at(-1);
  if (!last) return [];
  const { policy, staff } = writing;
  const language = staffLanguage(policy);
  const words = STAFF_WORDS[language];
  const { message, doubt, agent } = last;
  const { name, email } = message.sender ?? {};
  const said = [name ?? nameOf(agent, staff), email && `<${email}>`].flatMap((part) => (part ? [oneLine(part)] : []));
  const files = saysWhatIsWritten(writing) ? attachedIn(message.attachments, language) : '';
  return [
    facts(
      [words.saysToBe, tidyLine(said.join(' ')) || words.unknown],
      [words.heldSince, sayInstant(message.receivedAt, policy, language)],
      [words.why, words.doubts[doubt]],
    ),
    ...quoted(message.words.text, writing),
    ...(files ? [paragraph(files)] : []),
  ];
}
