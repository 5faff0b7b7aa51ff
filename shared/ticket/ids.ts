/** Eight letters of Crockford base32, printed `7K3M-Q9XD`: readable over the phone, not to be guessed. */
export type TicketId = string & { readonly brand: 'TicketId' };

/** A member of staff, by the name used in the roster: `anna`. */
export type AgentId = string & { readonly brand: 'AgentId' };

/** Says which attempt wrote a commit, so that an answer that was lost can be told from a race that was lost. */
export type CommandId = string & { readonly brand: 'CommandId' };

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const ID = /^[0-9A-HJKMNP-TV-Z]{4}-?[0-9A-HJKMNP-TV-Z]{4}$/;

/** Reads an id as people write it: in capitals or not, with or without the dash, O for 0, I and L for 1. */
export function ticketIdOf(text: string): TicketId | undefined {
  const letters = text.trim().toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');
  return ID.test(letters) ? printed(letters.replace('-', '')) : undefined;
}

/** Makes an id of five random bytes (40 bits, five to a letter). */
export function ticketIdFrom(bytes: Uint8Array): TicketId {
  let bits = 0n;
  for (const byte of bytes.subarray(0, 5)) bits = (bits << 8n) | BigInt(byte);
  const letters = Array.from({ length: 8 }, (_, i) => LETTERS[Number((bits >> BigInt(5 * (7 - i))) & 31n)]);
  return printed(letters.join(''));
}

export const agentId = (name: string) => name as AgentId;
export const commandId = (text: string) => text as CommandId;

const printed = (letters: string) => `${letters.slice(0, 4)}-${letters.slice(4)}` as TicketId;
