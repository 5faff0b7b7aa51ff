import { type Arrival, oneSender } from '../mail/breakers';
import { isProven } from '../mail/sender-proof';
import type { Inquiry } from '../ticket/command';
import { askBreakers } from './ask-breakers';
import { mayBeAcknowledged, type Speaker } from './mail-inquiry';
import type { Desk } from './ports';
import type { Arrived, Route } from './route-mail';
import { holderOf, placeAt, stormKey } from './routing';

/** A mail, and whose inquiry it is. */
type Spoken = Arrived & { readonly speaker: Speaker };

interface Limited {
  readonly route: Route;
  readonly inquiry: Pick<Inquiry, 'withheld' | 'storm'>;
}

/**
 * What the breakers let a mail have (rule 18) that would open a ticket: where more come from one sender than people
 * write, they are gathered in one ticket, and nothing is acknowledged that may be a machine's answer to us.
 */
export async function withinLimits(desk: Desk, arrived: Spoken, route: Route, arrival: string): Promise<Limited> {
  const { classification, receipt } = arrived;
  const opens = route.as === 'message' && !route.isOpened && classification.lands.unknown === 'ticket';
  const asked = opens ? await askedBy(desk, arrived, arrival) : undefined;
  if (!asked) return { route, inquiry: {} };
  const { ticket, acknowledgement } = await askBreakers(desk, asked, mayBeAcknowledged(arrived));
  if (!ticket.granted) {
    const origin = { author: 'person', receivedAt: receipt.receivedAt } as const;
    const gathered = await holderOf(desk, stormKey(oneSender(asked.sender), ticket.since), origin);
    return { route: { ...route, ...(await placeAt(desk, gathered, origin)) }, inquiry: { storm: ticket.reason } };
  }
  if (acknowledgement.granted) return { route, inquiry: {} };
  return { route, inquiry: { withheld: { reason: acknowledgement.reason, first: acknowledgement.first } } };
}

async function askedBy(desk: Desk, { mail, receipt, speaker }: Spoken, mark: string): Promise<Arrival | undefined> {
  const sender = speaker.customer.email ?? speaker.customer.phone ?? mail.from?.address ?? receipt.envelopeFrom;
  const { now } = await desk.circumstances();
  if (!sender) return undefined;
  // What a form says of its visitor, the visitor has typed.
  const unproven = !isProven(mail, receipt) || speaker.machine !== undefined;
  return { sender, subject: mail.subject, mark, now, unproven };
}
