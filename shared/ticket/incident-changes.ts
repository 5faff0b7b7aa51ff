import type { Changes } from './changes';
import type { EventOf } from './events';
import type { Incident, OpenedTicket } from './opened-ticket';
import { recommitted } from './recommitted';

type OfIncident = EventOf<'tickets-attached' | 'ticket-detached' | 'incident-published' | 'incident-withdrawn'>;

/** What an incident comes to, of the ticket that leads it. */
export function incidentChanges(ticket: OpenedTicket, incident: Incident, event: OfIncident): Changes {
  switch (event.type) {
    case 'tickets-attached': {
      const tickets = [...new Set([...incident.tickets, ...event.tickets])];
      const changed = { ...incident, tickets, firstReceivedAt: event.firstReceivedAt };
      return { incident: changed, ...(event.commitment && recommitted(ticket, event.commitment)) };
    }
    case 'ticket-detached':
      return { incident: { ...incident, tickets: incident.tickets.filter((one) => one !== event.ticket) } };
    case 'incident-published':
      return { incident: { ...incident, published: { words: event.words, at: event.at } } };
    case 'incident-withdrawn': {
      const { published: _, ...rest } = incident;
      return { incident: rest };
    }
  }
}
