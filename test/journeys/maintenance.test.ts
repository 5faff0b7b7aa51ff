import { deskAt, type RunningDesk } from '../support/in-process';

let desk: RunningDesk;
beforeAll(async () => {
  desk = await deskAt('2026-01-12T11:45:00+01:00');
});
afterAll(() => desk.stop());

const plan = (startsAt: string, endsAt: string) =>
  desk.api<Record<string, unknown>>('cato', '/maintenance', { startsAt, endsAt, what: 'Ny database' });

describe('maintenance', () => {
  it('is planned within the limits of the promise, and is in the calendar that customers subscribe to', async () => {
    const answer = await plan('2026-01-20T20:00:00+01:00', '2026-01-20T20:30:00+01:00');
    expect(answer).toMatchObject({ status: 201, body: { startsAt: '2026-01-20T20:00:00+01:00', by: 'cato' } });
    const feed = await (await fetch(`${desk.local.httpUrl}/calendar.ics`)).text();
    expect(feed).toContain('DTSTART:20260120T190000Z\r\nDTEND:20260120T193000Z');
    expect(feed).toContain('Planlagt vedlikehold hos Eksempel Påmelding AS: Ny');
    expect((await desk.api('anna', '/maintenance')).body).toEqual({ maintenance: [answer.body] });
  });

  it('that breaks a limit is refused with the rule, and the nearest instant that would do', async () => {
    expect(await plan('2026-02-03T10:00:00+01:00', '2026-02-03T10:30:00+01:00')).toEqual({
      status: 409,
      body: {
        error: 'breaks-maintenance-limit',
        message:
          'Maintenance keeps outside normal working hours (P4). The nearest that would do begins Wednesday 1 April 2026 at 00:00.',
        limit: 'within-hours',
        nearest: '2026-03-31T22:00:00.000Z',
      },
    });
    expect((await plan('2026-02-03T20:00:00+01:00', '2026-02-03T20:30:00+01:00')).body).toMatchObject({
      limit: 'too-often',
    });
    expect((await plan('2026-04-03T20:00:00+02:00', '2026-04-03T20:31:00+02:00')).body).toMatchObject({
      limit: 'too-long',
    });
    expect((await plan('2026-01-03T20:00:00+01:00', '2026-01-03T20:30:00+01:00')).body).toMatchObject({
      error: 'in-the-past',
    });
  });

  it('is not planned in years that calendars do not cover', async () => {
    expect(await plan('2250-01-03T20:00:00+01:00', '2250-01-03T20:20:00+01:00')).toMatchObject({ status: 400 });
  });

  it('says how often a quarter in words', async () => {
    const { body } = await plan('2026-02-03T20:00:00+01:00', '2026-02-03T20:30:00+01:00');
    expect(body['message']).toContain('There is maintenance at most once a quarter (P4).');
  });

  it('has one place a quarter, whoever is quicker', async () => {
    const answers = await Promise.all(
      [6, 7, 8].map((day) => plan(`2026-05-0${day}T20:00:00+02:00`, `2026-05-0${day}T20:20:00+02:00`)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });
});
