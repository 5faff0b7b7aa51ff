import { lookup } from 'node:dns';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { LinkedFile } from '../../chat/inbound';
import type { FetchedFile } from '../../desk/ports';
import { isPublicAddress } from './public-address';

const BYTES_MAX = 10 * 1024 * 1024;
// Whoever posted the webhook waits five seconds for its answer.
const PATIENCE_MS = 4_000;
// Chatwoot's own address leads to where the file lies.
const REDIRECTS_MAX = 3;

/** Asks for an address once, and follows nothing. */
export type Get = (url: URL, signal: AbortSignal) => Promise<IncomingMessage>;

/**
 * Fetches a file from where a provider says that it lies. That is an address which a stranger may have chosen, so it is
 * asked for over HTTPS and of public hosts alone, at every step of the way. Nothing where it can't be had within 4 seconds
 * and 10 MB.
 */
export const fetchFile = async ({ url }: LinkedFile, get: Get = getPublic): Promise<FetchedFile | undefined> =>
  follow(url, { get, signal: AbortSignal.timeout(PATIENCE_MS), left: REDIRECTS_MAX }).catch(() => undefined);

interface Way {
  readonly get: Get;
  readonly signal: AbortSignal;
  readonly left: number;
}

async function follow(address: string | URL, { get, signal, left }: Way): Promise<FetchedFile | undefined> {
  const url = new URL(address);
  const response = await get(url, signal);
  const { statusCode = 0, headers } = response;
  if (statusCode === 200) return { type: headers['content-type'] ?? '', bytes: await bytesOf(response) };
  response.destroy();
  if (statusCode < 300 || statusCode > 399 || headers.location === undefined || left === 0) return undefined;
  return follow(new URL(headers.location, url), { get, signal, left: left - 1 });
}

async function bytesOf(response: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response) {
    bytes += chunk.length;
    if (bytes > BYTES_MAX) throw new RangeError(`The file has more than ${BYTES_MAX} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, bytes);
}

const getPublic: Get = (url, signal) =>
  new Promise((resolve, reject) => {
    if (!mayAsk(url)) reject(new Error('That is no address of the internet that is asked over HTTPS.'));
    else request(url, { signal, agent: false, lookup: lookupPublic }, resolve).on('error', reject).end();
  });

// A host that is an address already is not looked up.
function mayAsk({ protocol, port, hostname }: URL): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return protocol === 'https:' && port === '' && (isIP(bare) === 0 || isPublicAddress(bare));
}

// What a name stands for may change between a check and the connection, so the connection itself is made to what was checked.
const lookupPublic: LookupFunction = (hostname, options, done) =>
  lookup(hostname, { ...options, all: true }, (error, found) => {
    const addresses = error ? [] : found.filter(({ address }) => isPublicAddress(address));
    const [first] = addresses;
    if (!first) done(error ?? new Error(`${hostname} is not on the internet.`), '', 4);
    else if (options.all) done(null, addresses);
    else done(null, first.address, first.family);
  });
