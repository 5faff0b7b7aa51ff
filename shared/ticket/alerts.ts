import { firstOpeningAfterClosure, isSupportClosure } from '../promises/closure';
import type { Policy } from '../promises/policy';
import { zoneOf } from '../promises/zone';
import type { EventOf, TicketEvent } from './events';
import type { AlertReason, Audience, Letter } from './letter';
import type { OpenedTicket, Ticket } from './opened-ticket';
import { participantsOf } from './participants';
import { isReminder } from './reminders';
import { isForSeniors } from './seniors';

/** What a commit has done to a ticket. */
export interface Change {
  readonly before: Ticket;
  readonly events: readonly TicketEvent[];
  readonly after: OpenedTicket;
  readonly policy: Policy;
}

/** What staff are told of an event. What is parked is shown in its list, and alerts nobody. */
export function alertsFor(event: TicketEvent, change: Change): Letter[] {
  const { is } = change.after.status;
  return is === 'parked' || is === 'merged' || isGathered(event, change) ? [] : alertsOn(event, change);
}

function alertsOn(event: TicketEvent, change: Change): Letter[] {
  const { before, after: ticket, policy } = change;
  switch (event.type) {
    case 'ticket-opened':
      return onlyIf(!isSuspected(change), alert('new-inquiry', whoseAreNew(event, policy)));
    case 'ticket-released':
      return [alert('new-inquiry', { level: ticket.level })];
    case 'suspicion-raised':
      return [
        alert('suspected', before.state === 'opened' ? whoseItIs(ticket) : whoseAreNew(event, policy), 'seniors'),
      ];
    case 'message-received':
      return onlyIf(
        !isFirst(ticket) && !event.ofStorm && !isSuspected(change),
        alert('new-message', ...whoHearsFrom(ticket)),
      );
    case 'mail-held':
      return onlyIf(isFirstHeld(before), alert('mail-held', event.agent ? { agent: event.agent } : whoseItIs(ticket)));
    case 'acknowledgement-withheld':
      return onlyIf(event.first, alert('mail-loop', { level: 2 }, 'seniors'));
    case 'storm-gathered':
      return [alert('mail-storm', { level: 2 }, 'seniors')];
    case 'delivery-failed':
      return onlyIf(isNews(event, before), alert('undeliverable', whoHearsOf(event, ticket)));
    case 'ticket-assigned':
      return onlyIf(event.agent !== event.by && event.by !== 'desk', alert('assigned', { agent: event.agent }));
    case 'senior-called':
      return seniorCalled(event, ticket, policy);
    case 'promise-warned':
      return [{ letter: 'warning', to: [whoseItIs(ticket)], latest: event.latest }];
    case 'promise-missed':
      return [{ letter: 'miss', to: [whoseItIs(ticket), 'seniors'], latest: event.latest }];
    case 'promise-still-missed':
      return [{ letter: 'miss', to: [whoseItIs(ticket)], latest: event.latest }];
    case 'answer-overdue':
      return [alert('answer-overdue', whoseItIs(ticket))];
    case 'management-told':
      return [managementLetter(event)];
    case 'lifted-to-management':
      return [{ letter: 'management', to: ['management'], reason: event.reason, by: event.by }];
    case 'handed-over':
      // What is for seniors is told to them, by the alarm.
      return onlyIf(!isForSeniors(ticket, policy), alert('handed-over', handedTo(event, ticket)));
    case 'chat-kept-waiting':
      return [alert('chat-waiting', whoseItIs(ticket), 'on-duty')];
    case 'customer-reminded':
      return [alert('customer-reminded', whoseItIs(ticket))];
    case 'waiting-ended':
      return onlyIf(event.why === 'time-is-up', alert('waiting-over', whoseItIs(ticket)));
    case 'coming-back-near':
      return [alert('coming-back-near', ...whoeverIsThere(event, ticket, policy))];
    case 'coming-back-due':
      return [alert('come-back', ...whoeverIsThere(event, ticket, policy))];
    case 'call-back-due':
      return [alert('call-back', ...whoeverIsThere(event, ticket, policy))];
    case 'version-overdue':
      return [alert('version-overdue', whoseItIs(ticket))];
    case 'look-due':
      return [alert('look-again', whoseItIs(ticket))];
    case 'ticket-triaged':
    case 'suspicion-dismissed':
    case 'senior-took-over':
    case 'escalation-acknowledged':
    case 'address-left':
    case 'chat-ended':
    case 'reply-written':
    case 'call-logged':
    case 'coming-back-promised':
    case 'estimate-given':
    case 'fix-tied':
    case 'fix-postponed':
    case 'ticket-resolved':
    case 'held-mail-confirmed':
    case 'complaint-made':
    case 'language-set':
    case 'ticket-parked':
    case 'automatic-mail-noted':
    case 'work-begun':
    case 'policy-applied':
    case 'note-written':
    case 'waiting-began':
    case 'time-logged':
    case 'ticket-reopened':
    case 'message-redacted':
    case 'ticket-merged':
    case 'ticket-absorbed':
    case 'ticket-linked':
    case 'incident-declared':
    case 'tickets-attached':
    case 'ticket-detached':
    case 'incident-published':
    case 'incident-withdrawn':
    case 'incident-joined':
    case 'incident-left':
      return [];
  }
}

/**
 * While support is closed whoever is away is not reminded of each thing: the digest of the first open morning gathers
 * them, and what is near its latest on that day. Errors for seniors are looked after all the time.
 */
function isGathered(event: TicketEvent, { after, policy }: Change): boolean {
  if (isForSeniors(after, policy) || !isReminder(event)) return false;
  if (isSupportClosure(event.at, policy)) return true;
  if (event.type !== 'promise-warned') return false;
  const { dateOf, instantOf } = zoneOf(policy.timeZone);
  const isReopening = firstOpeningAfterClosure(event.at, policy) !== undefined;
  return isReopening && after.receivedAt < instantOf(dateOf(event.at), policy.digest.at);
}

// The alarm says what the news would say, and more.
const isSuspected = ({ events }: Change): boolean => events.some(({ type }) => type === 'suspicion-raised');

// At first all of them; then one by one, who is woken knows that it is theirs. Where none is there, management is told.
function seniorCalled({ agents, attempt }: EventOf<'senior-called'>, { kind }: OpenedTicket, policy: Policy): Letter[] {
  if (agents.length === 0) return [];
  const wakes = kind !== undefined && policy.kinds[kind].alarm?.calendar === undefined;
  const called = agents.map((agent) => ({ agent }));
  return [
    attempt === 0 ? alert('senior-needed', 'seniors') : alert('senior-called', ...called),
    ...(wakes ? called.map((to): Letter => ({ letter: 'text-message', to: [to] })) : []),
  ];
}

const managementLetter = ({ again, why }: EventOf<'management-told'>): Letter => ({
  letter: 'management',
  to: ['management'],
  ...(again && { again }),
  ...(why && { why }),
});

// While one waits to be confirmed the next ones wait with it: an alert that a mailbox answers by itself would go on for
// ever.
const isFirstHeld = (before: Ticket): boolean =>
  before.state === 'opened' && before.held.every(({ confirmed }) => confirmed);

// Where it is staff that our mail does not reach, another alert to them would come back too.
const whoHearsOf = ({ address }: EventOf<'delivery-failed'>, ticket: OpenedTicket): Audience =>
  participantsOf(ticket).includes(address) ? whoseItIs(ticket) : 'seniors';

// A mail that comes back is shown on the ticket; what the mail service tells, staff are told of once for each address.
const isNews = ({ permanent, byMail, address }: EventOf<'delivery-failed'>, before: Ticket): boolean =>
  permanent && !byMail && !(before.state === 'opened' && before.toldOf.includes(address));

const onlyIf = (holds: boolean, letter: Letter): Letter[] => (holds ? [letter] : []);

const alert = (why: AlertReason, ...to: readonly Audience[]): Letter => ({ letter: 'alert', why, to });

const isFirst = ({ messages }: OpenedTicket) => messages.length === 1;

// On closed days one person looks at what comes in, and the others have their holidays.
const whoseAreNew = ({ at }: TicketEvent, policy: Policy): Audience =>
  isSupportClosure(at, policy) ? 'on-duty' : { level: 2 };

const whoseItIs = ({ assignee, level }: OpenedTicket): Audience => (assignee ? { agent: assignee } : { level });

// A customer was told that date: somebody keeps it, closed or not.
const whoeverIsThere = ({ at }: TicketEvent, ticket: OpenedTicket, policy: Policy): Audience[] =>
  isSupportClosure(at, policy) ? [whoseItIs(ticket), 'on-duty'] : [whoseItIs(ticket)];

// Level 2 stays whom the customer has to do with, while level 3 works on it.
function whoHearsFrom(ticket: OpenedTicket): Audience[] {
  const { level, contact, assignee } = ticket;
  return level === 3 && contact && contact !== assignee ? [whoseItIs(ticket), { agent: contact }] : [whoseItIs(ticket)];
}

const handedTo = ({ to }: EventOf<'handed-over'>, { assignee }: OpenedTicket): Audience =>
  assignee ? { agent: assignee } : { level: to };
