import { HOUR, type Instant, MINUTE } from '../../promises/instant';
import type { Policy } from '../../promises/policy';
import { calendarNamed } from '../../promises/policy-calendar';
import { sayInstant, sayList } from '../../promises/say';
import type { Customer } from '../../ticket/events';
import type { OpenedTicket } from '../../ticket/ticket';
import { tidyLine } from '../repair';
import { type Block, facts } from './letter-text';
import { STAFF_WORDS, type StaffWords } from './staff-words';
import { titled } from './subject';
import { nameOf, staffLanguage, type Writing } from './writing';

/** How a ticket stands, for staff: whose it is, what it is, who has it, and its instants. */
export function standing(ticket: OpenedTicket, { policy, staff }: Writing): Block {
  const { subject, customer, channel, level, assignee, receivedAt, commitment, begun, answerDue } = ticket;
  const language = staffLanguage(policy);
  const words = STAFF_WORDS[language];
  const said = (t: Instant | undefined) =>
    t === undefined ? undefined : sayInstant(t, policy, language, { relativeTo: receivedAt });
  return facts(
    [words.subject, titled(subject, language)],
    [words.customer, nameOfCustomer(customer, words)],
    [words.channel, words.channels[channel]],
    [words.kind, kindOf(ticket, policy)],
    [words.level, String(level)],
    [words.assignee, nameOf(assignee, staff) ?? assignee ?? words.unassigned],
    [words.received, sayInstant(receivedAt, policy, language)],
    [words.target, said(commitment.beginTarget)],
    [words.latest, said(commitment.beginLatest)],
    [words.begun, said(begun?.at)],
    [words.answerDue, said(answerDue?.latest)],
  );
}

export function kindOf({ kind }: OpenedTicket, policy: Policy): string {
  const language = staffLanguage(policy);
  return kind ? policy.kinds[kind].name[language] : STAFF_WORDS[language].notTriaged;
}

/** The open time since receipt, in the calendar of the clock to management: '16 timer og 5 minutter i vanlig arbeidstid'. */
export function elapsed({ commitment, receivedAt, lastActivityAt }: OpenedTicket, policy: Policy): string {
  const language = staffLanguage(policy);
  const { management } = policy.kinds[commitment.kind];
  const { calendar, name } = calendarNamed(management?.calendar ?? policy.workingDays, policy);
  const total = Math.floor(calendar.between(receivedAt, lastActivityAt) / MINUTE);
  const [hours, minutes] = [Math.floor((total * MINUTE) / HOUR), total % 60];
  const words = STAFF_WORDS[language];
  const parts = [...(hours > 0 ? [words.hours(hours)] : []), ...(minutes > 0 ? [words.minutes(minutes)] : [])];
  return words.within(sayList(parts, language) || words.minutes(0), name[language]);
}

// Whatever a stranger calls themselves stays on its own line, so that it can't pass for another fact.
const nameOfCustomer = ({ name, organisation, email, phone }: Customer, { unknown }: StaffWords): string =>
  [name, organisation, email, phone].flatMap((part) => (part ? [tidyLine(part)] : [])).join(', ') || unknown;
