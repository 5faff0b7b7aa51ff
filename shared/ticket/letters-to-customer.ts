import { isReachable } from './customer';
import type { TicketEvent } from './events';
import type { Letter } from './letter';
import type { OpenedTicket } from './opened-ticket';

/** What the customer is told of an event, where we can reach them. */
export function letterTo(event: TicketEvent, ticket: OpenedTicket): Letter[] {
  const letter = isReachable(ticket.customer) ? letterOn(event, ticket) : undefined;
  return letter ? [letter] : [];
}

function letterOn(event: TicketEvent, ticket: OpenedTicket): Letter | undefined {
  const message = ticket.messages.length - 1;
  switch (event.type) {
    case 'ticket-opened':
      return event.acknowledged ? { letter: 'acknowledgement' } : undefined;
    case 'reply-written':
      return { letter: 'reply', message };
    case 'coming-back-promised': {
      const { until, version, words } = event;
      return {
        letter: 'coming-back',
        ...(until !== undefined && { until }),
        ...(version && { version }),
        ...(words && { message }),
      };
    }
    case 'estimate-given':
      return { letter: 'estimate', message, hours: event.hours, validUntil: event.validUntil };
    case 'fix-postponed':
      return { letter: 'postponement', reason: event.reason, ...(event.version && { version: event.version }) };
    case 'customer-reminded':
      return { letter: 'waiting-reminder', until: event.until, last: event.last };
    case 'waiting-ended':
      return event.remind && { letter: 'waiting-reminder' };
    case 'chat-kept-waiting':
      return { letter: 'offer-of-mail' };
    case 'ticket-resolved':
      if (event.words) return { letter: 'resolution', message };
      if (event.because) return { letter: 'resolution', because: event.because };
      // A machine that was never answered is not told that it is done either.
      return ticket.told && { letter: 'resolution' };
    default:
      return undefined;
  }
}
