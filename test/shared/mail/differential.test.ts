import PostalMime from 'postal-mime';
import { normaliseAddress } from '../../../shared/mail/address';
import { readMail } from '../../../shared/mail/read';
import { lettersOf, oneLine } from '../../../shared/mail/repair';
import { DIFFERENCES, type Point } from './differences';
import { fixture, fixtureNames } from './fixtures';

type Theirs = Awaited<ReturnType<typeof PostalMime.parse>>;

const NAMES = ['reading', 'replies', 'signals'].flatMap(fixtureNames);

it.each(NAMES)('%s is read as another parser reads it, but where we know better', async (name) => {
  const points = await differencesIn(fixture(name));
  expect(points).toEqual(DIFFERENCES.flatMap(({ mail, point }) => (mail === name ? [point] : [])));
});

it('each known difference is one of a mail that is there', () => {
  expect(DIFFERENCES.filter(({ mail }) => !NAMES.includes(mail))).toEqual([]);
});

async function differencesIn(raw: Buffer): Promise<Point[]> {
  const ours = await readMail(raw);
  const theirs = await PostalMime.parse(raw, { forceRfc822Attachments: true });
  const same: Readonly<Record<Point, boolean>> = {
    sender: (ours.from?.address ?? '') === normaliseAddress(theirs.from?.address ?? ''),
    subject: ours.subject === oneLine(theirs.subject ?? ''),
    text: lettersOf(ours.text).includes(lettersOf(theirs.text ?? '')),
    html: (ours.html === undefined) === (theirs.html === undefined),
    attachments: isSame(ours.attachments.map(fileOf), theirs.attachments.map(theirFileOf)),
  };
  return POINTS.filter((point) => !same[point]);
}

const POINTS: readonly Point[] = ['sender', 'subject', 'text', 'html', 'attachments'];

const isSame = (ours: readonly string[], theirs: readonly string[]): boolean =>
  JSON.stringify(ours) === JSON.stringify(theirs);

interface File {
  readonly type: string;
  readonly bytes: Buffer;
}

// They end the lines of every part that is not base64 anew, and leave it the line end of the delimiter, which is not the
// file's (RFC 2046 5.1.1).
const fileOf = ({ type, bytes }: File): string =>
  `${type} ${bytes.toString('latin1').replaceAll('\r\n', '\n').trimEnd()}`;

const theirFileOf = ({ mimeType, content }: Theirs['attachments'][number]): string =>
  fileOf({ type: mimeType, bytes: Buffer.from(typeof content === 'string' ? content : new Uint8Array(content)) });
