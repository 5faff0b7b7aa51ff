import { type CalendarDefinition, calendarOf } from '../../../shared/promises/calendar';
import { DAY, HOUR, MINUTE } from '../../../shared/promises/instant';
import { at, utc } from './at';

const withLunch: [string, string][] = [
  ['09:00', '11:30'],
  ['12:00', '15:00'],
];

const office: CalendarDefinition = {
  timeZone: 'Europe/Oslo',
  hours: { mon: withLunch, tue: withLunch, wed: withLunch, thu: withLunch, fri: withLunch },
};

const calendar = (changes: Partial<CalendarDefinition> = {}) => calendarOf({ ...office, ...changes });

describe('a definition with many faults', () => {
  it('is refused with all of them at once, and where they are', () => {
    const wrong: CalendarDefinition = {
      timeZone: 'Europe/Olso',
      hours: {},
      holidays: ['2026-02-30'],
      breaks: { '2026-05-04': [['11:00', '10:00']] },
      specialHours: { '24-12-2026': [] },
    };
    const toldOf = () => {
      try {
        return [calendarOf(wrong)];
      } catch (error) {
        return String(error).match(/(?<=✖ )\S+ \S+ \S+ \S+|(?<=→ at )\S+/g);
      }
    };
    expect(toldOf()).toEqual([
      'The calendar is never',
      ...['There is no such', 'timeZone'],
      ...['A date is written', 'holidays[0]'],
      ...['A date is written', 'specialHours["24-12-2026"]'],
      ...['A period closes after', 'breaks["2026-05-04"][0]'],
    ]);
  });
});

describe('open time', () => {
  it.each([
    ['within a period', '2026-01-12T09:00+01:00', 60, '2026-01-12T10:00+01:00'],
    ['from before opening', '2026-01-12T06:00+01:00', 60, '2026-01-12T10:00+01:00'],
    ['over lunch', '2026-01-12T11:00+01:00', 60, '2026-01-12T12:30+01:00'],
    ['over the night', '2026-01-12T14:30+01:00', 60, '2026-01-13T09:30+01:00'],
    ['over a weekend', '2026-01-16T14:30+01:00', 60, '2026-01-19T09:30+01:00'],
    ['to the very minute of closing', '2026-01-16T14:00+01:00', 60, '2026-01-16T15:00+01:00'],
    ['to the very beginning of lunch', '2026-01-16T10:30+01:00', 60, '2026-01-16T11:30+01:00'],
    ['from the close on', '2026-01-16T15:00+01:00', 60, '2026-01-19T10:00+01:00'],
    ['a whole week', '2026-01-12T09:00+01:00', 5 * 330, '2026-01-16T15:00+01:00'],
    ['over the change to summer time', '2026-03-27T14:30+01:00', 60, '2026-03-30T09:30+02:00'],
    ['over the New Year', '2025-12-31T14:30+01:00', 60, '2026-01-01T09:30+01:00'],
  ])('is added %s', (_, from, minutes, expected) => {
    expect(utc(calendar().add(at(from), minutes * MINUTE))).toBe(utc(at(expected)));
  });

  it.each([
    ['within a period', '2026-01-12T10:00+01:00', 60, '2026-01-12T09:00+01:00'],
    ['from after closing', '2026-01-12T20:00+01:00', 60, '2026-01-12T14:00+01:00'],
    ['over lunch', '2026-01-12T12:30+01:00', 60, '2026-01-12T11:00+01:00'],
    ['over a weekend', '2026-01-19T09:30+01:00', 60, '2026-01-16T14:30+01:00'],
    ['to the very minute of opening', '2026-01-19T10:00+01:00', 60, '2026-01-19T09:00+01:00'],
    ['from the opening back', '2026-01-19T09:00+01:00', 60, '2026-01-16T14:00+01:00'],
    ['over the New Year', '2026-01-01T09:30+01:00', 60, '2025-12-31T14:30+01:00'],
  ])('is subtracted %s', (_, from, minutes, expected) => {
    expect(utc(calendar().subtract(at(from), minutes * MINUTE))).toBe(utc(at(expected)));
  });

  it.each([
    ['an hour', '2026-01-12T09:00+01:00', '2026-01-12T10:00+01:00', 60],
    ['a day less lunch', '2026-01-12T00:00+01:00', '2026-01-13T00:00+01:00', 330],
    ['nothing at night', '2026-01-12T15:00+01:00', '2026-01-13T09:00+01:00', 0],
    ['nothing backwards', '2026-01-13T10:00+01:00', '2026-01-12T10:00+01:00', 0],
    ['a year of 261 weekdays', '2026-01-01T00:00+01:00', '2027-01-01T00:00+01:00', 261 * 330],
    ['six years', '2024-01-01T00:00+01:00', '2030-01-01T00:00+01:00', 1566 * 330],
  ])('is counted between two instants: %s', (_, from, to, minutes) => {
    expect(calendar().between(at(from), at(to))).toBe(minutes * MINUTE);
  });

  it('is as long as the clocks make it on the days that they change', () => {
    const night: [string, string][] = [['00:00', '24:00']];
    const { between } = calendar({ hours: { sun: night } });
    expect(between(at('2026-03-29T00:00+01:00'), at('2026-03-30T00:00+02:00'))).toBe(23 * HOUR);
    expect(between(at('2026-10-25T00:00+02:00'), at('2026-10-26T00:00+01:00'))).toBe(25 * HOUR);
  });

  it('is not counted twice where a gap makes two periods cross', () => {
    const { periodsBetween } = calendar({
      hours: {
        sun: [
          ['02:15', '02:45'],
          ['03:00', '04:00'],
        ],
      },
    });
    const sunday = [...periodsBetween(at('2026-03-29T00:00+01:00'), at('2026-03-30T00:00+02:00'))];
    expect(sunday).toEqual([{ start: at('2026-03-29T03:00+02:00'), end: at('2026-03-29T04:00+02:00') }]);
  });

  it('knows no negative amounts', () => {
    expect(() => calendar().add(at('2026-01-12T09:00+01:00'), -1)).toThrow(RangeError);
    expect(() => calendar().subtract(at('2026-01-12T09:00+01:00'), Number.NaN)).toThrow(RangeError);
  });
});

describe('an open period', () => {
  it.each([
    ['before opening', '2026-01-12T08:59:59.999+01:00', false],
    ['at opening', '2026-01-12T09:00+01:00', true],
    ['just before closing', '2026-01-12T14:59:59.999+01:00', true],
    ['at closing', '2026-01-12T15:00+01:00', false],
    ['at lunch', '2026-01-12T11:30+01:00', false],
    ['on a Saturday', '2026-01-17T10:00+01:00', false],
  ])('is half-open: %s', (_, t, expected) => {
    expect(calendar().isOpen(at(t))).toBe(expected);
  });

  it.each([
    ['inside it', '2026-01-12T10:00+01:00', '2026-01-12T10:00+01:00', '2026-01-12T10:00+01:00'],
    ['at opening', '2026-01-12T09:00+01:00', '2026-01-12T09:00+01:00', '2026-01-12T09:00+01:00'],
    ['at closing', '2026-01-12T15:00+01:00', '2026-01-13T09:00+01:00', '2026-01-12T15:00+01:00'],
    ['at lunch', '2026-01-12T11:45+01:00', '2026-01-12T12:00+01:00', '2026-01-12T11:30+01:00'],
    ['on a Sunday', '2026-01-18T10:00+01:00', '2026-01-19T09:00+01:00', '2026-01-16T15:00+01:00'],
  ])('is looked for in both directions: %s', (_, t, next, previous) => {
    const { nextOpen, previousOpen, add, subtract } = calendar();
    expect([nextOpen(at(t)), previousOpen(at(t))].map(utc)).toEqual([utc(at(next)), utc(at(previous))]);
    expect([add(at(t), 0), subtract(at(t), 0)]).toEqual([nextOpen(at(t)), previousOpen(at(t))]);
  });

  it('is cut to the instants that are asked about, and made only when asked for', () => {
    const asked: string[] = [];
    const { periodsBetween } = calendarOf(office, (date) => asked.push(date) < 0);
    const periods = periodsBetween(at('2026-01-12T10:00+01:00'), at('2150-01-01T00:00+01:00'));
    expect(periods.next().value).toEqual({ start: at('2026-01-12T10:00+01:00'), end: at('2026-01-12T11:30+01:00') });
    expect(periods.next().value).toEqual({ start: at('2026-01-12T12:00+01:00'), end: at('2026-01-12T15:00+01:00') });
    expect(new Set(asked.map((date) => date.slice(0, 4)))).toEqual(new Set(['2026']));
  });
});

describe('a date', () => {
  const may = {
    holidays: ['2026-05-01', '2026-05-14'],
    breaks: { '2026-05-04': [['10:00', '11:00']], '2026-05-05': [['14:00', '16:00']] },
    specialHours: { '2026-05-14': [['10:00', '12:00']], '2026-05-09': [['10:00', '12:00']], '2026-05-06': [] },
  } satisfies Partial<CalendarDefinition>;

  it.each([
    ['has its last close', '2026-05-04', '2026-05-04T15:00+02:00'],
    ['has none on a holiday', '2026-05-01', undefined],
    ['has none on a Sunday', '2026-05-03', undefined],
    ['closes sooner when it ends in a break', '2026-05-05', '2026-05-05T14:00+02:00'],
    ['has special hours on a holiday', '2026-05-14', '2026-05-14T12:00+02:00'],
    ['has special hours on a Saturday', '2026-05-09', '2026-05-09T12:00+02:00'],
    ['has none where special hours are none', '2026-05-06', undefined],
  ])('%s', (_, date, close) => {
    expect(calendar(may).closeOn(date)).toBe(close && at(close));
  });

  it('loses the time of its breaks', () => {
    const { between } = calendar(may);
    expect(between(at('2026-05-04T00:00+02:00'), at('2026-05-05T00:00+02:00'))).toBe(270 * MINUTE);
  });

  it('is closed by a rule as well', () => {
    const { closeOn, openDayAfter } = calendarOf(office, (date) => date.endsWith('-05-04'));
    expect(closeOn('2031-05-04')).toBeUndefined();
    expect(openDayAfter('2026-05-01')).toBe('2026-05-05');
  });

  it('is followed by open days, over the New Year too', () => {
    const { openDayAfter, closeAfter } = calendar(may);
    expect(openDayAfter('2026-04-30')).toBe('2026-05-04');
    expect(openDayAfter('2026-04-30', 3)).toBe('2026-05-07');
    expect(openDayAfter('2026-12-31')).toBe('2027-01-01');
    expect(utc(closeAfter('2026-05-08'))).toBe('2026-05-09T10:00Z');
  });

  it('is local', () => {
    expect(calendar().dateOf(at('2026-05-03T22:30Z'))).toBe('2026-05-04');
  });
});

describe('the years', () => {
  const once = calendar({ hours: {}, specialHours: { '2150-06-01': [['09:00', '10:00']] } });

  it('without open time are passed over', () => {
    expect(utc(once.nextOpen(at('1975-01-01T00:00Z')))).toBe('2150-06-01T07:00Z');
    expect(utc(once.previousOpen(at('2199-01-01T00:00Z')))).toBe('2150-06-01T08:00Z');
    expect(once.between(at('1975-01-01T00:00Z'), at('2199-01-01T00:00Z'))).toBe(HOUR);
  });

  it('end: what does not fit is refused', () => {
    expect(() => once.add(at('1975-01-01T00:00Z'), HOUR + 1)).toThrow('1970 to 2199');
    expect(() => once.subtract(at('2199-01-01T00:00Z'), Number.POSITIVE_INFINITY)).toThrow(RangeError);
    expect(() => once.openDayAfter('2150-06-01')).toThrow(RangeError);
  });

  it('are covered to the last close', () => {
    const always: [string, string][] = [['00:00', '24:00']];
    const { add, previousOpen, between } = calendar({ hours: { mon: always, tue: always } });
    const end = at('2200-01-01T00:00+01:00');
    expect(add(end - DAY, DAY)).toBe(end);
    expect(previousOpen(end)).toBe(end);
    expect(between(end - DAY, end)).toBe(DAY);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, at('1969-12-31T12:00Z'), at('2200-01-02T00:00Z'), -6e13])(
    'are the only ones: %d is refused',
    (t) => {
      const { isOpen, nextOpen, previousOpen, closeOn } = calendar();
      for (const ask of [isOpen, nextOpen, previousOpen]) expect(() => ask(t)).toThrow(RangeError);
      expect(() => closeOn('2026-02-3x')).toThrow(RangeError);
    },
  );
});

describe('a definition', () => {
  it('is refused with all its faults, and where they are', () => {
    const faulty = {
      timeZone: 'Europe/Olso',
      hours: {
        mon: [
          ['09:00', '12:00'],
          ['11:00', '15:00'],
        ],
        tue: [['15:00', '09:00']],
        wed: [['9:00', '24:30']],
      },
      holidays: ['2026-02-30', '2026-05-01'],
      breaks: { '2026-13-01': [['10:00', '10:00']] },
      specialHours: { '2200-01-01': [['10:00', '11:00']] },
    } satisfies CalendarDefinition;
    expect(faultsOf(faulty)).toEqual([
      'at timeZone',
      'at hours.mon',
      'at holidays[0]',
      'at breaks["2026-13-01"]',
      'at specialHours["2200-01-01"]',
      'at hours.tue[0]',
      'at breaks["2026-13-01"][0]',
      'at hours.wed[0][0]',
      'at hours.wed[0][1]',
    ]);
  });

  it('is refused where it is never open', () => {
    expect(() => calendar({ hours: { mon: [] } })).toThrow('never open');
  });

  it('may have periods that touch, in any order', () => {
    const { closeOn } = calendar({
      hours: {
        mon: [
          ['12:00', '15:00'],
          ['09:00', '12:00'],
        ],
      },
    });
    expect(utc(closeOn('2026-01-12') ?? 0)).toBe('2026-01-12T14:00Z');
  });
});

function faultsOf(definition: CalendarDefinition): string[] {
  try {
    calendarOf(definition);
    return [];
  } catch (error) {
    return String(error).match(/at \S+$/gm) ?? [];
  }
}
