import { domainToASCII } from 'node:url';
import addressparser from 'nodemailer/lib/addressparser';
import { decodeWords } from './encoded-words';
import { tidyLine } from './repair';

/** Whose mail: the name as shown, the address as it identifies (see `normaliseAddress`). */
export interface MailAddress {
  readonly name: string;
  readonly address: string;
}

// Some 1,500 addresses. The parser takes groups within groups apart in more than linear time.
const HEADER_MAX = 64 * 1024;
/** RFC 5321: a local part of 64, an at, a domain of 255. */
export const ADDRESS_MAX = 320;
const ADDRESS = /^(?:"[^"\p{C}]*"|[^\s"<>,;@\p{C}]+)@[^\s"<>,;@\p{C}]+$/u;

/** The addresses of a header such as From or To; groups are opened, and what has no address is left out. */
export function addressesIn(value: string): MailAddress[] {
  const parsed = addressparser(value.slice(0, HEADER_MAX), { flatten: true });
  return parsed
    .map(({ name, address }) => ({ name: tidyLine(decodeWords(name)), address: normaliseAddress(address) }))
    .filter(({ address }) => address.length <= ADDRESS_MAX && ADDRESS.test(address));
}

/** An address as it identifies somebody: in lower case, its domain in ASCII (punycode). */
export function normaliseAddress(address: string): string {
  const bare = address.trim().replace(/^<|>$/g, '').toLowerCase();
  const { local, domain } = partsOf(bare);
  return domain ? `${local}@${asciiDomain(domain)}` : bare;
}

/** What stands between the first plus of the local part and the @. */
export function plusPart(address: string): string | undefined {
  const { local } = partsOf(address);
  const plus = local.indexOf('+');
  return plus === -1 ? undefined : local.slice(plus + 1);
}

export function withPlusPart(address: string, part: string): string {
  const { local, domain } = partsOf(address);
  return `${local}+${part}@${domain}`;
}

/** Whether mail to this address reaches us, whatever its plus part. */
export const isOwnAddress = (address: string, supportAddress: string): boolean =>
  withoutPlusPart(normaliseAddress(address)) === normaliseAddress(supportAddress);

function withoutPlusPart(address: string): string {
  const { local, domain } = partsOf(address);
  return `${local.replace(/\+.*/s, '')}@${domain}`;
}

export const localPart = (address: string): string => partsOf(address).local;
export const domainOf = (address: string): string => partsOf(address).domain;

function partsOf(address: string): { readonly local: string; readonly domain: string } {
  const at = address.lastIndexOf('@');
  return at === -1 ? { local: address, domain: '' } : { local: address.slice(0, at), domain: address.slice(at + 1) };
}

// The platform's reading of an ASCII domain is that of a URL's host (`0x7f.1` is an IP address), so only others go there.
const asciiDomain = (domain: string): string =>
  /^[\0-\x7f]*$/.test(domain) ? domain : domainToASCII(domain) || domain;
