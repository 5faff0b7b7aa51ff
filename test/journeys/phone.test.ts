import { deskAt, MONDAY_TEN, type RunningDesk } from '../support/in-process';
import { LEVEL_2, ticketOf, whatCameOf } from '../support/journey';
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
        customer: { name: 'Per Hansen', phone: '+47 400 00 000', email: 'per@klubb.example' },
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

  const answer = ({ id, seen }: TicketJson, text: string) => desk.api('bo', `/tickets/${id}/replies`, { text, seen });
});
