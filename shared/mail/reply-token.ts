import { createHmac, timingSafeEqual } from 'node:crypto';
import { type TicketId, ticketIdOf } from '../ticket/ids';
import { domainOf, isOwnAddress, normaliseAddress, plusPart, withPlusPart } from './address';
import { type LetterKey, letterIdOf } from './letter-tag';

/** A key for reply tokens. Two versions live at a time, newest first: the newest signs, both are believed. */
export interface ReplySecret {
  readonly version: string;
  readonly key: Buffer;
}

// A token for one of these is no token for another: message ids travel further than reply addresses.
type Purpose = 'address' | 'message-id' | 'staff';

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

/** The address that brings an agent's answer to a letter to the customer: `support+7k3mq9xd.s3-1.<mac>@desk.test`. */
export function staffReplyAddress(letter: LetterKey, secrets: readonly ReplySecret[], supportAddress: string): string {
  const { ticket, version, index } = letter;
  const mac = sign('staff', letterIdOf(letter), newest(secrets));
  return withPlusPart(normaliseAddress(supportAddress), `${lettersOf(ticket)}.s${version}-${index}.${mac}`);
}

/** The letter to staff that is answered at an address that we made. */
export function staffLetterOfAddress(
  address: string,
  secrets: readonly ReplySecret[],
  supportAddress: string,
): LetterKey | undefined {
  if (!isOwnAddress(address, supportAddress)) return undefined;
  const [, letters = '', version, index, mac = ''] =
    /^([a-z\d]{8})\.s(\d{1,6})-(\d{1,3})\.([a-z2-7]{16})$/.exec(plusPart(normaliseAddress(address)) ?? '') ?? [];
  const ticket = ticketIdOf(letters);
  if (!ticket) return undefined;
  const letter = { ticket, version: Number(version), index: Number(index) };
  return isSigned('staff', letterIdOf(letter), mac, secrets) ? letter : undefined;
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
  return isSigned(purpose, ticket, mac, secrets) ? ticket : undefined;
}

const isSigned = (purpose: Purpose, what: string, mac: string, secrets: readonly ReplySecret[]): boolean =>
  secrets.some((secret) => equal(mac, sign(purpose, what, secret)));

const equal = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** 80 bits of HMAC-SHA-256, in base32 as RFC 4648 has it, in lower case: 16 letters. */
function sign(purpose: Purpose, what: string, { version, key }: ReplySecret): string {
  const mac = createHmac('sha256', key)
    .update(JSON.stringify([purpose, version, what]))
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
