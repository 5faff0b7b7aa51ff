import { readPolicy } from '../../shared/promises/policy';
import { deskAt, type RunningDesk } from '../support/in-process';
import { act, openedBy, ticketOf } from '../support/journey';
import type { TicketJson } from '../support/local-desk';
import { recompute, type TraceJson } from '../support/recompute';
import { STRICTER, twoVersions } from '../support/two-versions';

const FRIDAY = '2026-01-30T10:00:00+01:00';

interface Change {
  readonly id: string;
  readonly heldAs: string;
  readonly before: { readonly version: string; readonly beginLatest: string };
  readonly after: { readonly version: string; readonly beginLatest: string };
  readonly missedAtOnce: boolean;
}

let desk: RunningDesk;
beforeAll(async () => {
  desk = await deskAt(FRIDAY, ':memory:', undefined, twoVersions);
});
afterAll(() => desk.stop());

const changes = async (queue = 'open') =>
  (await desk.api<{ changes: readonly Change[] }>('dina', `/promise/versions/2026-1/changes?queue=${queue}`)).body
    .changes;

describe('a new version of the promise', () => {
  let severe: TicketJson;
  let request: TicketJson;
  let waiting: TicketJson;

  beforeAll(async () => {
    severe = await openedBy(desk, () => desk.mail());
    await act(desk, 'dina', severe, 'triage', { kind: 'error', severity: 'severe' });
    request = await openedBy(desk, () => desk.mail({ from: 'per@kunde.example' }));
    waiting = await openedBy(desk, () => desk.mail({ from: 'ola@kunde.example' }));
    await act(desk, 'dina', waiting, 'waiting', { until: '2026-02-05T10:00:00+01:00', reason: 'Spurt om skjermbilde' });
    await desk.moveClock('2026-02-02T09:00:00+01:00');
  });

  it('is in force from its day, and new inquiries are held to it', async () => {
    const { body } = await desk.api<object>('anna', '/promise/versions');
    expect(body).toEqual({
      versions: [
        { version: '2024-1', effectiveFrom: '2024-01-01', inForce: false },
        { version: '2026-1', effectiveFrom: '2026-02-01', inForce: true },
      ],
    });
    const young = await openedBy(desk, () => desk.mail({ from: 'siri@kunde.example' }));
    expect(young.promise).toMatchObject({ beginLatest: '2026-02-03T09:30:00+01:00', trace: { policy: '2026-1' } });
    expect((await ticketOf(desk, severe.id)).promise).toMatchObject({ trace: { policy: '2024-1' } });
  });

  it('is read as it is written, to be copied and changed', async () => {
    const { body } = await desk.api<object>('anna', '/promise/versions/2026-1');
    expect(readPolicy(body)).toEqual(STRICTER);
    expect(await desk.api('anna', '/promise/versions/2030-1')).toMatchObject({
      status: 404,
      body: { message: 'The promise has no version “2030-1”. Choose one of: 2024-1, 2026-1.' },
    });
  });

  it('lists what it would change about open tickets, and changes nothing by that', async () => {
    const listed = await changes();
    expect(listed.toSorted((a) => (a.id === severe.id ? -1 : 1))).toEqual([
      expect.objectContaining({
        id: severe.id,
        heldAs: 'severe',
        before: expect.objectContaining({ version: '2024-1', beginLatest: '2026-02-02T15:00:00+01:00' }),
        after: expect.objectContaining({ version: '2026-1', beginLatest: '2026-02-02T09:00:00+01:00' }),
        missedAtOnce: true,
      }),
      expect.objectContaining({ id: request.id, heldAs: 'request', missedAtOnce: false }),
    ]);
    expect((await changes('waiting')).map(({ id }) => id)).toEqual([waiting.id]);
    expect((await ticketOf(desk, request.id)).promise).toMatchObject({ trace: { policy: '2024-1' } });
  });

  it('is applied to the tickets that are named, once, with their alarms, and says so in their history', async () => {
    const apply = () =>
      desk.api(
        'dina',
        '/promise/versions/2026-1/application',
        { tickets: [request.id, waiting.id] },
        { 'Idempotency-Key': 'k' },
      );
    expect(await apply()).toEqual({
      status: 200,
      body: {
        tickets: [
          { id: request.id, applied: true },
          { id: waiting.id, applied: true },
        ],
      },
    });
    await desk.settle();
    const held = await ticketOf(desk, request.id);
    // Friday used 4.5 of six hours of support; half past ten on Monday they end.
    expect(held.promise).toMatchObject({ beginLatest: '2026-02-02T10:30:00+01:00', trace: { policy: '2026-1' } });
    expect(held.timeline.filter(({ type }) => type === 'policy-applied')).toHaveLength(1);
    expect((await desk.alarms())[request.id]).toBe('at(2026-02-02T09:30:00)');
    await apply();
    expect((await ticketOf(desk, request.id)).timeline).toEqual(held.timeline);
    expect((await changes()).map(({ id }) => id)).toEqual([severe.id]);
  });

  it('has a trace of what was used under the old one, from which the instants are worked out again', async () => {
    const { promise } = await ticketOf(desk, request.id);
    const { at, steps } = promise.trace as TraceJson;
    expect(steps[1]).toMatchObject({ goingOn: { under: '2024-1', used: 4.5 * 3_600_000 } });
    expect(steps.map((step) => Date.parse(recompute(step, at) ?? ''))).toEqual(
      [promise.beginTarget, promise.beginLatest].map((instant) => Date.parse(instant)),
    );
  });

  it('makes late at once what has no time left, where somebody applies it all the same', async () => {
    await desk.api('dina', '/promise/versions/2026-1/application', { tickets: [severe.id] });
    const late = await ticketOf(desk, severe.id);
    expect(late.promise).toMatchObject({ missed: true, beginLatest: '2026-02-02T09:00:00+01:00' });
  });

  it('is told of a closed ticket, which is never judged again', async () => {
    const closed = await openedBy(desk, () => desk.mail({ from: 'eva@kunde.example' }));
    await act(desk, 'anna', closed, 'resolution', { text: 'Nå virker det.' });
    const { body } = await desk.api<object>('dina', '/promise/versions/2024-1/application', { tickets: [closed.id] });
    expect(body).toEqual({
      tickets: [expect.objectContaining({ id: closed.id, applied: false, error: 'already-resolved' })],
    });
  });

  it.each([
    ['by somebody who is neither senior nor of management', 'bo', '2026-1', 403],
    ['that is not there', 'dina', '2030-1', 404],
  ])('is refused where it is applied %s', async (_, agent, version, status) => {
    const path = `/promise/versions/${version}/application`;
    expect((await desk.api(agent, path, { tickets: [request.id] })).status).toBe(status);
  });

  it('is refused without tickets by name', async () => {
    const answer = await desk.api('dina', '/promise/versions/2026-1/application', { tickets: ['noe annet'] });
    expect(answer).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('“noe annet” is no ticket number') },
    });
  });
});

describe('GET /api/promise', () => {
  it('answers for any kind and instant, in words, with its trace, by the version in force then', async () => {
    const ask = async (at: string) =>
      (await desk.api<Record<string, unknown>>('anna', `/promise?kind=severe&at=${encodeURIComponent(at)}`)).body;
    expect(await ask('2026-01-16T14:50:00+01:00')).toMatchObject({
      kind: 'severe',
      policy: '2024-1',
      beginTarget: '2026-01-16T16:00:00+01:00',
      beginLatest: '2026-01-19T16:00:00+01:00',
      managementAt: '2026-01-20T14:50:00+01:00',
      words: { nb: { promise: 'Vi begynner normalt i dag, senest mandag 19. januar kl. 16.00.' } },
    });
    expect(await ask('2026-02-02T10:00:00+01:00')).toMatchObject({
      policy: '2026-1',
      beginLatest: '2026-02-02T14:00:00+01:00',
    });
  });

  it.each(['1969-12-31T12:00:00Z', '2199-01-01T12:00:00Z', '2250-01-01T12:00:00Z'])(
    'refuses %s, which calendars do not cover',
    async (at) => {
      expect(await desk.api('anna', `/promise?kind=severe&at=${at}`)).toMatchObject({
        status: 400,
        body: { faults: [{ where: 'at', message: 'Write an instant in the years 1970 to 2198.' }] },
      });
    },
  );

  it('asks for what it needs', async () => {
    const answer = await desk.api('anna', '/promise?kind=urgent&at=tomorrow');
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ faults: [{ where: 'kind' }, { where: 'at' }] });
  });
});

describe('a parked mail', () => {
  it('is released into work by one act, and alerts level 2', async () => {
    const parked = await openedBy(desk, () =>
      desk.mail({ from: 'x@kunde.example', headers: { 'X-Local-Verdicts': 'spam=FAIL' } }),
    );
    await act(desk, 'anna', parked, 'release');
    await desk.settle();
    expect((await ticketOf(desk, parked.id)).status).toBe('open');
    expect((await desk.lettersTo('bo@desk.test')).at(-1)?.subject).toContain(parked.id);
    expect(await desk.alarms()).toHaveProperty([parked.id]);
  });
});
