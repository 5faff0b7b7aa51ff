import { simpleParser } from 'mailparser';
import { classify } from '../../shared/mail/classify';
import { freshText } from '../../shared/mail/fresh-text';
import { readMail } from '../../shared/mail/read';
import type { Receipt } from '../../shared/mail/receipt';
import { isReply, threadCandidates } from '../../shared/mail/thread';
import type { Findings, Row } from './findings';
import { HEAVY_MAILS, type HeavyMail } from './heavy-mails';
import { newMail } from './mails';
import { median } from './measure';

const MEGABYTE = 1024 * 1024;
const ROUNDS = 500;
const ORDINARY_MS = 1.5;
const SUPPORT = 'support@desk.test';

/** From the bytes of a mail to what it says anew, and the heaviest mails that are let in, beside the bare parser. */
export async function measureReadingMail(say: (what: string) => void): Promise<Findings> {
  say(`reading a mail ${ROUNDS} times over, then ${HEAVY_MAILS.length} heavy ones`);
  const rows = [await ordinaryMail()];
  for (const heavy of HEAVY_MAILS) rows.push(await heavyMail(heavy));
  for (const [what, line] of HEAVY_TEXTS) rows.push(await heavyText(what, line));
  return { title: 'Reading mail', notes: ['Beside bare mailparser 3.9 in brackets, where it ends.'], rows };
}

async function ordinaryMail(): Promise<Row> {
  const raw = Buffer.from(
    newMail().raw.replace('</body>', `${PARAGRAPH.repeat((10 * 1024) / PARAGRAPH.length)}</body>`),
  );
  const ours = await middleMs(() => take(raw));
  const bare = await middleMs(() => simpleParser(raw));
  return {
    what: '20 kB, read, classified, threaded and folded',
    figure: `${ours.toFixed(2)} ms (${bare.toFixed(2)} ms)`,
    floor: { says: `under ${ORDINARY_MS} ms`, holds: ours < ORDINARY_MS },
  };
}

const PARAGRAPH = '<p>Vi har prøvd i to nettlesere, og begge viser en hvit side.</p>\r\n';

const RECEIPT: Receipt = {
  verdicts: { spam: 'PASS', virus: 'PASS', spf: 'PASS', dkim: 'PASS', dmarc: 'PASS' },
  envelopeFrom: 'kari@kunde.example',
  recipients: [SUPPORT],
};

async function take(raw: Buffer): Promise<void> {
  const mail = await readMail(raw);
  classify(mail, RECEIPT, { supportAddress: SUPPORT, isOurMessageId: () => false, loopTokens: ['bench'] });
  threadCandidates(mail, RECEIPT.recipients, { secrets: [], supportAddress: SUPPORT });
  freshText({ ...mail, isReply: isReply(mail) });
}

/** The middle time of a call, once it is warm. */
async function middleMs(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 2 * ROUNDS; round += 1) times.push(await milliseconds(work));
  return median(times.slice(ROUNDS));
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function heavyMail({ what, raw, secondsMax, bareToo }: HeavyMail): Promise<Row> {
  const mail = raw();
  globalThis.gc?.();
  const { seconds, megabytes } = await withMemory(() => readMail(mail));
  const bare = bareToo ? ` (${((await milliseconds(() => simpleParser(mail))) / 1_000).toFixed(2)} s)` : '';
  return {
    what,
    figure: `${seconds.toFixed(2)} s, ${Math.round(megabytes)} MB${bare}`,
    floor: {
      says: `under ${secondsMax} s and ${MEGABYTES_MAX} MB`,
      holds: seconds < secondsMax && megabytes < MEGABYTES_MAX,
    },
  };
}

const FOLDED_MS_MAX = 500;
const FOLDED_BYTES = 4 * MEGABYTE;

const HEAVY_TEXTS = [
  ['4 MB of text folded: quoted lines', '> Vi har prøvd i to nettlesere.\n'],
  ['4 MB of text folded: attributions without end', 'man. 5. okt. 2026 kl. 10:12 skrev Kari <kari@kunde.example>\n'],
  ['4 MB of text folded: header labels', 'Fra: Kari\nSendt: i går\n'],
  ['4 MB of text folded: one line', 'skrev '],
] as const;

async function heavyText(what: string, line: string): Promise<Row> {
  const text = line.repeat(FOLDED_BYTES / line.length);
  const took = await milliseconds(async () => freshText({ text, isReply: true }));
  return {
    what,
    figure: `${(took / 1_000).toFixed(2)} s`,
    floor: { says: `under ${FOLDED_MS_MAX / 1_000} s`, holds: took < FOLDED_MS_MAX },
  };
}

const MEGABYTES_MAX = 1_500;

/** The time that work takes, and the most memory that the process had while it was done. */
async function withMemory(work: () => Promise<unknown>): Promise<{ seconds: number; megabytes: number }> {
  let most = 0;
  const look = () => {
    most = Math.max(most, process.memoryUsage.rss());
  };
  const looking = setInterval(look, 10);
  const took = await milliseconds(work);
  clearInterval(looking);
  look();
  return { seconds: took / 1_000, megabytes: most / MEGABYTE };
}
