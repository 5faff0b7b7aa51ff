/** A mail that is heavy to read, and the most that it may take. */
export interface HeavyMail {
  readonly what: string;
  readonly raw: () => Buffer;
  readonly secondsMax: number;
  /** Whether the bare parser ends in a time that one waits for. */
  readonly bareToo: boolean;
}

const BYTES_MAX = 40 * 1024 * 1024;
const WHOLE = { secondsMax: 15, bareToo: false };

export const HEAVY_MAILS: readonly HeavyMail[] = [
  { what: '1 MB of empty lines', raw: () => mailOf('text/plain', '\r\n', 1024 * 1024), secondsMax: 0.5, bareToo: true },
  { what: '40 MB, one attachment', raw: attachment, secondsMax: 15, bareToo: true },
  {
    what: '40 MB of iso-2022-jp',
    raw: () => mailOf('text/plain; charset=iso-2022-jp', `${'a'.repeat(70)}\r\n`),
    ...WHOLE,
  },
  { what: '40 MB of UTF-7', raw: () => mailOf('text/plain; charset=utf-7', `${'+AOU-'.repeat(14)}\r\n`), ...WHOLE },
  {
    what: '40 MB that is no UTF-8',
    raw: () => mailOf('text/plain; charset=utf-8', `${'\xe5'.repeat(70)}\r\n`),
    ...WHOLE,
  },
  {
    what: '40 MB of flowed lines',
    raw: () => mailOf('text/plain; format=flowed', `${'ord '.repeat(18)}\r\n`),
    ...WHOLE,
  },
  { what: '40 MB of HTML', raw: () => mailOf('text/html', `<p>${'ord '.repeat(15)}</p>\r\n`), ...WHOLE },
  { what: '900 parts with heads of 8 kB', raw: parts, ...WHOLE },
];

function mailOf(type: string, line: string, bytes = BYTES_MAX): Buffer {
  const head = `From: kari@kunde.example\r\nSubject: Tung\r\nContent-Type: ${type}\r\n\r\n`;
  return Buffer.from(head + line.repeat(Math.floor((bytes - head.length) / line.length)), 'latin1');
}

function attachment(): Buffer {
  return mailOf('application/pdf; name=tung.pdf\r\nContent-Transfer-Encoding: base64', `${'A'.repeat(76)}\r\n`);
}

function parts(): Buffer {
  const part = `--b\r\nFrom: ${'a:'.repeat(4_000)}\r\n\r\nHei.\r\n`;
  return mailOf('multipart/mixed; boundary=b', part, 900 * part.length);
}
