import { type TicketId, ticketIdOf } from '../ticket/ids';

/** The tag by which SES tells which letter a mail was. */
export const LETTER_TAG = 'letter';

/** Which letter: the effect's place in the commit that owes it. */
export interface LetterKey {
  readonly ticket: TicketId;
  readonly version: number;
  readonly index: number;
}

/** A letter's id as it is shown: `7K3M-Q9XD.3.1`. */
export const letterIdOf = ({ ticket, version, index }: LetterKey): string => `${ticket}.${version}.${index}`;

/** A letter's id as SES lets a mail bear it, which has no dots in the values of tags: `7K3M-Q9XD_3_1`. */
export const tagOf = (letterId: string): string => letterId.replace(/[^\w-]/g, '_').slice(0, 256);

const TAG = /^([\w-]{8,9})_(\d{1,9})_(\d{1,3})$/;

/** The letter that a tag names; nothing where the mail was not about a ticket. */
export function letterOf(tag: string): LetterKey | undefined {
  const [, id = '', version, index] = TAG.exec(tag) ?? [];
  const ticket = ticketIdOf(id);
  return ticket && { ticket, version: Number(version), index: Number(index) };
}
