import { setAlarm } from '../../shared/desk/alarm';
import { handle, summarise } from '../../shared/desk/handle';
import { currentOf } from '../../shared/desk/history';
import { perform } from '../../shared/desk/perform';
import { receiveMail } from '../../shared/desk/receive-mail';
import { wakeTicket } from '../../shared/desk/wake-ticket';
import { agentId, commandId, type TicketId, ticketIdOf } from '../../shared/ticket/ids';
import { chanceFrom, oneOf } from '../support/chance';
import { deskAt, MONDAY_TEN, type RunningDesk } from '../support/in-process';
import { act, openedBy, ticketOf, whatCameOf } from '../support/journey';
import { discrepancies } from '../support/ledger';
import { KARI } from '../support/local-desk';
import { jittery, signal, withSlowPost } from '../support/slow-desk';

let desk: RunningDesk;
beforeEach(async () => {
  desk = await deskAt();
});
afterEach(() => desk.stop());

const AGENTS = ['anna', 'bo', 'cato', 'dina', 'erik'];
const LATER = '2026-01-12T11:00:00+01:00';

const opened = async (): Promise<TicketId> => idOf((await openedBy(desk, () => desk.mail())).id);

function idOf(text: string): TicketId {
  const id = ticketIdOf(text);
  if (id) return id;
  throw new Error(`${text} is no ticket number.`);
}

describe('mails that are delivered at once', () => {
  it('are one ticket, acknowledged once, when they are the same', async () => {
    const mail = { messageId: '<same@kunde.example>', text: 'Hei, det er samme mail.' };
    const { opened, said } = await whatCameOf(desk, () => Promise.all([1, 2, 3, 4].map(() => desk.mail(mail))));
    expect(opened).toHaveLength(1);
    expect(said.map(({ to }) => to)).toEqual([KARI, 'anna@desk.test, bo@desk.test']);
    expect(await discrepancies(desk, ['samme mail'])).toEqual([]);
  });

  it('are one ticket, when SES invokes twice for one mail', async () => {
    const local = desk.local.desk;
    await local.files.write(
      'inbound/twice',
      Buffer.from(`From: ${KARI}\r\nSubject: Hei\r\n\r\nHei igjen.`),
      'text/plain',
    );
    const receipt = {
      messageId: 'twice',
      receivedAt: Date.parse(MONDAY_TEN),
      envelopeFrom: KARI,
      recipients: [],
      verdicts: PASSED,
    };
    const chance = chanceFrom(1);
    await Promise.all([1, 2, 3].map(() => receiveMail(jittery(local, chance))(receipt)));
    await desk.settle();
    expect(await desk.tickets()).toHaveLength(1);
    expect(await discrepancies(desk, ['Hei igjen.'])).toEqual([]);
  });

  it('meet in one ticket when both name a parent that nobody here has seen', async () => {
    const inReplyTo = '<before-our-time@kunde.example>';
    const texts = ['Svar nummer én.', 'Svar nummer to.', 'Svar nummer tre.'];
    const { opened } = await whatCameOf(desk, () => Promise.all(texts.map((text) => desk.mail({ inReplyTo, text }))));
    expect(opened.map(({ seen }) => seen)).toEqual([3]);
    expect(await discrepancies(desk, texts)).toEqual([]);
  });
});

const PASSED = { spam: 'PASS', virus: 'PASS', spf: 'PASS', dkim: 'PASS', dmarc: 'PASS' } as const;

describe('agents who act at once', () => {
  it('answer once: the others are refused, and lose no text', async () => {
    const id = await opened();
    const { said } = await whatCameOf(desk, async () => {
      const answers = await Promise.all(
        AGENTS.slice(0, 4).map((agent) => act(desk, agent, { id }, 'replies', { text: `Svar fra ${agent}.`, seen: 1 })),
      );
      const refused = answers.filter(({ status }) => status !== 200);
      expect(refused.map(({ status }) => status)).toEqual([409, 409, 409]);
      for (const { body } of refused)
        expect(body).toMatchObject({
          error: 'conversation-moved-on',
          seen: 2,
          text: expect.stringMatching(/^Svar fra \w+\.$/),
        });
    });
    expect(said).toHaveLength(1);
    expect(await discrepancies(desk)).toEqual([]);
  });

  it('all get their way where nothing forbids it, ten of them on one ticket', async () => {
    const id = await opened();
    const notes = AGENTS.flatMap((agent) => [1, 2].map((n) => ({ agent, text: `Notat ${n} av ${agent}.` })));
    const answers = await Promise.all(notes.map(({ agent, text }) => act(desk, agent, { id }, 'notes', { text })));
    expect(answers.map(({ status }) => status)).toEqual(notes.map(() => 200));
    await desk.settle();
    expect(
      await discrepancies(
        desk,
        notes.map(({ text }) => text),
      ),
    ).toEqual([]);
  });

  it('act once, who send one request several times at once', async () => {
    const id = await opened();
    const reply = () =>
      act(desk, 'anna', { id }, 'replies', { text: 'Bare én gang.', seen: 1 }, { 'idempotency-key': 'k1' });
    const { said } = await whatCameOf(desk, async () => {
      const answers = await Promise.all([reply(), reply(), reply()]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    });
    expect(said).toHaveLength(1);
    expect(await discrepancies(desk, ['Bare én gang.'])).toEqual([]);
  });
});

describe('an alarm and an act at once', () => {
  it('warn once, and leave the ticket its next alarm', async () => {
    const id = await opened();
    const { said } = await whatCameOf(desk, async () => {
      await Promise.all([
        desk.moveClock('2026-01-13T10:00:00+01:00'),
        ...[1, 2, 3].map((n) => act(desk, 'bo', { id }, 'notes', { text: `Notat ${n}.` })),
      ]);
      await Promise.all([wakeTicket(desk.local.desk)(id), act(desk, 'bo', { id }, 'notes', { text: 'Notat 4.' })]);
    });
    expect(said).toHaveLength(1);
    expect((await ticketOf(desk, id)).timeline.filter(({ type }) => type === 'promise-warned')).toHaveLength(1);
    expect(await discrepancies(desk)).toEqual([]);
  });
});

/** A ticket whose letters SES would not take when the relay tried. */
async function openedWithLettersOwed(): Promise<TicketId> {
  await desk.fault({ service: 'ses', operation: 'SendRawEmail', times: 2, error: 'ThrottlingException' });
  await desk.mail();
  await desk.moveClock(MONDAY_TEN);
  expect(await desk.sent()).toEqual([]);
  return idOf((await desk.tickets())[0]?.id ?? '');
}

describe('those who carry out one commit at once', () => {
  it('send each letter once, the second while the first one is posting', async () => {
    const key = { ticket: await openedWithLettersOwed(), version: 1 };
    const slow = withSlowPost(desk.local.desk);
    const first = perform(slow.desk)(key, Infinity);
    await slow.reached;
    await perform(desk.local.desk)(key, Date.parse('2026-01-12T10:00:30+01:00'));
    slow.letGo();
    await first;
    await desk.settle();
    expect(await desk.sent()).toHaveLength(2);
    expect(await discrepancies(desk)).toEqual([]);
  });

  it('send each letter once, as the three sweeps that go round on the hour', async () => {
    await openedWithLettersOwed();
    await desk.moveClock(LATER);
    expect(await desk.sent()).toHaveLength(2);
    expect(await discrepancies(desk)).toEqual([]);
  });

  it('send each letter once, in any order of their steps', async () => {
    const key = { ticket: await openedWithLettersOwed(), version: 1 };
    const after = Date.parse('2026-01-12T10:00:30+01:00');
    await Promise.all([1, 2, 3, 4].map((seed) => perform(jittery(desk.local.desk, chanceFrom(seed)))(key, after)));
    expect(await desk.sent()).toHaveLength(2);
    expect(await discrepancies(desk)).toEqual([]);
  });

  it('count a letter as uncertain whose sender was too slow for its lease, and send it once more at most', async () => {
    const key = { ticket: await openedWithLettersOwed(), version: 1 };
    const slow = withSlowPost(desk.local.desk);
    const first = perform(slow.desk)(key, Infinity);
    await slow.reached;
    await desk.moveClock(LATER);
    slow.letGo();
    await first;
    await desk.moveClock('2026-01-12T12:00:00+01:00');
    expect(await desk.lettersTo(KARI)).toHaveLength(2);
    expect(await discrepancies(desk)).toEqual([]);
    const { letters } = await ticketOf(desk, key.ticket);
    expect(letters.map(({ letter, uncertain }) => [letter, uncertain])).toEqual([
      ['acknowledgement', true],
      ['alert', false],
    ]);
  });

  it('send each letter once, when the desk is told to settle while mail comes in', async () => {
    const texts = Array.from({ length: 12 }, (_, n) => `Mail nummer ${n} av tolv.`);
    await Promise.all(texts.flatMap((text) => [desk.mail({ text }), desk.settle()]));
    await desk.settle();
    expect(await discrepancies(desk, texts)).toEqual([]);
    expect(desk.complaints).toEqual([]);
  });
});

describe('those who set an alarm at once', () => {
  it('leave the right one, when the one who knows less comes last', async () => {
    const id = await opened();
    const local = desk.local.desk;
    const before = await currentOf(local, id);
    const [arrived, door] = [signal(), signal()];
    const set: typeof local.alarms.set = async (...alarm) => {
      arrived.give();
      await door.given;
      return local.alarms.set(...alarm);
    };
    const late = setAlarm({ ...local, alarms: { ...local.alarms, set } })(before);
    await arrived.given;
    await act(desk, 'anna', { id }, 'resolution', {});
    await desk.settle();
    door.give();
    await late;
    expect(await desk.alarms()).toEqual({});
    expect(await discrepancies(desk)).toEqual([]);
  });
});

describe('those who write a row of the lists at once', () => {
  it('leave the newest, when the one who knows less comes last', async () => {
    const id = await opened();
    const before = await currentOf(desk.local.desk, id);
    await act(desk, 'anna', { id }, 'assignment', { agent: 'anna' });
    await desk.settle();
    await summarise(desk.local.desk)(before);
    expect(await desk.tickets('mine')).toMatchObject([{ id, assignee: 'anna' }]);
    expect(await discrepancies(desk)).toEqual([]);
  });
});

// By hand, for more of them: SEEDS=300 npx jest test/journeys/at-once -t whatever
const SEEDS = Array.from({ length: Number(process.env['SEEDS'] ?? 6) }, (_, n) => n + 1);

describe('whatever happens at once', () => {
  it.each(SEEDS)('comes to rest with nothing lost and nothing doubled (%d)', async (seed) => {
    const id = await opened();
    const chance = chanceFrom(seed);
    const words = Array.from({ length: 8 }, (_, n) => `Ord nummer ${n}.`);
    await Promise.all([
      ...words.map((text) => note(id, text, chance)),
      ...Array.from({ length: 6 }, () => oneOf(chance, HAPPENINGS)(id, chance)),
    ]);
    await desk.settle();
    expect(await discrepancies(desk, words)).toEqual([]);
    expect((await ticketOf(desk, id)).letters.filter(({ uncertain }) => uncertain)).toEqual([]);
  });
});

const note = (id: TicketId, text: string, chance: () => number) =>
  handle(jittery(desk.local.desk, chance))(
    id,
    { type: 'write-note', words: { text }, by: agentId('bo') },
    commandId(text),
  );

type Happening = (id: TicketId, chance: () => number) => Promise<unknown>;

const HAPPENINGS: readonly Happening[] = [
  (id, chance) => wakeTicket(jittery(desk.local.desk, chance))(id),
  (id, chance) => perform(jittery(desk.local.desk, chance))({ ticket: id, version: 2 }),
  (id, chance) => currentOf(desk.local.desk, id).then(setAlarm(jittery(desk.local.desk, chance))),
  (id) => act(desk, 'cato', { id }, 'waiting', { until: '2026-01-14T10:00:00+01:00', reason: 'Venter på svar.' }),
  (id) => act(desk, 'dina', { id }, 'assignment', { agent: 'anna' }),
  (id) => act(desk, 'anna', { id }, 'triage', { kind: 'error', severity: 'critical' }),
  (id) => act(desk, 'anna', { id }, 'handover', { to: 3, reason: 'Feil i programmet.' }),
  () => desk.moveClock(LATER),
];
