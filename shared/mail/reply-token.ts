import { createHmac, timingSafeEqual } from 'node:crypto';
import { type TicketId, ticketIdOf } from '../ticket/ids';
import { domainOf, isOwnAddress, normaliseAddress, plusPart, withPlusPart } from './address';

/** A key for reply tokens. Two versions live at a time, newest first: the newest signs, both are believed. */
export interface ReplySecret {
  readonly version: string;
  readonly key: Buffer;
}

// A token for one of these is no token for the other: message ids travel further than reply addresses.
type Purpose = 'address' | 'message-id';

const MAC_BYTES = 10;
const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** The address that brings a reply to its ticket: `support+7k3mq9xd.<mac>@desk.test`. */
export const replyAddress = (ticket: TicketId, secrets: readonly ReplySecret[], supportAddress: string): string =>
  withPlusPart(normaliseAddress(supportAddress), `${lettersOf(ticket)}.${sign('address', ticket, newest(secrets))}`);

/** The ticket of a reply address that we made; none if it isn't ours or its token isn't. */
export function ticketOfAddress(
  address: string,
  secrets: readonly ReplySecret[],
  supportAddress: string,
): TicketId | undefined {
  if (!isOwnAddress(address, supportAddress)) return undefined;
  return verified('address', plusPart(normaliseAddress(address)) ?? '', secrets);
}

/** An id that we put into References, since SES replaces our Message-ID: `<t.7k3mq9xd.<mac>@desk.test>`. */
export const ownMessageId = (ticket: TicketId, secrets: readonly ReplySecret[], supportAddress: string): string =>
  `<t.${lettersOf(ticket)}.${sign('message-id', ticket, newest(secrets))}@${domainOf(normaliseAddress(supportAddress))}>`;

/** The ticket of an id that we made. */
export function ticketOfMessageId(
  id: string,
  secrets: readonly ReplySecret[],
  supportAddress: string,
): TicketId | undefined {
  const [, token = '', domain] = /^<?t\.([^@]+)@([^@>]+)>?$/.exec(id.trim().toLowerCase()) ?? [];
  return domain === domainOf(normaliseAddress(supportAddress)) ? verified('message-id', token, secrets) : undefined;
}

function verified(purpose: Purpose, token: string, secrets: readonly ReplySecret[]): TicketId | undefined {
  const [, letters = '', mac = ''] = /^([a-z\d]{8})\.([a-z2-7]{16})$/.exec(token) ?? [];
  const ticket = ticketIdOf(letters);
  if (!ticket) return undefined;
  return secrets.some((secret) => equal(mac, sign(purpose, ticket, secret))) ? ticket : undefined;
}

const equal = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** 80 bits of HMAC-SHA-256, in base32 as RFC 4648 has it, in lower case: 16 letters. */
function sign(purpose: Purpose, ticket: TicketId, { version, key }: ReplySecret): string {
  const mac = createHmac('sha256', key)
    .update(JSON.stringify([purpose, version, ticket]))
    .digest();
  return base32(mac.subarray(0, MAC_BYTES));
}

function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => BASE32.charAt(Number.parseInt(five, 2))).join('');
}

const lettersOf = (ticket: TicketId): string => ticket.replace('-', '').toLowerCase();

/** The secret that signs. Throws `RangeError` where there is none: a token under no key could be made by anybody. */
export function newest([secret]: readonly ReplySecret[]): ReplySecret {
  if (secret) return secret;
  throw new RangeError('There is no reply secret to sign with. Put one in the store of secrets.');
}
