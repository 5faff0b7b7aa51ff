import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { CHAT_PROVIDERS } from '../../../shared/chat/providers';
import { sign } from '../../../shared/chat/signature';
import { MINUTE, SECOND } from '../../../shared/promises/instant';

const NOW = Date.parse('2026-01-12T09:00:00Z');
const SECONDS = String(NOW / SECOND);
const BODY = Buffer.from('{"text": "Blå"}');
const [OLD, NEW] = ['whsec_b2xkLXNlY3JldC1mb3ItdGVzdHM=', 'whsec_bmV3LXNlY3JldC1mb3ItdGVzdHM='];

const mac = (algorithm: string, secret: string, ...parts: readonly (string | Buffer)[]) =>
  parts.reduce((hmac, part) => hmac.update(part), createHmac(algorithm, secret)).digest('hex');

/** How each provider signs, written out once more. */
const SIGNED = {
  standard: (body: Buffer, secret: string, at: number) => ({ ...sign('evt_1', at, body.toString('latin1'), secret) }),
  chatwoot: (body: Buffer, secret: string, at: number) => {
    const timestamp = String(at / SECOND);
    const signature = `sha256=${mac('sha256', secret, timestamp, '.', body)}`;
    return { 'x-chatwoot-timestamp': timestamp, 'x-chatwoot-signature': signature };
  },
  intercom: (body: Buffer, secret: string, _: number) => ({ 'x-hub-signature': `sha1=${mac('sha1', secret, body)}` }),
};

type Name = keyof typeof SIGNED;
const NAMES = Object.keys(SIGNED) as Name[];
const ASCII = Buffer.from('{"text": "Hei"}');

const verdict = (name: Name, headers: Record<string, string>, body: Buffer = ASCII, secrets = [NEW, OLD], now = NOW) =>
  CHAT_PROVIDERS[name].verify(headers, body, secrets, now);

describe.each(NAMES)('a webhook of %s', (name) => {
  const headers = (secret = NEW, at = NOW): Record<string, string> => SIGNED[name](ASCII, secret, at);

  it('is genuine under each secret that is live', () => {
    expect([verdict(name, headers(NEW)), verdict(name, headers(OLD))]).toEqual(['genuine', 'genuine']);
  });

  it('is forged under any other', () => {
    expect(verdict(name, headers('whsec_c29tZWJvZHkgZWxzZSdzIHNlY3JldA=='))).toBe('forged');
    expect(verdict(name, headers(OLD), ASCII, [NEW])).toBe('forged');
  });

  it('is forged where one byte of it is another', () => {
    fc.assert(
      fc.property(fc.nat(ASCII.length - 1), fc.integer({ min: 1, max: 255 }), (place, change) => {
        const changed = Buffer.from(ASCII);
        changed[place] = (changed[place] ?? 0) ^ change;
        expect(verdict(name, headers(), changed)).toBe('forged');
      }),
    );
  });

  it('is unsigned without its headers', () => {
    expect(verdict(name, {})).toBe('unsigned');
  });
});

describe.each(['standard', 'chatwoot'] as const)('the timestamp of a webhook of %s', (name) => {
  it.each([
    ['five minutes old', -5 * MINUTE, 'genuine'],
    ['older', -5 * MINUTE - SECOND, 'stale'],
    ['five minutes ahead', 5 * MINUTE, 'genuine'],
    ['further ahead', 5 * MINUTE + SECOND, 'stale'],
  ])('may be %s: %s', (_, off, expected) => {
    expect(verdict(name, SIGNED[name](ASCII, NEW, NOW + off))).toBe(expected);
  });
});

it('Chatwoot’s timestamp can’t be put anew on an old body', () => {
  const old = SIGNED.chatwoot(BODY, NEW, NOW - 10 * MINUTE);
  expect(verdict('chatwoot', { ...old, 'x-chatwoot-timestamp': SECONDS }, BODY)).toBe('forged');
});

it('a timestamp that is none is stale', () => {
  const signature = `sha256=${mac('sha256', NEW, 'nå', '.', BODY)}`;
  expect(verdict('chatwoot', { 'x-chatwoot-timestamp': 'nå', 'x-chatwoot-signature': signature }, BODY)).toBe('stale');
});

it('a body is signed with each secret that is live, so that the other side may take up the new one', () => {
  const headers = { ...sign('evt_1', NOW, '{}', NEW, OLD) };
  const seenBy = (secret: string) => verdict('standard', headers, Buffer.from('{}'), [secret]);
  expect([seenBy(NEW), seenBy(OLD)]).toEqual(['genuine', 'genuine']);
});
