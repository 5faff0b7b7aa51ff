import type { Instant } from '../promises/instant';
import type { Changes } from './changes';
import type { ClockEvent } from './clock-events';
import type { OpenedTicket } from './opened-ticket';
import { pausedUntil, waitedUntil } from './standing-still';

/** What the clock makes of a ticket. */
export function clockChanges(ticket: OpenedTicket, event: { readonly at: Instant } & ClockEvent): Changes {
  switch (event.type) {
    case 'promise-warned':
      return { warned: true };
    case 'promise-missed':
      return { missed: [...ticket.missed, event.latest], missToldAt: event.at, warned: true };
    case 'promise-still-missed':
      return { missToldAt: event.at };
    case 'answer-overdue':
      return ticket.answerDue ? { answerDue: { ...ticket.answerDue, overdue: true } } : {};
    case 'senior-called':
      return { seniorAlarm: { ...ticket.seniorAlarm, calls: event.attempt + 1, lastAt: event.at } };
    case 'management-told':
      return {
        ...(event.why === undefined && !event.again && { managementTold: true }),
        ...(event.why && ticket.seniorAlarm && { seniorAlarm: { ...ticket.seniorAlarm, managementTold: true } }),
        // What is told anew has been acknowledged by nobody yet.
        escalation: event.again ? { ...ticket.escalation, toldAt: event.at } : { toldAt: event.at },
      };
    case 'chat-kept-waiting':
      return { chat: { ended: false, keptWaiting: true } };
    case 'coming-back-near':
      return ticket.comingBack ? { comingBack: { ...ticket.comingBack, reminded: true } } : {};
    case 'coming-back-due':
      return { comingBack: undefined };
    case 'call-back-due':
      return { callBackTold: true };
    case 'version-overdue':
      return {
        ...(ticket.fixIn && { fixIn: { ...ticket.fixIn, overdue: true } }),
        ...(ticket.comingBack?.version && { comingBack: undefined }),
      };
    case 'customer-reminded':
      return { status: { is: 'waiting', until: event.until, remind: true, reminded: event.count } };
    case 'waiting-ended':
      return { status: { is: 'open' }, pauses: pausedUntil(waitedUntil(event.at, ticket), ticket) };
    case 'look-due':
      return {};
  }
}
