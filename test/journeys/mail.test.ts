import { deskAt, type RunningDesk } from '../support/in-process';
import { KARI } from '../support/local-desk';

describe('a mail to the support address', () => {
  let desk: RunningDesk;
  beforeAll(async () => {
    desk = await deskAt('2026-01-16T14:50:00+01:00');
  });
  afterAll(() => desk.stop());

  it('becomes a ticket, acknowledged with the promise as instants, and alerts level 2', async () => {
    expect(await desk.mail()).toMatch(/^250 /);
    await desk.settle();
    const [ticket] = await desk.tickets();
    expect(ticket).toMatchObject({
      subject: 'Får ikke åpnet skjemaet',
      channel: 'mail',
      status: 'open',
      level: 2,
      seen: 1,
    });
    const [letter] = await desk.lettersTo(KARI);
    expect(letter?.text).toContain(ticket?.id);
    expect(letter?.text).toContain('Vi begynner normalt i dag, senest mandag 19. januar kl. 15.00.');
    expect((await desk.lettersTo('anna@desk.test')).map(({ subject }) => subject)).toEqual([
      `[${ticket?.id}] Ny henvendelse: Får ikke åpnet skjemaet`,
    ]);
    expect(desk.complaints).toEqual([]);
  });
});
