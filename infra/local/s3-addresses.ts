import { createHash, createHmac } from 'node:crypto';
import { type Instant, SECOND } from '../../shared/promises/instant';
import type { ServiceError } from './stand-in';
import type { HttpRequest } from './stand-in-server';

/** The secret that the local desk's SDK signs with (`aws-environment.ts`). */
const SECRET = 'local';

/** Why a presigned address opens nothing; nothing where it is good, or where the request has another proof. */
export function faultOfAddress(request: HttpRequest, now: Instant): ServiceError | undefined {
  const { query } = request;
  const signature = query.get('X-Amz-Signature');
  if (signature === null) return undefined;
  if (!(now < signedAt(query) + SECOND * Number(query.get('X-Amz-Expires')))) return EXPIRED;
  return signature === signatureOf(request) ? undefined : NOT_OURS;
}

/** What a presigned address asks the answer to say, `response-content-type` and the like. */
export const answeredInstead = ({ query }: HttpRequest): Record<string, string> =>
  Object.fromEntries([...query].flatMap(([name, value]) => (OVERRIDES.test(name) ? [[name.slice(9), value]] : [])));

const OVERRIDES = /^response-(content-(type|disposition|encoding|language)|cache-control|expires)$/;

/** `20261127T143000Z` */
function signedAt(query: URLSearchParams): Instant {
  const [, date, hours, minutes, seconds] = /^(\d{8})T(\d\d)(\d\d)(\d\d)Z$/.exec(query.get('X-Amz-Date') ?? '') ?? [];
  return Date.parse(`${date?.replace(/(....)(..)(..)/, '$1-$2-$3')}T${hours}:${minutes}:${seconds}Z`);
}

// AWS's Signature Version 4 in a query: the request in a canonical form, under a key of its day, region and service.
function signatureOf(request: HttpRequest): string {
  const [, ...scope] = (request.query.get('X-Amz-Credential') ?? '').split('/');
  const hash = createHash('sha256').update(canonical(request)).digest('hex');
  const text = ['AWS4-HMAC-SHA256', request.query.get('X-Amz-Date'), scope.join('/'), hash].join('\n');
  const key = scope.reduce<string | Buffer>((key, part) => hmac(key, part), `AWS4${SECRET}`);
  return hmac(key, text).toString('hex');
}

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

function canonical({ method, path, query, headers }: HttpRequest): string {
  const names = (query.get('X-Amz-SignedHeaders') ?? '').split(';');
  const signed = names.map((name) => `${name}:${String(headers[name] ?? '').trim()}\n`);
  const pairs = [...query].filter(([name]) => name !== 'X-Amz-Signature').map((pair) => pair.map(escaped).join('='));
  return [method, path, pairs.sort().join('&'), signed.join(''), names.join(';'), 'UNSIGNED-PAYLOAD'].join('\n');
}

const escaped = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);

const EXPIRED = { status: 403, error: 'AccessDenied', message: 'Request has expired' };
const NOT_OURS = {
  status: 403,
  error: 'SignatureDoesNotMatch',
  message: 'The request signature we calculated does not match the signature you provided.',
};
