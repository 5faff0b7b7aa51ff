import type { Instant } from '../promises/instant';
import type { Language } from './events';

/** What we know of somebody's address. */
export interface Contact {
  readonly language?: Language;
  /** Our mail came back for good, and none has arrived since. */
  readonly undeliverable?: { readonly at: Instant; readonly diagnostic: string };
  readonly complainedAt?: Instant;
}

/** What is learned of an address. A delivery says that the address works again. */
export type ContactChange =
  | { readonly language: Language }
  | { readonly undeliverable: NonNullable<Contact['undeliverable']> }
  | { readonly complainedAt: Instant }
  | { readonly deliveredAt: Instant };

export type WithholdingReason = 'undeliverable' | 'complained' | 'no-number' | 'redacted';

/**
 * Why a letter is not sent to an address; nothing where it is. Machines stop writing to where mail comes back or is
 * taken for spam. What a person has written goes out all the same: the address may work again, and the agent is told.
 */
export function reasonToWithhold(contact: Contact | undefined, automatic: boolean): WithholdingReason | undefined {
  if (!automatic || !contact) return undefined;
  if (contact.complainedAt !== undefined) return 'complained';
  return contact.undeliverable && 'undeliverable';
}
