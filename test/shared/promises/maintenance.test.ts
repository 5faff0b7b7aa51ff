import { brokenLimit, type Downtime, quarterOf } from '../../../shared/promises/maintenance';
import { defaultPolicy } from '../../../shared/promises/policy';
import { at, utc } from './at';

const window = (startsAt: string, minutes = 30): Downtime => ({
  startsAt: at(startsAt),
  endsAt: at(startsAt) + minutes * 60_000,
});

const told = (asked: Downtime, ...planned: readonly Downtime[]) => {
  const broken = brokenLimit(asked, planned, defaultPolicy);
  return broken && [broken.limit, broken.nearest === undefined ? undefined : utc(broken.nearest)];
};

describe('maintenance with downtime (P4)', () => {
  it.each([
    ['half an hour in the evening', '2026-01-12T16:00+01:00'],
    ['up to the very minute of opening', '2026-01-13T07:30+01:00'],
    ['on a holiday', '2026-05-01T10:00+02:00'],
  ])('may be %s', (_, startsAt) => {
    expect(told(window(startsAt))).toBeUndefined();
  });

  it.each<[string, Downtime, Downtime[], string, string | undefined]>([
    ['longer than half an hour', window('2026-01-12T20:00+01:00', 31), [], 'too-long', undefined],
    [
      'within working hours: the nearest is at their close',
      window('2026-01-12T10:00+01:00'),
      [],
      'within-hours',
      '2026-01-12T15:00Z',
    ],
    ['a minute into them', window('2026-01-13T07:31+01:00'), [], 'within-hours', '2026-01-13T15:00Z'],
    [
      'a second time in a quarter: the nearest is in the next',
      window('2026-02-10T20:00+01:00'),
      [window('2026-01-12T20:00+01:00')],
      'too-often',
      '2026-03-31T22:00Z',
    ],
    [
      'in the hours of a quarter that is full',
      window('2026-02-10T10:00+01:00'),
      [window('2026-01-12T20:00+01:00'), window('2026-04-01T20:00+02:00')],
      'within-hours',
      '2026-06-30T22:00Z',
    ],
  ])('may not be %s', (_, asked, planned, limit, nearest) => {
    expect(told(asked, ...planned)).toEqual([limit, nearest]);
  });

  it('is told of no nearest instant where the promise leaves none', () => {
    const never = { ...defaultPolicy, maintenance: { ...defaultPolicy.maintenance, perQuarter: 0 } };
    expect(brokenLimit(window('2026-01-12T20:00+01:00'), [], never)).toEqual({ limit: 'too-often' });
  });

  it('counts quarters by the clock of Oslo', () => {
    expect(quarterOf(at('2026-03-31T23:59+02:00'), defaultPolicy)).toBe('2026-Q1');
    expect(quarterOf(at('2026-04-01T00:00+02:00'), defaultPolicy)).toBe('2026-Q2');
  });
});
