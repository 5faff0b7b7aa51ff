import type { TicketEvent } from './events';
import type { AgentId } from './ids';

/** Who has answered the customer by what happened, if anybody has: by a letter, or in a call (promise: “begun”). */
export function answererIn(event: TicketEvent): AgentId | undefined {
  switch (event.type) {
    case 'reply-written':
    case 'estimate-given':
    case 'coming-back-promised':
      return event.by;
    case 'call-logged':
      return event.answered && event.words ? event.by : undefined;
    case 'ticket-resolved':
      return event.words && event.by !== 'desk' ? event.by : undefined;
    default:
      return undefined;
  }
}
