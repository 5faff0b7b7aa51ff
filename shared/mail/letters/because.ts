import type { AlertReason } from '../../ticket/effects';
import type { TicketEvent } from '../../ticket/events';

/** What the events of a ticket say that an alert tells and the ticket does not keep: a reason, or another machine's words. */
export const becauseOf = (why: AlertReason, events: readonly TicketEvent[]): string | undefined =>
  events.map((event) => saidIn(event, why)).findLast((said) => said !== undefined);

function saidIn(event: TicketEvent, why: AlertReason): string | undefined {
  if (why === 'undeliverable' && event.type === 'delivery-failed') return event.diagnostic;
  if (why === 'mail-loop' && event.type === 'acknowledgement-withheld') return event.reason;
  if (why === 'mail-storm' && event.type === 'storm-gathered') return event.reason;
  if (why === 'handed-over' && event.type === 'handed-over') return event.reason;
  return undefined;
}
