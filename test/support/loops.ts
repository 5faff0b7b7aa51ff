import { GetSendQuotaCommand } from '@aws-sdk/client-ses';
import { startDesk } from '../../infra/local/desk';
import type { SentLetter } from '../../infra/local/sent';
import type { Log } from '../../shared/desk/ports';
import { isOwnAddress } from '../../shared/mail/address';
import { MONDAY_TEN, type RunningDesk } from './in-process';
import { clientOf, postman } from './local-desk';

/** A desk of its own address and secrets, and the mail that it writes to others. */
export interface CorrespondingDesk extends RunningDesk {
  readonly address: string;
  /** What went out since the last time, as it went out. */
  outgoing(): Promise<readonly Outgoing[]>;
  /** Brings what another wrote to this desk. */
  bring(raw: Buffer, envelope: { readonly from: string; readonly to: string }): Promise<void>;
}

export interface Outgoing {
  readonly letter: SentLetter;
  readonly raw: Buffer;
}

/** A desk beside others in this process: its clients have found its own services before another's are there. */
export async function correspondingDesk(address: string, replySecret: string): Promise<CorrespondingDesk> {
  const complaints: string[] = [];
  const log: Log = {
    info: () => undefined,
    error: (message, details) => void complaints.push(`${message} ${JSON.stringify(details)}`),
  };
  const settings = { httpPort: 0, smtpPort: 0, dataDir: ':memory:', clock: MONDAY_TEN, log };
  const local = await startDesk({ ...settings, supportAddress: address, replySecret });
  await findServices(local.desk, local.services.clients);
  const post = postman(local.smtpPort, { pool: true });
  let carried = 0;
  return {
    ...clientOf(local.httpUrl, local.smtpPort, post),
    local,
    complaints,
    address,
    bring: async (raw, envelope) => void (await post.bring({ raw, envelope })),
    outgoing: async () => {
      const letters = (await local.services.sent.list()).slice(carried);
      const first = carried;
      carried += letters.length;
      return Promise.all(
        letters.map(async (letter, n) => ({
          letter,
          raw: (await local.services.sent.raw(first + n)) ?? Buffer.alloc(0),
        })),
      );
    },
    stop: () => {
      post.leave();
      return local.stop();
    },
  };
}

// A client of the SDK reads from the environment where its service is when it is first asked, and the next desk says
// there where its own are.
async function findServices(
  { files, secrets }: RunningDesk['local']['desk'],
  { ses }: RunningDesk['local']['services']['clients'],
) {
  await ses.send(new GetSendQuotaCommand({})).catch(() => undefined);
  await files.read('mail/none');
  await secrets.replySecrets();
}

/** How one that writes back changes what it was sent, before it is mail to the desk; nothing where it does not answer. */
export type Answering = (sent: Outgoing, n: number) => { readonly from: string; readonly raw: Buffer } | undefined;

/**
 * Lets a desk and another answer each other until neither has anything more to say; tells what the desk wrote to the
 * other. More letters than `atMost` are an endless loop, and fail.
 */
export async function untilSilent(
  desk: CorrespondingDesk,
  isOther: (address: string) => boolean,
  answering: Answering,
  atMost = 100,
): Promise<readonly SentLetter[]> {
  const said: SentLetter[] = [];
  for (;;) {
    await desk.settle();
    const toOther = (await desk.outgoing()).filter(({ letter }) => letter.to.split(', ').some(isOther));
    if (toOther.length === 0) return said;
    for (const sent of toOther) {
      said.push(sent.letter);
      if (said.length > atMost) throw new Error(`They do not stop: the desk has written ${said.length} letters.`);
      const answer = answering(sent, said.length);
      if (answer) await desk.bring(answer.raw, { from: answer.from, to: sent.letter.from });
    }
  }
}

/** Carries everything that two desks write to each other, until neither writes more; tells what was carried. */
export async function carryBetween(
  [one, other]: readonly [CorrespondingDesk, CorrespondingDesk],
  through: (raw: Buffer, n: number) => Buffer = (raw) => raw,
  atMost = 100,
): Promise<readonly SentLetter[]> {
  const carried: SentLetter[] = [];
  for (;;) {
    const letters = [...(await lettersFrom(one, other)), ...(await lettersFrom(other, one))];
    if (letters.length === 0) return carried;
    for (const { letter, raw, receiver, from, to } of letters) {
      carried.push(letter);
      if (carried.length > atMost) throw new Error(`They do not stop: ${carried.length} letters were carried.`);
      await to.bring(through(raw, carried.length), { from: from.address, to: receiver });
    }
  }
}

/** What one desk has written to the other since the last time. */
async function lettersFrom(from: CorrespondingDesk, to: CorrespondingDesk) {
  await from.settle();
  return (await from.outgoing()).flatMap(({ letter, raw }) => {
    const receiver = letter.to.split(', ').find((address) => isOwnAddress(address, to.address));
    return receiver ? [{ letter, raw, receiver, from, to }] : [];
  });
}

/** The mail as a careless gateway hands it on: without any header that says a machine wrote it or what it answers. */
export function withoutSignals(raw: Buffer, subject: string): Buffer {
  const [head = '', ...body] = raw.toString('latin1').split('\r\n\r\n');
  const fields = head.split(/\r\n(?![ \t])/).filter((field) => !SIGNALS.test(field));
  return Buffer.from([[...fields, `Subject: ${subject}`].join('\r\n'), ...body].join('\r\n\r\n'), 'latin1');
}

const SIGNALS =
  /^(?:auto-submitted|x-auto-response-suppress|x-responstid-[\w-]+|in-reply-to|references|message-id|subject|reply-to|precedence|feedback-id|list-[\w-]+):/i;

/** Words that differ for each number: digits alone would not tell two subjects apart. */
export const inLetters = (n: number): string => [...`${n}`].map((digit) => 'abcdefghij'[Number(digit)]).join('');
