import type { Receipt } from '../mail/classify';
import type { Mail } from '../mail/read';
import { threadCandidates } from '../mail/thread';
import type { TicketId } from '../ticket/ids';
import type { OpenedTicket } from '../ticket/ticket';
import { currentOf } from './history';
import type { Desk } from './ports';
import { mailIdKey, type Place, placeAt, sentIdKey, unknownParentKey, unusedTicketId } from './routing';

/** Where a mail goes, and whether that is a ticket which it names. */
export interface MailPlace extends Place {
  readonly isKnown: boolean;
}
