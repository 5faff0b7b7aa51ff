import * as z from 'zod';
import { isPhoneNumber } from '../customers/phone-number';
import { givenAddress } from '../mail/given-address';
import { type Instant, SECOND } from '../promises/instant';
import type { Author, LinkedFile } from './inbound';

/** An id of a provider's, a number in one version and text in another; it becomes part of addresses. */
export const providersId = z
  .union([z.string(), z.number()], 'Write the id, as text or a number.')
  .transform(String)
  .refine((id) => ID.test(id), 'Write an id of letters, digits, - and _.');

const ID = /^[\w-]{1,200}$/;

/** An instant as providers write it: seconds since 1970, as a number or text, or a date; without a zone it is UTC. */
export const providersInstant = z
  .union([z.string().max(100), z.number()], 'Write an instant: seconds since 1970, or ISO 8601.')
  .transform(instantIn)
  .refine(Number.isFinite, 'Write an instant: seconds since 1970, or ISO 8601.');

const UNIX = /^\d+(\.\d+)?$/;
const WITHOUT_ZONE = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d(\.\d+)?)?$/;

function instantIn(written: string | number): Instant {
  if (typeof written === 'number' || UNIX.test(written)) return Math.round(Number(written) * SECOND);
  return Date.parse(WITHOUT_ZONE.test(written) ? `${written.replace(' ', 'T')}Z` : written);
}

/** What may be missing, or be something else in another version, and is then left out: no message is lost by it. */
export const told = z.string().nullish().catch(undefined);

interface Told {
  readonly name?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly organisation?: string | null | undefined;
}

const NAME_MAX = 200;

/** A person as far as the provider tells of one; what is no address or number is left out. */
export function authorOf(kind: Author['kind'], { name, email, phone, organisation }: Told): Author {
  const address = givenAddress.safeParse(email).data;
  return {
    kind,
    ...(name && { name: shortened(name) }),
    ...(address && { email: address }),
    ...(phone && isPhoneNumber(phone) && { phone }),
    ...(organisation && { organisation: shortened(organisation) }),
  };
}

/** A file at an address, by the last part of which it goes where it has no name. */
export function fileAt(url: string, name?: string | null, type?: string | null): LinkedFile {
  return { url, name: shortened(name || lastPartOf(url)), ...(type && { type }) };
}

function lastPartOf(url: string): string {
  const path = /^https?:\/\/[^/?#]*([^?#]*)/i.exec(url)?.[1] ?? '';
  const last = path.split('/').at(-1);
  return last ? decoded(last) : url;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const shortened = (text: string): string => [...text.trim()].slice(0, NAME_MAX).join('');
