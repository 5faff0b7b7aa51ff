import { addressed, writeLetter } from '../mail/letters/letters';
import type { Outcome } from '../ticket/delivery';
import type { Letter } from '../ticket/effects';
import type { OpenedTicket, Ticket } from '../ticket/ticket';
import { wholeWords } from './keep-words';
import type { Desk } from './ports';
import { sentMailKey } from './routing';
