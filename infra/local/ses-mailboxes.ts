import * as z from 'zod';
import { normaliseAddress } from '../../shared/mail/address';

const TOLD = ['deliver', 'bounce', 'complain', 'delay'] as const;

/** What a mailbox does with our mail. Out of the office is answered, and looks like a bounce that passes. */
export type Behaviour = (typeof TOLD)[number] | 'suppress' | 'out-of-office';

/** The body of `POST /local/mailbox`. */
export const mailboxTold = z.object({
  address: z
    .string('Say whose mailbox.')
    .includes('@', 'Say whose mailbox, as an address.')
    .transform(normaliseAddress),
  does: z.enum(TOLD, { error: `Say what it does: ${TOLD.join(', ')}.` }),
});

export interface Mailboxes {
  /** From now on, until told otherwise. */
  tell(told: z.output<typeof mailboxTold>): void;
  of(address: string): Behaviour;
}

/** The world's mailboxes: they take all mail, but for those that were told otherwise, and those of SES's own simulator. */
export function mailboxes(): Mailboxes {
  const told = new Map<string, Behaviour>();
  return {
    tell: ({ address, does }) => void told.set(address, does),
    of: (address) => told.get(normaliseAddress(address)) ?? simulated(address),
  };
}

const SIMULATED: ReadonlyMap<string, Behaviour> = new Map([
  ['success', 'deliver'],
  ['bounce', 'bounce'],
  ['ooto', 'out-of-office'],
  ['complaint', 'complain'],
  ['suppressionlist', 'suppress'],
]);

function simulated(address: string): Behaviour {
  const [, name = ''] = /^(\w+)(?:\+[^@]*)?@simulator\.amazonses\.com$/i.exec(normaliseAddress(address)) ?? [];
  return SIMULATED.get(name) ?? 'deliver';
}
