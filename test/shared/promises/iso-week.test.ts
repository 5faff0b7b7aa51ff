import { boundsOfWeek, isoWeekOf, parseIsoWeek, weekBefore, weeksBetween } from '../../../shared/promises/iso-week';
import { at, utc } from './at';

const OSLO = 'Europe/Oslo';

describe('an ISO week', () => {
  it.each([
    ['the year that has its Thursday', '2026-01-01T12:00+01:00', '2026-W01'],
    ['the year before, in the first days of January', '2027-01-03T12:00+01:00', '2026-W53'],
    ['the year after, in the last days of December', '2024-12-30T12:00+01:00', '2025-W01'],
    ['Monday from local midnight', '2026-11-16T00:00+01:00', '2026-W47'],
    ['Sunday up to local midnight', '2026-11-15T23:59:59+01:00', '2026-W46'],
  ])('belongs to %s', (_, t, week) => {
    expect(isoWeekOf(at(t), OSLO)).toBe(week);
  });

  it('goes from Monday to Monday, over the change of the clocks too', () => {
    const { start, end } = boundsOfWeek('2026-W13', OSLO);
    expect([start, end].map(utc)).toEqual(['2026-03-22T23:00Z', '2026-03-29T22:00Z']);
  });

  it('comes after another, over the New Year too', () => {
    expect(weekBefore('2026-W47')).toBe('2026-W46');
    expect(weekBefore('2027-W01')).toBe('2026-W53');
  });

  it('stands in a row with others', () => {
    expect(weeksBetween('2026-W52', '2027-W02')).toEqual(['2026-W52', '2026-W53', '2027-W01', '2027-W02']);
    expect(weeksBetween('2026-W47', '2026-W47')).toEqual(['2026-W47']);
    expect(weeksBetween('2026-W47', '2026-W46')).toEqual([]);
  });

  it.each(['2026-W00', '2026-W54', '2025-W53', '2026-47', '2026-W7', ' 2026-W47', 'x'])('is not %s', (text) => {
    expect(parseIsoWeek(text)).toBeUndefined();
  });

  it('is read as it is written', () => {
    expect([parseIsoWeek('2026-W47'), parseIsoWeek('2026-W53')]).toEqual(['2026-W47', '2026-W53']);
  });
});
