import { deskAt, MONDAY_TEN, type RunningDesk } from '../support/in-process';
import { act, LEVEL_2, openedBy, ticketOf, whatCameOf } from '../support/journey';
import type { TicketJson } from '../support/local-desk';

const CALL = {
  channel: 'phone',
  caller: { name: 'Per Hansen', phone: '+47 400 00 000', email: 'Per@Klubb.example' },
  subject: 'Betalingen står fast',
  text: 'Per ringte. Hva gjør han når betalingen ikke går gjennom?',
};

describe('a phone call that is logged', () => {
  let desk: RunningDesk;
  beforeAll(async () => {
    desk = await deskAt();
  });
  afterAll(() => desk.stop());

  const log = (call: object, headers = {}) => desk.api('bo', '/tickets', { ...CALL, ...call }, headers);

  it('becomes a ticket, acknowledged by mail with the promise as instants, and alerts level 2', async () => {
    const { opened, said } = await whatCameOf(desk, async () => expect((await log({})).status).toBe(201));
    expect(opened).toMatchObject([
      {
        channel: 'phone',
        subject: 'Betalingen står fast',
        customer: { name: 'Per Hansen', phone: '+4740000000', email: 'per@klubb.example' },
        receivedAt: MONDAY_TEN,
        promise: { beginTarget: '2026-01-12T15:00:00+01:00', beginLatest: '2026-01-13T15:00:00+01:00', missed: false },
        timeline: [
          { type: 'ticket-opened', loggedBy: 'bo' },
          { type: 'message-received', text: CALL.text },
        ],
      },
    ]);
    expect(said.map(({ to }) => to)).toEqual(['per@klubb.example', LEVEL_2]);
    expect(said[0]?.text).toContain('Vi begynner normalt i dag, senest tirsdag 13. januar kl. 15.00.');
    expect(said[1]?.text).toContain('Kanal: telefon\n');
  });

  it('by somebody of whom we have but a number is acknowledged to nobody, and alerts level 2', async () => {
    const { opened, said } = await whatCameOf(desk, () => log({ caller: { name: 'Ida', phone: '+47 411 11 111' } }));
    expect(opened).toHaveLength(1);
    expect(said.map(({ to }) => to)).toEqual([LEVEL_2]);
  });

  it('is promised from when the phone rang, if that was earlier', async () => {
    const { body } = await log({ receivedAt: '2026-01-09T14:50:00+01:00' });
    expect(body).toMatchObject({
      receivedAt: '2026-01-09T14:50:00+01:00',
      promise: { beginTarget: '2026-01-09T15:00:00+01:00', beginLatest: '2026-01-12T15:00:00+01:00', missed: false },
    });
  });

  it('too late for its promise has missed it from the start, and says so to those who must know', async () => {
    const { opened, said } = await whatCameOf(desk, () => log({ receivedAt: '2026-01-07T14:50:00+01:00' }));
    expect(opened).toMatchObject([{ promise: { beginLatest: '2026-01-08T15:00:00+01:00', missed: true } }]);
    expect(said.map(({ to, subject }) => [to, subject.replace(/^\[.*?] /, '')])).toContainEqual([
      `${LEVEL_2}, dina@desk.test`,
      'Fristen er brutt: Betalingen står fast',
    ]);
  });

  it('that is said to have come later than now is refused with 422, and opens nothing', async () => {
    const { opened, said } = await whatCameOf(desk, async () => {
      expect(await log({ receivedAt: '2026-01-12T10:00:01+01:00' })).toMatchObject({
        status: 422,
        body: { error: 'in-the-future', message: expect.stringContaining('receivedAt') },
      });
    });
    expect([opened, said]).toEqual([[], []]);
  });

  it('twice under one Idempotency-Key is one ticket; without one it is two', async () => {
    const { opened } = await whatCameOf(desk, async () => {
      const first = await log({}, { 'Idempotency-Key': 'call-1' });
      expect(await log({}, { 'Idempotency-Key': 'call-1' })).toMatchObject({
        status: 201,
        body: { id: first.body.id },
      });
    });
    expect(opened.map(({ seen }) => seen)).toEqual([1]);
    const { opened: others } = await whatCameOf(desk, async () => [await log({}), await log({})]);
    expect(others).toHaveLength(2);
  });

  it('is begun when it is answered, by phone too', async () => {
    const { body } = await log({ caller: { name: 'Ida' } });
    const { said } = await whatCameOf(desk, () => answer(body, 'Ringte tilbake og forklarte.'));
    expect(said).toEqual([]);
    expect(await ticketOf(desk, body.id)).toMatchObject({ begunAt: MONDAY_TEN, seen: 2 });
  });

  it.each([
    ['as people write it', '40 00 00 00', '+4740000000', []],
    ['with an extension', '22 00 00 00, linje 12', '+4722000000', ['The number was given as “22 00 00 00, linje 12”.']],
    ['that is none, as it was written', 'hemmelig', 'hemmelig', ['“hemmelig” is no number that can be called.']],
    ['with a digit too few, as it was written', '4000000', '4000000', ['“4000000” is no number that can be called.']],
  ])('keeps a number %s, and says so to agents where that is not all of it', async (_, written, phone, says) => {
    const { status, body } = await log({ caller: { name: 'Ida', phone: written } });
    expect([status, body.customer]).toEqual([201, { name: 'Ida', phone }]);
    const marks = says.map((one) => ({ rule: 0, says: one }));
    expect({ marks: [], ...body.timeline[1] }).toMatchObject({ marks });
  });

  it('keeps how it went, once for one Idempotency-Key', async () => {
    const how = { direction: 'out', answered: false, callBackAt: '2026-01-12T13:00:00+01:00' };
    const { body } = await log(how, { 'Idempotency-Key': 'how-1' });
    const again = await log(how, { 'Idempotency-Key': 'how-1' });
    expect(again.body.timeline).toEqual(body.timeline);
    expect(body.timeline.map(({ type }) => type)).toEqual(['ticket-opened', 'message-received', 'call-logged']);
    expect(body.timeline[2]).toMatchObject({ by: 'bo', ...how });
  });

  it('of some minutes is an inquiry, and no answer yet', async () => {
    const { body } = await log({ minutes: 4 });
    expect(body.timeline[2]).toMatchObject({ type: 'call-logged', direction: 'in', answered: true, minutes: 4 });
    expect(body.begunAt).toBeNull();
  });

  it.each([
    ['that nobody answered, without a time to call again', { answered: false }, 'call-back-missing'],
    ['with a time to call again that has passed', { callBackAt: '2026-01-12T09:59:00+01:00' }, 'in-the-past'],
    ['to nowhere', { direction: 'up' }, 'bad-request'],
    ['of no minutes', { minutes: 0 }, 'bad-request'],
  ])('%s is refused, and opens nothing', async (_, how, error) => {
    const { opened } = await whatCameOf(desk, async () => expect((await log(how)).body).toMatchObject({ error }));
    expect(opened).toEqual([]);
  });

  const answer = ({ id, seen }: TicketJson, text: string) => desk.api('bo', `/tickets/${id}/replies`, { text, seen });
});

describe('a call about a ticket that is there', () => {
  let desk: RunningDesk;
  let ticket: TicketJson;
  beforeAll(async () => {
    desk = await deskAt();
  });
  beforeEach(async () => {
    ticket = await openedBy(desk, () => desk.mail());
  });
  afterAll(() => desk.stop());

  const callOn = (body: object) => act(desk, 'bo', ticket, 'calls', body);

  it('that was answered is an answer: the work is begun, and what was said is in the history', async () => {
    const said = { direction: 'out', answered: true, minutes: 6, text: 'Forklarte hvordan skjemaet åpnes.' };
    const { status, body } = await callOn(said);
    expect([status, body.begunAt]).toEqual([200, MONDAY_TEN]);
    expect(body.timeline).toContainEqual(expect.objectContaining({ type: 'call-logged', by: 'bo', ...said }));
  });

  it('that nobody answered is a task with a time, and no answer', async () => {
    const tried = { direction: 'out', answered: false, callBackAt: '2026-01-12T13:00:00+01:00' };
    const { status, body } = await callOn(tried);
    expect([status, body.begunAt]).toEqual([200, null]);
    expect(body.timeline).toContainEqual(expect.objectContaining({ type: 'call-logged', by: 'bo', ...tried }));
  });

  it.each([
    ['answered, without what was said', { direction: 'in', answered: true }, 'bad-request'],
    ['without whether anybody answered', { direction: 'out' }, 'bad-request'],
    ['unanswered, without a time to call again', { direction: 'out', answered: false }, 'call-back-missing'],
    [
      'unanswered, with a time that has passed',
      { direction: 'out', answered: false, callBackAt: '2026-01-12T09:00:00+01:00' },
      'in-the-past',
    ],
  ])('%s is refused', async (_, body, error) => {
    expect((await callOn(body)).body).toMatchObject({ error });
  });
});
