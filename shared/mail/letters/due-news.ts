import type { Policy } from '../../promises/policy';
import { sayDate } from '../../promises/say';
import { zoneOf } from '../../promises/zone';
import { awaitedSince } from '../../ticket/awaited';
import type { AlertReason } from '../../ticket/effects';
import type { EventOf } from '../../ticket/events';
import type { OpenedTicket } from '../../ticket/ticket';
import { oneLine } from '../repair';
import { ALERTS } from './alert-words';
import { facts } from './letter-text';
import { lastOf, type News, staffSays } from './news';
import { type InEach, staffLanguage, type Writing } from './writing';

const nb = {
  since: (at: string) => `Kunden har ventet på svar siden ${at}. Svar i chatten nå.`,
  byMail: 'Forlater kunden chatten, kommer svaret på e-post.',
  addressAskedFor: 'Vi har bedt om en e-postadresse, så svaret kan sendes dit hvis kunden går.',
  heardBy: (at: string) =>
    `Vi har sagt at kunden hører fra oss senest ${at}. Svar før det, eller avtal et nytt tidspunkt.`,
  promisedAt: 'Lovet',
  notOut: (version: string) => `Versjon ${version} er ikke ute`,
  shouldBeOut: (version: string, date: string) =>
    `Versjon ${version} skulle vært ute ${date}, og skal rette denne feilen.`,
  outOrPostpone:
    'Er den ute, registrerer du det. Hvis ikke, utsetter du rettingen og oppgir en grunn, som kunden får vite.',
  remindedTimes: (count: number) => `Vi har sendt kunden påminnelse nummer ${count}. Du trenger ikke gjøre noe nå.`,
  thenClosed: (date: string) => `Svarer ikke kunden, lukkes saken ${date}, og kunden får beskjed om det.`,
  thenAgain: (date: string) => `Svarer ikke kunden, sender vi en ny påminnelse ${date}.`,
  thenYou: (date: string) => `Svarer ikke kunden, får du beskjed ${date}. Saken lukkes ikke av seg selv.`,
};

const en: typeof nb = {
  since: (at) => `The customer has waited for an answer since ${at}. Answer in the chat now.`,
  byMail: 'If the customer leaves the chat, the answer goes by e-mail.',
  addressAskedFor: 'We have asked for an e-mail address, so that the answer can go there if the customer leaves.',
  heardBy: (at) =>
    `We have said that the customer will hear from us by ${at}. Answer before that, or agree on a new time.`,
  promisedAt: 'Promised',
  notOut: (version) => `Version ${version} is not out`,
  shouldBeOut: (version, date) => `Version ${version} should have been out on ${date}, and is to fix this error.`,
  outOrPostpone: 'If it is out, record that. If not, postpone the fix and give a reason, which the customer is told.',
  remindedTimes: (count) => `We have sent the customer reminder number ${count}. There is nothing for you to do now.`,
  thenClosed: (date) => `If the customer does not answer, the case is closed on ${date}, and the customer is told.`,
  thenAgain: (date) => `If the customer does not answer, we send another reminder on ${date}.`,
  thenYou: (date) => `If the customer does not answer, you are told on ${date}. The case is not closed by itself.`,
};

const WORDS: InEach<typeof nb> = { nb, en };
const wordsFor = ({ policy }: Writing) => WORDS[staffLanguage(policy)];
const titleFor = (why: AlertReason, { policy }: Writing): string => ALERTS[staffLanguage(policy)][why].title;

/** A visitor of the chat has waited for longer than one should (P10). */
export function chatWaiting(ticket: OpenedTicket, writing: Writing): News {
  const { since, byMail, addressAskedFor } = wordsFor(writing);
  const at = staffSays(awaitedSince(ticket.messages) ?? ticket.lastActivityAt, ticket, writing);
  return {
    title: titleFor('chat-waiting', writing),
    now: `${since(at)} ${ticket.customer.email ? byMail : addressAskedFor}`,
  };
}

/** By when we have to come back, as we have said (P14). */
export function comingBackNear(ticket: OpenedTicket, writing: Writing): News {
  const { heardBy, promisedAt } = wordsFor(writing);
  const title = titleFor('coming-back-near', writing);
  const { at = ticket.lastActivityAt, promisedAt: saidAt } = ticket.comingBack ?? {};
  const since = saidAt === undefined ? undefined : staffSays(saidAt, ticket, writing);
  return { title, now: heardBy(staffSays(at, ticket, writing)), more: [facts([promisedAt, since])] };
}

/** The version that is to bring the fix is late (P7). */
export function versionOverdue(ticket: OpenedTicket, writing: Writing): News {
  const { notOut, shouldBeOut, outOrPostpone } = wordsFor(writing);
  const version = oneLine(lastOf('version-overdue', writing)?.version ?? ticket.fixIn?.version ?? '');
  const date = ticket.fixIn && sayDate(ticket.fixIn.date, staffLanguage(writing.policy), relativeTo(ticket, writing));
  const should = date ? `${shouldBeOut(version, date)} ` : '';
  return { title: notOut(version), now: `${should}${outOrPostpone}` };
}

/** That the customer was reminded, and what comes of it if they don't answer. */
export function customerReminded(ticket: OpenedTicket, writing: Writing): News {
  const { remindedTimes } = wordsFor(writing);
  const title = titleFor('customer-reminded', writing);
  const reminder = lastOf('customer-reminded', writing);
  const { status } = ticket;
  const count = reminder?.count ?? (status.is === 'waiting' ? status.reminded : undefined) ?? 1;
  const after = reminder ? ` ${whatThen(reminder, ticket, writing)}` : '';
  return { title, now: `${remindedTimes(count)}${after}` };
}

function whatThen(
  { until, count, last }: EventOf<'customer-reminded'>,
  ticket: OpenedTicket,
  writing: Writing,
): string {
  const { policy } = writing;
  const { thenClosed, thenAgain, thenYou } = wordsFor(writing);
  const date = sayDate(dateOf(until, policy), staffLanguage(policy), relativeTo(ticket, writing));
  if (last) return thenClosed(date);
  return count < policy.waiting.reminders ? thenAgain(date) : thenYou(date);
}

const dateOf = (at: number, { timeZone }: Policy) => zoneOf(timeZone).dateOf(at);
const relativeTo = ({ receivedAt }: OpenedTicket, { policy }: Writing) => ({ relativeTo: dateOf(receivedAt, policy) });
