import * as fc from 'fast-check';
import { type CalendarDefinition, calendarOf } from '../../../shared/promises/calendar';
import { WEEKDAYS } from '../../../shared/promises/days';
import { DAY, HOUR, type Instant, MINUTE } from '../../../shared/promises/instant';
import { type Clocks, clocksAround, openMinutes } from './open-minutes';

const DAYS = 6;

const SCENES = [
  ['the spring of Oslo', 'Europe/Oslo', '2026-03-29T12:00Z'],
  ['the autumn of Oslo', 'Europe/Oslo', '2026-10-25T12:00Z'],
  ['the New Year of Oslo', 'Europe/Oslo', '2026-12-31T23:00Z'],
  ['the spring of New York', 'America/New_York', '2026-03-08T12:00Z'],
  ['a change at midnight', 'America/Sao_Paulo', '2018-11-04T12:00Z'],
  ['a change back over midnight', 'America/Sao_Paulo', '2018-02-18T12:00Z'],
  ['a change at a minute past midnight', 'America/St_Johns', '2010-11-07T12:00Z'],
  ['a change of half an hour', 'Australia/Lord_Howe', '2026-10-04T12:00Z'],
  ['a day that was skipped', 'Pacific/Apia', '2011-12-31T12:00Z'],
  ['a zone that never changes', 'Asia/Kathmandu', '2026-06-15T12:00Z'],
] as const;

describe.each(SCENES)('open time over %s', (_, timeZone, middle) => {
  const clocks = clocksAround(timeZone, middle, DAYS);

  it('is what a count of every minute gives', () => {
    fc.assert(
      fc.property(
        definitionIn(timeZone, clocks),
        instantIn(clocks),
        instantIn(clocks),
        openTime,
        (definition, a, b, minutes) => {
          const calendar = calendarOf(definition);
          const counted = openMinutes(definition, clocks);
          expect(calendar.isOpen(a)).toBe(counted.isOpen(a));
          expect(calendar.between(a, b)).toBe(counted.between(a, b) * MINUTE);
          agree(counted.add(a, minutes), () => calendar.add(a, minutes * MINUTE));
          agree(counted.subtract(a, minutes), () => calendar.subtract(a, minutes * MINUTE));
          agree(counted.add(a, 0), () => calendar.nextOpen(a));
          agree(counted.subtract(a, 0), () => calendar.previousOpen(a));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('is kept by sums and differences, to the millisecond', () => {
    const ms = fc.integer({ min: 1, max: 100 * HOUR });
    fc.assert(
      fc.property(definitionIn(timeZone, clocks), instantIn(clocks), ms, ms, (definition, t, first, second) => {
        const { add, subtract, between, periodsBetween } = calendarOf({
          ...definition,
          hours: { ...definition.hours, mon: noon },
        });
        expect(between(t, add(t, first))).toBe(first);
        expect(between(subtract(t, first), t)).toBe(first);
        expect(add(add(t, first), second)).toBe(add(t, first + second));
        expect(subtract(subtract(t, first), second)).toBe(subtract(t, first + second));
        const periods = [...periodsBetween(t, add(t, first))];
        expect(periods.reduce((sum, { start, end }) => sum + end - start, 0)).toBe(first);
      }),
      { numRuns: 10 },
    );
  });
});

const noon: [string, string][] = [['12:00', '13:00']];
const openTime = fc.integer({ min: 1, max: 3000 });

// What the count cannot see, beyond the days that it covers, it does not judge.
function agree(counted: Instant | undefined, told: () => Instant): void {
  if (counted !== undefined) expect(told()).toBe(counted);
}

function instantIn({ start }: Clocks): fc.Arbitrary<Instant> {
  return fc.integer({ min: 1440, max: (2 * DAYS - 1) * 1440 }).map((minutes) => start + minutes * MINUTE);
}

function definitionIn(timeZone: string, { start }: Clocks): fc.Arbitrary<CalendarDefinition> {
  const date = fc
    .integer({ min: 0, max: 2 * DAYS })
    .map((days) => new Date(start + days * DAY).toISOString().slice(0, 10));
  const byDate = fc.dictionary(date, hours, { maxKeys: 4 });
  return fc
    .record({
      timeZone: fc.constant(timeZone),
      hours: fc.record(Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, hours]))),
      holidays: fc.array(date, { maxLength: 3 }),
      breaks: byDate,
      specialHours: byDate,
    })
    .filter(({ hours }) => Object.values(hours).some((periods) => periods.length > 0));
}

/** Up to six periods of a day between quarters of an hour, some of them touching. */
const hours: fc.Arbitrary<[string, string][]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { maxLength: 7 })
  .chain((quarters) => {
    const times = quarters.toSorted((a, b) => a - b).map(timeOf);
    const periods = times.slice(1).map((close, i): [string, string] => [times[i] ?? close, close]);
    return fc.subarray(periods);
  });

function timeOf(quarter: number): string {
  return `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;
}
