import type { Instant } from '../promises/instant';
import type { Changes } from './changes';
import { clockChanges } from './clock-changes';
import type { ClockEvent } from './clock-events';
import { ERASED_SUBJECT, erased, withoutFile } from './erased';
import type { EventOf } from './events';
import type { AgentId } from './ids';
import { incidentChanges } from './incident-changes';
import type { Attachment, Words } from './message';
import type { Message, OpenedTicket } from './opened-ticket';
import { recommitted } from './recommitted';
import { pausedFrom, pausedUntil } from './standing-still';
import type { WorkEvent } from './work-events';

type Done = { readonly at: Instant } & (WorkEvent | ClockEvent);

/** What people at work make of a ticket; what nobody does, is the clock's. */
export function workChanges(ticket: OpenedTicket, event: Done): Changes {
  switch (event.type) {
    case 'ticket-released':
      return { status: { is: 'open' } };
    case 'held-mail-confirmed':
      return { held: ticket.held.map((mail, n) => (n === event.held ? { ...mail, confirmed: true } : mail)) };
    case 'language-set':
      return { language: event.language };
    case 'suspicion-dismissed':
      return { suspected: undefined };
    case 'ticket-assigned':
      return assigned(ticket, event);
    case 'senior-took-over':
      return { seniorAlarm: undefined, seniorHasIt: event.by };
    case 'work-begun':
      return begun(event);
    case 'ticket-triaged':
      return triaged(ticket, event);
    case 'policy-applied':
      return recommitted(ticket, event.commitment);
    case 'lifted-to-management':
      return { escalation: { toldAt: event.at } };
    case 'escalation-acknowledged':
      return ticket.escalation ? { escalation: { ...ticket.escalation, acknowledgedBy: event.by } } : {};
    case 'reply-written':
      return { ...answered(ticket, event), comingBack: undefined, callBackAt: undefined };
    case 'call-logged':
      return called(ticket, event);
    case 'coming-back-promised':
      return comesBack(ticket, event);
    case 'estimate-given':
      return answered(ticket, event);
    case 'handed-over':
      return handedOver(ticket, event);
    case 'waiting-began':
      return {
        status: { is: 'waiting', until: event.until, ...(event.remind && { remind: true }) },
        pauses: pausedFrom(event.at, ticket),
      };
    case 'fix-tied':
      return { fixIn: { version: event.version, date: event.date, overdue: false } };
    case 'fix-postponed':
      return event.version && event.date
        ? { fixIn: { version: event.version, date: event.date, overdue: false } }
        : { fixIn: undefined };
    case 'ticket-resolved':
      return resolved(ticket, event);
    case 'ticket-reopened':
      return {
        status: { is: 'open' },
        pauses: pausedUntil(event.at, ticket),
        ...(event.commitment && recommitted(ticket, event.commitment)),
      };
    case 'message-redacted':
      return {
        messages: ticket.messages.map((message, n) => (n === event.message ? redacted(message, event) : message)),
        ...(event.message === 0 && event.attachment === undefined && { subject: ERASED_SUBJECT[ticket.language] }),
      };
    case 'ticket-merged':
      return { status: { is: 'merged', into: event.into }, ...NOTHING_DUE };
    case 'ticket-absorbed':
      return absorbed(ticket, event);
    case 'ticket-linked':
      return { links: [...new Set([...ticket.links, event.to])] };
    case 'incident-declared':
      return { incident: { title: event.title, tickets: [], firstReceivedAt: ticket.receivedAt } };
    case 'tickets-attached':
    case 'ticket-detached':
    case 'incident-published':
    case 'incident-withdrawn':
      return ticket.incident ? { ...incidentChanges(ticket, ticket.incident, event) } : {};
    case 'incident-joined':
      return { partOf: event.lead, partOfSince: event.at, seniorAlarm: undefined };
    case 'incident-left':
      return {
        partOf: undefined,
        partOfSince: undefined,
        ...(event.commitment && recommitted(ticket, event.commitment)),
      };
    case 'note-written':
    case 'time-logged':
      return {};
    default:
      return clockChanges(ticket, event);
  }
}

const ALARM_ANEW = { seniorAlarm: undefined, seniorHasIt: undefined };

const NOTHING_DUE = { answerDue: undefined, comingBack: undefined, callBackAt: undefined, seniorAlarm: undefined };

// Whom the customer has to do with is of level 2, and stays so while level 3 works on it.
function assigned({ level, seniorHasIt }: OpenedTicket, { agent, by }: EventOf<'ticket-assigned'>): Changes {
  return {
    assignee: agent,
    takenBy: by === agent ? agent : undefined,
    ...(level === 2 && { contact: agent }),
    ...(seniorHasIt !== agent && { seniorHasIt: undefined }),
  };
}

const begun = ({ at, by, inTime, withinTarget, answerDue }: EventOf<'work-begun'>): Changes => ({
  begun: { at, by, inTime, withinTarget },
  ...(answerDue && { answerDue: { ...answerDue, overdue: false } }),
});

function triaged(
  ticket: OpenedTicket,
  { kind, by, at, answers, clause, commitment }: EventOf<'ticket-triaged'>,
): Changes {
  return {
    kind,
    suspected: undefined,
    triage: answers && clause ? { answers, clause, by, at } : undefined,
    ...(kind !== 'minor' && { fixIn: undefined }),
    // What was taken as one thing is not taken as a graver one: the alarm begins anew.
    ...(ticket.kind !== kind && commitment.basis.because !== 'lowered' && ALARM_ANEW),
    ...recommitted(ticket, commitment),
  };
}

function called(ticket: OpenedTicket, event: EventOf<'call-logged'>): Changes {
  const { answered: wasAnswered, words, callBackAt } = event;
  if (!wasAnswered) return { callBackAt, callBackTold: false };
  return {
    ...(words ? answered(ticket, { ...event, words }) : { answerDue: undefined }),
    comingBack: undefined,
    callBackAt,
    callBackTold: false,
  };
}

function comesBack(ticket: OpenedTicket, event: EventOf<'coming-back-promised'>): Changes {
  const { at: promisedAt, until, version, words } = event;
  const comingBack = {
    ...(until !== undefined && { at: until }),
    ...(version && { version }),
    promisedAt,
    reminded: false,
  };
  return { ...(words ? answered(ticket, { ...event, words }) : { answerDue: undefined }), comingBack };
}

function handedOver({ spells, contact }: OpenedTicket, { to, at, contact: named }: EventOf<'handed-over'>): Changes {
  const level2 = named ?? contact;
  return {
    level: to,
    spells: [...spells, { level: to, from: at }],
    takenBy: undefined,
    seniorHasIt: undefined,
    ...(to === 3 ? { assignee: undefined, contact: level2 } : { assignee: contact }),
  };
}

function resolved(ticket: OpenedTicket, event: EventOf<'ticket-resolved'>): Changes {
  const { at, by, words } = event;
  return {
    ...(words && by !== 'desk' && said(ticket, { at, by, words })),
    status: { is: 'resolved', at },
    pauses: pausedFrom(at, ticket),
    ...NOTHING_DUE,
    // What its customer writes after that is its own again, and so are those that it led.
    partOf: undefined,
    partOfSince: undefined,
    ...(ticket.incident && { incident: { ...ticket.incident, tickets: [] } }),
  };
}

function redacted(message: Message, { attachment, at, by, reason }: EventOf<'message-redacted'>): Message {
  const left =
    attachment === undefined ? erased(message) : withoutFile(message, message.attachments[attachment]?.key ?? '');
  return { ...left, redacted: { at, by, reason } };
}

// At the end, however old they are: a message is named by its place, which never moves.
function absorbed(ticket: OpenedTicket, event: EventOf<'ticket-absorbed'>): Changes {
  const { messages, customer, commitment, answerDue } = event;
  return {
    messages: [...ticket.messages, ...messages],
    absorbed: [...(ticket.absorbed ?? []), customer],
    ...(commitment && recommitted(ticket, commitment)),
    ...(answerDue && !ticket.answerDue && { answerDue: { ...answerDue, overdue: false } }),
  };
}

interface Said {
  readonly at: Instant;
  readonly by: AgentId;
  readonly words: Words;
  readonly cc?: readonly string[];
  readonly attachments?: readonly Attachment[];
}

const said = ({ messages }: OpenedTicket, { at, by, words, cc = [], attachments = [] }: Said): Changes => ({
  messages: [...messages, { from: by, at, words, attachments, cc }],
});

// Who was answered waits for nothing, and is not kept waiting in the chat.
const answered = (ticket: OpenedTicket, event: Said): Changes => ({
  ...said(ticket, event),
  answerDue: undefined,
  ...(ticket.chat && { chat: { ...ticket.chat, keptWaiting: false } }),
});
