import type { SentLetter } from '../../infra/local/sent';
import { ALERTS } from '../../shared/mail/letters/alert-words';
import {
  type Answering,
  type CorrespondingDesk,
  carryBetween,
  correspondingDesk,
  inLetters,
  untilSilent,
  withoutSignals,
} from '../support/loops';

const OURS = 'support@desk.test';
const THEIRS = 'support@other.test';
const FOREIGN = 'help@foreign.example';

const OUR_SECRET = 'ours:b3VyLXJlcGx5LXNlY3JldC1mb3ItdGVzdHM=';
const THEIR_SECRET = 'theirs:dGhlaXItcmVwbHktc2VjcmV0LWZvci10ZXN0cw==';

const running: CorrespondingDesk[] = [];
async function started(address: string, secret: string): Promise<CorrespondingDesk> {
  const desk = await correspondingDesk(address, secret);
  running.push(desk);
  return desk;
}
afterEach(() => Promise.all(running.splice(0).map((desk) => desk.stop())));

/** The alerts of that reason, of which each goes to all whom it is for in one letter. */
const alerts = async (desk: CorrespondingDesk, why: 'mail-loop' | 'mail-storm'): Promise<readonly SentLetter[]> =>
  (await desk.sent()).filter(({ subject }) => subject.includes(ALERTS.nb[why].title));

const ticketsOf = async (desk: CorrespondingDesk) => {
  const rows = await Promise.all(
    ['open', 'parked'].map((queue) =>
      desk.api<{ tickets: readonly { id: string }[] }>('anna', `/tickets?queue=${queue}&limit=100`),
    ),
  );
  return Promise.all(
    rows.flatMap(({ body }) => body.tickets).map(async ({ id }) => (await desk.api('anna', `/tickets/${id}`)).body),
  );
};

const withheld = async (desk: CorrespondingDesk) =>
  (await ticketsOf(desk)).flatMap(({ timeline }) => timeline.filter(({ type }) => type === 'acknowledgement-withheld'));

describe('two Responstid desks that write to each other', () => {
  const both = async () => [await started(OURS, OUR_SECRET), await started(THEIRS, THEIR_SECRET)] as const;

  const theyWriteToUs = ([ours]: readonly [CorrespondingDesk, CorrespondingDesk]) =>
    ours.mail({ from: THEIRS, to: OURS, subject: 'Vi har en sak til dere' });

  it('stop at the first acknowledgement: it says that a machine wrote it', async () => {
    const desks = await both();
    await theyWriteToUs(desks);
    expect(await carryBetween(desks)).toMatchObject([{ from: OURS, to: THEIRS }]);
  });

  it('stop at their limits where a gateway takes all signals away, and tell their staff once each', async () => {
    const desks = await both();
    await theyWriteToUs(desks);
    const carried = await carryBetween(desks, (raw, n) => withoutSignals(raw, `Sak ${inLetters(n)}`));
    expect(carried.filter(({ from }) => from === OURS)).toHaveLength(3);
    expect(carried.filter(({ from }) => from === THEIRS)).toHaveLength(3);
    const [ours] = desks;
    expect(await alerts(ours, 'mail-loop')).toHaveLength(1);
    expect(await withheld(ours)).toHaveLength(1);
    for (const desk of desks) expect(desk.complaints).toEqual([]);
  });
});

describe('a foreign desk that says nowhere that it is a machine', () => {
  const answering =
    ({ inThread = false, plus = false }): Answering =>
    ({ letter, raw }, n) => {
      const from = plus ? `help+${inLetters(n)}@foreign.example` : FOREIGN;
      const id = /^message-id: (<.*>)/im.exec(raw.toString('latin1'))?.[1] ?? '';
      const thread = inThread
        ? `In-Reply-To: ${id}\r\nReferences: ${letter.headers['references'] ?? ''} ${id}\r\n`
        : '';
      const text =
        `From: Help <${from}>\r\nTo: ${letter.from}\r\nSubject: Ticket received - ${inLetters(n)} - [#${117_904 + n}]\r\n` +
        `Message-ID: <${n}@foreign.example>\r\n${thread}Content-Type: text/plain; charset=utf-8\r\n\r\n` +
        `We have received your message and opened case ${inLetters(n)}.\r\n`;
      return { from, raw: Buffer.from(text) };
    };

  const isForeign = (address: string) => address.endsWith('@foreign.example');

  it.each([
    ['from one address, with new subjects', { inThread: false, plus: false }, 3],
    ['from new plus forms of it, with new subjects', { inThread: false, plus: true }, 3],
    [
      'from one address, in the thread: the ticket that was acknowledged takes it up',
      { inThread: true, plus: false },
      1,
    ],
  ])('%s is acknowledged no more than its limit allows', async (_, how, acknowledgements) => {
    const desk = await started(OURS, OUR_SECRET);
    await desk.mail({ from: FOREIGN, subject: 'Ticket received' });
    expect(await untilSilent(desk, isForeign, answering(how))).toHaveLength(acknowledgements);
    const reached = acknowledgements > 1 ? 1 : 0;
    expect(await withheld(desk)).toHaveLength(reached);
    expect(await alerts(desk, 'mail-loop')).toHaveLength(reached);
    expect(desk.complaints).toEqual([]);
  });

  it('from new plus forms of it, in the thread, comes to rest too', async () => {
    const desk = await started(OURS, OUR_SECRET);
    await desk.mail({ from: FOREIGN, subject: 'Ticket received' });
    expect((await untilSilent(desk, isForeign, answering({ inThread: true, plus: true }))).length).toBeLessThanOrEqual(
      3,
    );
    expect(desk.complaints).toEqual([]);
  });

  it('that says the same each time, but for a number, is acknowledged once, and raises no alarm', async () => {
    const desk = await started(OURS, OUR_SECRET);
    const same: Answering = (sent, n) => {
      const answer = answering({})(sent, n);
      return (
        answer && {
          ...answer,
          raw: Buffer.from(answer.raw.toString().replace(/^Subject: .*$/m, `Subject: Ticket received - [#${n}]\r`)),
        }
      );
    };
    await desk.mail({ from: FOREIGN, subject: 'Ticket received' });
    expect(await untilSilent(desk, isForeign, same)).toHaveLength(1);
    expect(await alerts(desk, 'mail-loop')).toEqual([]);
  });

  it('that writes by itself all the time has twenty tickets in an hour; the rest is gathered, and staff told once', async () => {
    const desk = await started(OURS, OUR_SECRET);
    for (let n = 0; n < 26; n += 1)
      await desk.mail({ from: FOREIGN, subject: `Alert ${inLetters(n)}`, text: `Disk ${n} is full.` });
    await desk.settle();
    const tickets = await ticketsOf(desk);
    expect(tickets).toHaveLength(21);
    const messages = tickets.map(({ timeline }) => timeline.filter(({ type }) => type === 'message-received').length);
    expect(messages.toSorted((a, b) => b - a)[0]).toBe(6);
    expect(await alerts(desk, 'mail-storm')).toHaveLength(1);
    expect((await desk.sent()).filter(({ to }) => isForeign(to))).toHaveLength(3);
    expect(desk.complaints).toEqual([]);
  });
});

describe('somebody who writes in the name of a customer', () => {
  it('uses up nothing that is theirs: a mail that is proven theirs is a ticket of its own, and acknowledged', async () => {
    const desk = await started(OURS, OUR_SECRET);
    const from = 'kari@kunde.example';
    for (let n = 0; n < 22; n += 1)
      await desk.mail({ from, subject: `Falsk ${inLetters(n)}`, headers: { 'X-Local-Verdicts': 'dmarc=FAIL' } });
    await desk.settle();
    const before = (await desk.sent()).length;
    await desk.mail({ from, subject: 'Skjemaet åpner seg ikke' });
    await desk.settle();
    const said = (await desk.sent()).slice(before);
    expect(said.map(({ to }) => to)).toEqual([from, 'anna@desk.test, bo@desk.test']);
  });
});
