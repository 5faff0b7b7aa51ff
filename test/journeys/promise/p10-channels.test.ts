import { postWebhook, visitorWrites } from '../../support/chat';
import { openedBy } from '../../support/journey';
import { isoOf, type Stage, stageAt, type WorkJson } from '../../support/promise-journey';

let stage: Stage;
beforeAll(async () => {
  stage = await stageAt('mon 10:00');
});
afterAll(() => stage.stop());

const CALL = { channel: 'phone', caller: { name: 'Per', phone: '400 00 000' }, subject: 'Avmelding', text: 'Hvordan?' };

const chatOf = async (conversationId: string, visitor: { name: string; email?: string }): Promise<WorkJson> =>
  stage.read(
    await openedBy(stage.desk, () =>
      visitorWrites(stage.desk, { conversationId, messageId: `${conversationId}-1`, visitor }),
    ),
  );
const repliesIn = (conversation: string) => stage.desk.lettersTo(conversation);

describe('we are reached by e-mail, chat and phone (P10)', () => {
  it('and whatever comes by any of them is a ticket at level 2 with the same promise', async () => {
    const mail = await stage.mailFrom('Kari');
    const chat = await chatOf('c-100', { name: 'Lise' });
    const { body: call } = await stage.desk.api<WorkJson>('bo', '/tickets', CALL);
    expect([mail, chat, call].map(({ channel }) => channel)).toEqual(['mail', 'chat', 'phone']);
    for (const { level, promise } of [mail, chat, call])
      expect({ level, promise }).toMatchObject({
        level: 2,
        promise: { beginTarget: '2026-01-12T15:00:00+01:00', beginLatest: '2026-01-13T15:00:00+01:00' },
      });
    for (const ticket of [mail, chat, call]) await stage.does('anna', ticket, 'resolution');
  });
});

describe('a chat that waits within hours', () => {
  let ticket: WorkJson;
  beforeAll(async () => {
    ticket = await chatOf('c-200', { name: 'Ida', email: 'ida@klubb.example' });
    await stage.heardOf(ticket);
  });

  it('is told of again after five minutes, and the visitor is offered an answer by mail, once', async () => {
    const before = (await repliesIn('c-200')).length;
    await stage.until('mon 10:04');
    expect(await stage.heardOf(ticket)).toEqual([]);
    await stage.until('mon 10:05');
    expect(await stage.heardOf(ticket)).toEqual(['mon 10:05 mail anna, bo']);
    await stage.until('mon 10:20');
    expect(await stage.heardOf(ticket)).toEqual([]);
    expect(await repliesIn('c-200')).toHaveLength(before + 1);
    expect((await stage.read(ticket)).letters.map(({ letter }) => letter)).toContain('offer-of-mail');
  });

  it('is answered in the conversation', async () => {
    await stage.does('bo', ticket, 'replies', { text: 'Hei, Ida!', seen: 1 });
    expect((await repliesIn('c-200')).at(-1)).toMatchObject({ from: 'Bo', text: 'Hei, Ida!' });
    expect(await stage.heardOf(ticket)).toEqual([]);
  });

  it('goes on by mail once the visitor has left, at the address that they gave', async () => {
    const data = { conversationId: 'c-200', endedAt: isoOf('mon 10:20') };
    expect((await postWebhook(stage.desk, JSON.stringify({ type: 'conversation.ended', data }))).status).toBe(200);
    await stage.does('bo', ticket, 'replies', { text: 'Nå er det rettet.', seen: 2 });
    expect((await stage.lettersTo(ticket)).at(-1)?.text).toContain('Nå er det rettet.');
    expect((await repliesIn('c-200')).at(-1)?.text).toBe('Hei, Ida!');
    await stage.does('bo', ticket, 'resolution');
  });
});

describe('a call', () => {
  let ticket: WorkJson;

  it('that nobody answered is not logged without a time to call again', async () => {
    const missed = { ...CALL, text: 'La igjen beskjed.', answered: false };
    expect(await stage.desk.api('bo', '/tickets', missed)).toMatchObject({
      status: 422,
      body: { error: 'call-back-missing' },
    });
    const { status, body } = await stage.desk.api<WorkJson>('bo', '/tickets', {
      ...missed,
      callBackAt: isoOf('mon 11:00'),
    });
    ticket = body;
    expect({ status, body }).toMatchObject({
      status: 201,
      body: { customer: { phone: '+4740000000' }, callBackAt: '2026-01-12T11:00:00+01:00', begunAt: null },
    });
  });

  it('is a task at that time, which whoever has it is told of', async () => {
    await stage.does('anna', ticket, 'assignment', { agent: 'bo' });
    await stage.heardOf(ticket);
    await stage.until('mon 11:00');
    expect(await stage.heardOf(ticket)).toEqual(['mon 11:00 mail bo']);
  });

  it('that is tried again in vain is a task again, and begins nothing', async () => {
    const again = { direction: 'out', answered: false, callBackAt: isoOf('mon 13:00') };
    const { body } = await stage.does('bo', ticket, 'calls', again);
    expect(body).toMatchObject({ begunAt: null, callBackAt: '2026-01-12T13:00:00+01:00' });
  });

  it('that gets through is an answer, with direction, length and what was said, and ends the task', async () => {
    const call = { direction: 'out', answered: true, minutes: 6, text: 'Forklarte avmelding.' };
    const { body } = await stage.does('bo', ticket, 'calls', call);
    expect(body).toMatchObject({ begunAt: '2026-01-12T11:00:00+01:00', callBackAt: null });
    expect(body.timeline.find(({ type, text }) => type === 'call-logged' && text)).toMatchObject(call);
    await stage.heardOf(ticket);
    await stage.until('mon 13:00');
    expect(await stage.heardOf(ticket)).toEqual([]);
    await stage.does('bo', ticket, 'resolution');
  });
});

describe('outside hours', () => {
  let chat: WorkJson;
  beforeAll(async () => {
    await stage.until('mon 20:00');
    chat = await chatOf('c-300', { name: 'Ola' });
  });

  it('a chat is told when somebody is there, and is not kept waiting', async () => {
    expect((await repliesIn('c-300')).map(({ text }) => text)).toEqual([expect.stringContaining('09.00')]);
    await stage.heardOf(chat);
    await stage.until('mon 20:10');
    expect(await stage.heardOf(chat)).toEqual([]);
  });

  it('we may answer too, which begins the work in time', async () => {
    const { body } = await stage.does('bo', chat, 'replies', { text: 'Hei, Ola!', seen: 1 });
    expect(body).toMatchObject({
      begunAt: '2026-01-12T20:10:00+01:00',
      promise: { beginLatest: '2026-01-13T15:00:00+01:00', missed: false },
    });
  });
});
