import { HOUR, type Instant, MINUTE } from '../../promises/instant';
import type { Policy } from '../../promises/policy';
import { calendarNamed } from '../../promises/policy-calendar';
import { sayInstant, sayList } from '../../promises/say';
import type { OpenedTicket } from '../../ticket/ticket';
import { oneLine } from '../repair';
import { customerInFull } from './customer-name';
import { type Block, facts } from './letter-text';
import { saysWhatIsWritten } from './news';
import { STAFF_WORDS } from './staff-words';
import { titled } from './subject';
import { nameOf, staffLanguage, type Writing } from './writing';

/** How a ticket stands, for staff: whose it is, what it is, who has it, and its instants. */
export function standing(ticket: OpenedTicket, writing: Writing): Block {
  const { subject, customer, channel, level, assignee, contact } = ticket;
  const { policy, staff } = writing;
  const language = staffLanguage(policy);
  const words = STAFF_WORDS[language];
  return facts(
    [words.subject, saysWhatIsWritten(writing) ? titled(subject, language) : undefined],
    [words.customer, customerInFull(customer) || words.unknown],
    [words.standing, customer.standing && words.standings[customer.standing]],
    [words.channel, words.channels[channel]],
    [words.kind, kindOf(ticket, policy)],
    [words.level, String(level)],
    [words.assignee, nameOf(assignee, staff) ?? assignee ?? words.unassigned],
    [words.contact, contact === assignee ? undefined : nameOf(contact, staff)],
    [words.incident, incidentOf(ticket, writing)],
    ...instantsOf(ticket, writing),
  );
}

type Fact = readonly [label: string, value: string | undefined];

function instantsOf(ticket: OpenedTicket, { policy }: Writing): readonly Fact[] {
  const { receivedAt, commitment, begun, answerDue, comingBack, fixIn } = ticket;
  const language = staffLanguage(policy);
  const words = STAFF_WORDS[language];
  const said = (t: Instant | undefined) =>
    t === undefined ? undefined : sayInstant(t, policy, language, { relativeTo: receivedAt });
  return [
    [words.received, sayInstant(receivedAt, policy, language)],
    [words.target, said(commitment.beginTarget)],
    [words.latest, said(commitment.beginLatest)],
    [words.begun, said(begun?.at)],
    [words.answerDue, said(answerDue?.latest)],
    [words.comesBack, said(comingBack?.at)],
    [words.fixIn, fixIn && oneLine(fixIn.version)],
  ];
}

function incidentOf({ incident, partOf }: OpenedTicket, { policy }: Writing): string | undefined {
  const { leads, partOf: sameAs } = STAFF_WORDS[staffLanguage(policy)];
  if (partOf) return sameAs(partOf);
  return incident && incident.tickets.length > 0 ? leads(incident.tickets.length) : undefined;
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
