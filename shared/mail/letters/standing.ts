import { HOUR, type Instant, MINUTE } from '../../promises/instant';
import type { Policy } from '../../promises/policy';
import { calendarNamed } from '../../promises/policy-calendar';
import { sayInstant, sayList } from '../../promises/say';
import type { Customer } from '../../ticket/events';
import type { OpenedTicket } from '../../ticket/ticket';
import { oneLine } from '../repair';
import { type Block, facts } from './letter-text';
import { CHANNELS, LABELS, UNKNOWN } from './staff-words';
import { titled } from './subject';
import { nameOf, type Writing } from './writing';

/** How a ticket stands, for staff: whose it is, what it is, who has it, and its instants. */
export function standing(ticket: OpenedTicket, { policy, staff }: Writing): Block {
  const { subject, customer, channel, level, assignee, receivedAt, commitment, begun, answerDue } = ticket;
  const said = (t: Instant | undefined) =>
    t === undefined ? undefined : sayInstant(t, policy, 'nb', { relativeTo: receivedAt });
  return facts(
    [LABELS.subject, titled(subject, 'nb')],
    [LABELS.customer, nameOfCustomer(customer)],
    [LABELS.channel, CHANNELS[channel]],
    [LABELS.kind, kindOf(ticket, policy)],
    [LABELS.level, String(level)],
    [LABELS.assignee, nameOf(assignee, staff) ?? assignee ?? UNKNOWN.assignee],
    [LABELS.received, sayInstant(receivedAt, policy, 'nb')],
    [LABELS.target, said(commitment.beginTarget)],
    [LABELS.latest, said(commitment.beginLatest)],
    [LABELS.begun, said(begun?.at)],
    [LABELS.answerDue, said(answerDue?.latest)],
  );
}

export const kindOf = ({ kind }: OpenedTicket, { kinds }: Policy): string =>
  kind ? kinds[kind].name.nb : UNKNOWN.kind;

/** The open time since receipt, in the calendar of the clock to management: '16 timer og 5 minutter i vanlig arbeidstid'. */
export function elapsed({ commitment, receivedAt, lastActivityAt }: OpenedTicket, policy: Policy): string {
  const { management } = policy.kinds[commitment.kind];
  const { calendar, name } = calendarNamed(management?.calendar ?? policy.workingDays, policy);
  const minutes = Math.floor(calendar.between(receivedAt, lastActivityAt) / MINUTE);
  return `${sayMinutes(minutes)} i ${name.nb}`;
}

function sayMinutes(total: number): string {
  const [hours, minutes] = [Math.floor((total * MINUTE) / HOUR), total % 60];
  const parts = [hours > 0 && counted(hours, 'time', 'timer'), minutes > 0 && counted(minutes, 'minutt', 'minutter')];
  return (
    sayList(
      parts.filter((part) => part !== false),
      'nb',
    ) || counted(0, 'minutt', 'minutter')
  );
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

// Whatever a stranger calls themselves stays on its own line, so that it can't pass for another fact.
const nameOfCustomer = ({ name, organisation, email, phone }: Customer): string =>
  [name, organisation, email, phone].flatMap((part) => (part ? [oneLine(part)] : [])).join(', ') || UNKNOWN.customer;
