/** A mail as it goes over the wire. */
export interface RawMail {
  readonly envelope: { readonly from: string; readonly to: string };
  readonly raw: string;
}

const MAIL_BYTES = 10 * 1024;

let written = 0;

/** A mail of 10 kB like no other: text and HTML, as mail programs write it. */
export function newMail(): RawMail {
  written += 1;
  // Each of an organisation of its own: all of one would soon have had their acknowledgements for the hour.
  const from = `kari@kunde${written}.example`;
  const bare = mailOf(from, written, '');
  const padding = PADDING.slice(0, MAIL_BYTES - Buffer.byteLength(bare));
  return { envelope: { from, to: 'support@desk.test' }, raw: mailOf(from, written, padding) };
}

const mailOf = (from: string, n: number, padding: string): string =>
  [
    `From: "Kari Nordmann" <${from}>`,
    'To: support@desk.test',
    `Subject: =?utf-8?Q?F=C3=A5r_ikke_=C3=A5pnet_skjema_${n}?=`,
    `Message-ID: <${n}.bench@kunde.example>`,
    'Date: Mon, 12 Jan 2026 09:58:00 +0100',
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative; boundary="bench"',
    '',
    '--bench',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    ...PARAGRAPHS.map((paragraph) => `${n}: ${paragraph}\r\n`),
    '--bench',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    `<html><head><style>${padding}</style></head><body>`,
    ...PARAGRAPHS.map((paragraph) => `<p style="margin:0 0 12px">${n}: ${paragraph}</p>`),
    '</body></html>',
    '--bench--',
    '',
  ].join('\r\n');

const PARAGRAPHS = Array.from(
  { length: 20 },
  (_, n) =>
    `Hei! Påmeldingsskjema nummer ${n} åpner seg ikke. Vi får bare en hvit side når vi trykker på lenken i e-posten.`,
);

// Word and Outlook send more styles than words.
const PADDING = '.avsnitt { margin: 0 0 12px; font-family: Calibri, sans-serif }\r\n'.repeat(200);
