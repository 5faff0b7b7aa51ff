import * as fc from 'fast-check';
import { DAY, MINUTE } from '../../../shared/promises/instant';
import { isTimeZone, zoneOf } from '../../../shared/promises/zone';
import { at, utc } from './at';

const ZONES = [
  'Europe/Oslo',
  'America/New_York',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Africa/Casablanca',
  'Africa/Monrovia',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'UTC',
];

describe('a zone', () => {
  it.each(ZONES)('tells the local time that Intl tells, in %s', (timeZone) => {
    const { dateOf, timeOf } = zoneOf(timeZone);
    const format = intlIn(timeZone);
    for (let t = at('1970-01-02T00:00Z'); t < at('2050-01-01T00:00Z'); t += 17 * DAY + 17 * MINUTE) {
      expect(`${dateOf(t)} ${timeOf(t)}`).toBe(format(t));
    }
  });

  it.each([
    ['Europe/Oslo', '2026-03-29T00:59:59Z', '2026-03-29 01:59'],
    ['Europe/Oslo', '2026-03-29T01:00:00Z', '2026-03-29 03:00'],
    ['Europe/Oslo', '2026-10-25T00:59:59Z', '2026-10-25 02:59'],
    ['Europe/Oslo', '2026-10-25T01:00:00Z', '2026-10-25 02:00'],
    ['Pacific/Apia', '2011-12-30T09:59:59Z', '2011-12-29 23:59'],
    ['Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-31 00:00'],
  ])('turns its clock to the second, in %s at %s', (timeZone, instant, local) => {
    const { dateOf, timeOf } = zoneOf(timeZone);
    expect(`${dateOf(at(instant))} ${timeOf(at(instant))}`).toBe(local);
  });

  it.each([
    ['an ordinary time', 'Europe/Oslo', '2026-01-12', '09:00', '2026-01-12T08:00Z'],
    ['the end of a day', 'Europe/Oslo', '2026-01-12', '24:00', '2026-01-12T23:00Z'],
    ['a time just before the gap', 'Europe/Oslo', '2026-03-29', '01:59', '2026-03-29T00:59Z'],
    ['a time in the gap, moved forward by it', 'Europe/Oslo', '2026-03-29', '02:30', '2026-03-29T01:30Z'],
    ['a time just after the gap', 'Europe/Oslo', '2026-03-29', '03:00', '2026-03-29T01:00Z'],
    ['the first of a time that occurs twice', 'Europe/Oslo', '2026-10-25', '02:30', '2026-10-25T00:30Z'],
    ['a time after the one that occurs twice', 'Europe/Oslo', '2026-10-25', '03:00', '2026-10-25T02:00Z'],
    ['a gap of half an hour', 'Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:45Z'],
    ['a gap at midnight', 'America/Sao_Paulo', '2018-11-04', '00:00', '2018-11-04T03:00Z'],
    ['the end of the day before a gap at midnight', 'America/Sao_Paulo', '2018-11-03', '24:00', '2018-11-04T03:00Z'],
    ['a day that was skipped', 'Pacific/Apia', '2011-12-30', '09:00', '2011-12-30T19:00Z'],
    ['an offset with seconds', 'Africa/Monrovia', '1971-06-01', '12:00', '1971-06-01T12:44:30.000Z'],
  ])('finds the instant of %s', (_, timeZone, date, time, instant) => {
    expect(utc(zoneOf(timeZone).instantOf(date, time))).toBe(instant);
  });

  it('finds the instant of every local time that it tells', () => {
    const instant = fc.integer({ min: DAY / MINUTE, max: 84_000 * (DAY / MINUTE) }).map((minutes) => minutes * MINUTE);
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), instant, (timeZone, t) => {
        const { dateOf, timeOf, instantOf } = zoneOf(timeZone);
        const found = instantOf(dateOf(t), timeOf(t));
        // The same, or the first of two that show the same; to the minute, since Monrovia once had seconds.
        expect(found).toBeLessThanOrEqual(t);
        expect(`${dateOf(found)} ${timeOf(found)}`).toBe(`${dateOf(t)} ${timeOf(t)}`);
      }),
      { numRuns: 300 },
    );
  });

  it('is refused where there is no such zone', () => {
    expect(() => zoneOf('Europe/Olso')).toThrow(RangeError);
    expect([isTimeZone('Europe/Olso'), isTimeZone('Europe/Oslo')]).toEqual([false, true]);
  });
});

function intlIn(timeZone: string): (t: number) => string {
  const date = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, ...date, ...time });
  return (t) => format.format(t);
}
