import type { Instant } from '../../shared/promises/instant';
import { iso } from './clock';
import { sentMail } from './sent-mail';
import { fromJson, inTurn, type Store, toJson, type Write } from './store';

/** Something that was said to somebody, as `GET /local/sent` lists it. Addresses are bare, several joined by `, `; of an SMS they are numbers. */
export interface SentLetter {
  /** When it was accepted: `2026-11-27T14:30:00.000Z`. */
  at: string;
  from: string;
  to: string;
  cc: string;
  replyTo: string;
  subject: string;
  text: string;
  /** Empty where there is none. */
  html: string;
  /** By lower-cased name. */
  headers: Record<string, string>;
}

/** Everything that left the desk, oldest first; it outlives the process. */
export interface Sent {
  addMail(at: Instant, raw: Buffer): Promise<void>;
  addReply(reply: SentLetter): Promise<void>;
  addText(text: SentLetter): Promise<void>;
  list(): Promise<readonly SentLetter[]>;
  /** The nth of the list as it went out, if that was a mail; the first is 0. */
  raw(n: number): Promise<Buffer | undefined>;
}

type Kept = { kind: 'mail'; at: string } | { kind: 'reply'; reply: SentLetter } | { kind: 'text'; text: SentLetter };

export async function openSent(store: Store): Promise<Sent> {
  const [last] = await store.entries({ prefix: RECORDS, reverse: true, limit: 1 });
  const turn = inTurn();
  const reading = inTurn();
  const letters: SentLetter[] = [];
  let next = last ? Number(last[0].slice(RECORDS.length)) + 1 : 0;

  // One at a time, so that the numbers have no gaps and none is written before the one ahead of it:
  // a reader goes on where it stopped.
  const add = (record: Kept, ...mail: Buffer[]) =>
    turn(async () => {
      const raw = mail.map((value): Write => ({ type: 'put', key: rawKey(next), value }));
      await store.batch([{ type: 'put', key: recordKey(next), value: toJson(record) }, ...raw]);
      next += 1;
    });

  async function readOn(): Promise<readonly SentLetter[]> {
    const unread = await store.entries({ prefix: RECORDS, gte: recordKey(letters.length) });
    for (const [, record] of unread) letters.push(await letterOf(fromJson<Kept>(record), letters.length));
    return letters;
  }

  async function letterOf(record: Kept, n: number): Promise<SentLetter> {
    switch (record.kind) {
      case 'mail':
        return sentMail(record.at, (await raw(n)) ?? Buffer.alloc(0));
      case 'reply':
        return record.reply;
      case 'text':
        return record.text;
    }
  }

  const raw = (n: number) => store.get(rawKey(n));

  return {
    addMail: (at, mail) => add({ kind: 'mail', at: iso(at) }, mail),
    addReply: (reply) => add({ kind: 'reply', reply }),
    addText: (text) => add({ kind: 'text', text }),
    list: () => reading(readOn),
    raw,
  };
}

const RECORDS = 'sent/';
const recordKey = (n: number) => RECORDS + place(n);
const rawKey = (n: number) => `sent-raw/${place(n)}`;
const place = (n: number) => `${n}`.padStart(10, '0');
