import type { Mail } from './read';

export type Seal = 'signed' | 'encrypted';

interface Sign {
  readonly seal: Seal;
  readonly type?: RegExp;
  readonly text?: RegExp;
}

/** How mail is sealed (RFC 1847, 3156, 8551, and PGP in the text): the first that fits. `type` is the whole mail's or a part's. */
const SIGNS: readonly Sign[] = [
  { seal: 'encrypted', type: /^multipart\/encrypted\b|^application\/pgp-encrypted\b/i },
  { seal: 'signed', type: /^application\/(?:x-)?pkcs7-mime\b.*\bsmime-type\s*=\s*"?(?:signed-data|certs-only)/is },
  { seal: 'encrypted', type: /^application\/(?:x-)?pkcs7-mime\b/i },
  { seal: 'signed', type: /^multipart\/signed\b|^application\/(?:pgp-signature|(?:x-)?pkcs7-signature)\b/i },
  { seal: 'encrypted', text: /^-----BEGIN PGP MESSAGE-----/m },
  { seal: 'signed', text: /^-----BEGIN PGP SIGNED MESSAGE-----/m },
];

/** Whether a mail is signed or encrypted, by what it says of itself; nothing is verified. */
export function sealOf({ headers, attachments, text }: Mail): Seal | undefined {
  const types = [...(headers.get('content-type') ?? []), ...attachments.map(({ type }) => type)];
  return SIGNS.find((sign) => (sign.type ? types.some((type) => sign.type?.test(type)) : sign.text?.test(text)))?.seal;
}
