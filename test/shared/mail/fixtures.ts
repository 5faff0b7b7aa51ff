import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ourselves } from '../../../shared/mail/classify';
import { type Mail, readMail } from '../../../shared/mail/read';
import type { Receipt } from '../../../shared/mail/receipt';

const FOLDER = join(__dirname, '../../fixtures/mail');

/** A mail of `test/fixtures/mail`, with its lines ended as on the wire. */
export const fixture = (name: string): Buffer =>
  onTheWire(readFileSync(join(FOLDER, `${name}.eml`), 'latin1'), 'latin1');

export const fixtureNames = (folder: string): string[] =>
  readdirSync(join(FOLDER, folder)).flatMap((file) => (file.endsWith('.eml') ? `${folder}/${file.slice(0, -4)}` : []));

/** What a mail is judged by where nothing speaks against it. */
export const PASSED: Receipt = {
  verdicts: { spam: 'PASS', virus: 'PASS', spf: 'PASS', dkim: 'PASS', dmarc: 'PASS' },
  envelopeFrom: 'kari@kunde.example',
  recipients: ['support@desk.test'],
};

/** A desk that has sent one mail, by the id that SES gave it. */
export const OWN: Ourselves = {
  supportAddress: 'support@desk.test',
  loopTokens: ['loop-1f2e3d'],
  isOurMessageId: (id) => id === '<0102018f@eu-north-1.amazonses.com>',
};

/** What the mail's author wrote now, kept beside it. */
export const freshOf = (name: string): string => readFileSync(join(FOLDER, `${name}.fresh.txt`), 'utf8').trimEnd();

export const mailIn = (name: string): Promise<Mail> => readMail(fixture(name));

const HEAD = { From: 'Kari Nordmann <kari@kunde.example>', To: 'support@desk.test', Subject: 'Påmelding' };

/** A person's mail, with these headers besides or instead. */
export const mailWith = (
  headers: Readonly<Record<string, string | readonly string[]>>,
  body = 'Hei.',
): Promise<Mail> => {
  const fields = Object.entries({ ...HEAD, 'Message-ID': '<kari-1@kunde.example>', ...headers });
  const lines = fields.flatMap(([name, values]) => [values].flat().map((value) => `${name}: ${value}\n`));
  return readMail(onTheWire(`${lines.join('')}\n${body}\n`, 'utf8'));
};

const onTheWire = (mail: string, encoding: BufferEncoding): Buffer =>
  Buffer.from(mail.replaceAll('\n', '\r\n'), encoding);
