import { commitmentFor } from '../../../shared/promises/deadlines';
import { promiseInWords } from '../../../shared/promises/in-words';
import { defaultPolicy, policySchema, readPolicy } from '../../../shared/promises/policy';
import { calendarNamed } from '../../../shared/promises/policy-calendar';
import { at, utc } from './at';
import { roundTheClock } from './round-the-clock';

const { kinds, closures } = defaultPolicy;
const { july, romjul } = closures;

describe('the default policy', () => {
  it('reads the same when it is written and read again', () => {
    expect(policySchema.parse(JSON.parse(JSON.stringify(defaultPolicy)))).toEqual(defaultPolicy);
  });

  it('sets the July weeks of each year from 2024 to 2032', () => {
    const years = Array.from({ length: 9 }, (_, i) => [String(2024 + i), [29, 30]]);
    expect(july).toMatchObject({ weeks: Object.fromEntries(years) });
  });

  it('prints instants for P6 and P16 alone', () => {
    const printed = Object.values(defaultPolicy.kinds).filter(({ said }) => said === 'target-and-latest');
    expect(new Set(printed.map(({ promise }) => promise))).toEqual(new Set(['P6', 'P16']));
  });
});

describe('a policy', () => {
  it.each<[fault: string, where: string, file: object]>([
    [
      'names a calendar that is not there',
      'kinds.severe.calendar',
      { kinds: { ...kinds, severe: { ...kinds.severe, calendar: 'wroking' } } },
    ],
    ['names a closure that is not there', 'calendars.support.closures', { closures: {} }],
    ['forgets a kind', 'kinds.security', { kinds: { ...kinds, security: undefined } }],
    ['misspells a field', '', { reopenWithinDays: 10 }],
    [
      'counts in days',
      'kinds.critical.latest.within',
      { kinds: { ...kinds, critical: { ...kinds.critical, latest: { within: '2 days' } } } },
    ],
    [
      'names a week that its year has not',
      'closures.july.weeks',
      { closures: { ...closures, july: { ...july, weeks: { 2025: [53] } } } },
    ],
    [
      'closes on a date that no year has',
      'closures.romjul.from',
      { closures: { ...closures, romjul: { ...romjul, from: '02-30' } } },
    ],
    [
      'promises nothing aloud and has no sentence',
      'kinds.minor.sentence',
      { kinds: { ...kinds, minor: { ...kinds.minor, sentence: undefined } } },
    ],
    [
      'has a price with decimals',
      'vendor.consultantOrePerHour',
      { vendor: { name: 'Vi', consultantOrePerHour: 1250.5 } },
    ],
    [
      'closes a calendar all the year round',
      'calendars.support',
      { closures: { ...closures, july: { name: { nb: 'x', en: 'x' }, from: '01-01', to: '12-31' } } },
    ],
    [
      'has dates the wrong way round',
      'closures.july.dates.0',
      { closures: { ...closures, july: { name: { nb: 'x', en: 'x' }, dates: [['2026-05-18', '2026-05-15']] } } },
    ],
    [
      'has a holiday on no day of any year',
      'holidays.0.on',
      { holidays: [{ name: { nb: 'x', en: 'x' }, on: '02-30' }] },
    ],
    [
      'has a target of more open time than the latest',
      'kinds.critical.target',
      {
        kinds: {
          ...kinds,
          critical: { ...kinds.critical, target: { within: '2 hours' }, latest: { within: '90 minutes' } },
        },
      },
    ],
    [
      'has a target of a later day than the latest',
      'kinds.severe.target',
      {
        kinds: {
          ...kinds,
          severe: { ...kinds.severe, target: { closeOf: 'next-open-day' }, latest: { closeOf: 'day-of-receipt' } },
        },
      },
    ],
    [
      'counts further than calendars reach',
      'kinds.critical.latest.within',
      { kinds: { ...kinds, critical: { ...kinds.critical, latest: { within: '10001 hours' } } } },
    ],
  ])('is refused where it %s', (_, where, changes) => {
    const { error } = policySchema.safeParse({ ...defaultPolicy, ...changes });
    expect(error?.issues.map(({ path }) => path.join('.'))).toContain(where);
  });

  it('tells a support manager what there is instead', () => {
    const { error } = policySchema.safeParse({ ...defaultPolicy, workingDays: 'weekdays' });
    expect(error?.issues.map(({ message }) => message)).toEqual([
      'There is no “weekdays”; there are: support, working.',
    ]);
  });
});

describe('a policy with faults of form', () => {
  it('is refused in plain words, all of them at once, with where they are', () => {
    const { vendor: _, ...nameless } = defaultPolicy;
    const written = { ...nameless, warnAt: 'half', billing: { roundedTo: 'hours' }, reopenWithinDays: 10 };
    expect(() => readPolicy(written)).toThrow(
      [
        '✖ There is no such value here: reopenWithinDays. Is it misspelt?',
        '✖ This is missing.',
        '  → at vendor',
        '✖ Write a number here.',
        '  → at warnAt',
        '✖ Write one of: minutes, started-half-hours.',
        '  → at billing.roundedTo',
      ].join('\n'),
    );
  });
});

describe('holidays and closures of one’s own', () => {
  const name = { nb: 'fri', en: 'off' };
  const policy = readPolicy({
    ...defaultPolicy,
    holidays: [
      { name, on: '07-04' },
      { name, nth: 4, weekday: 'thu', month: 11 },
      { name, nth: -1, weekday: 'mon', month: 5 },
      { name, daysAfterEaster: -2 },
    ],
    closures: { ...closures, july: { name, dates: [['2026-08-10', '2026-08-12']] } },
  });
  const { dayOff } = calendarNamed('support', policy);

  it.each([
    ['a date of every year', '2028-07-04'],
    ['the fourth Thursday of November', '2026-11-26'],
    ['the last Monday of May', '2026-05-25'],
    ['Good Friday', '2026-04-03'],
    ['the last day of a range', '2026-08-12'],
  ])('close on %s', (_, date) => {
    expect(dayOff(date)).toMatchObject(name);
  });

  it('close nothing else', () => {
    expect(['2026-05-01', '2026-07-14', '2026-08-13', '2026-11-19'].map(dayOff)).toEqual(Array(4).fill(undefined));
  });
});

describe('a wholly different promise', () => {
  const policy = policySchema.parse(roundTheClock);

  it('is data alone: hours round the clock, counted in another zone', () => {
    const { beginTarget, beginLatest, warnAt, managementAt } = commitmentFor(
      'severe',
      at('2026-03-07T23:00-05:00'),
      policy,
    );
    expect([beginTarget, beginLatest, warnAt, managementAt ?? 0].map(utc)).toEqual([
      '2026-03-08T08:00Z',
      '2026-03-08T12:00Z',
      '2026-03-08T10:00Z',
      '2026-03-08T16:00Z',
    ]);
  });

  it.each([
    ['2026-01-12T10:00-05:00', 'We normally begin today by 14:00, and today at 18:00 at the latest.'],
    [
      '2026-01-12T21:00-05:00',
      'We normally begin on Tuesday 13 January by 01:00, and by Tuesday 13 January at 05:00 at the latest.',
    ],
  ])('is told in its own hours, from %s', (receivedAt, promise) => {
    const commitment = commitmentFor('severe', at(receivedAt), policy);
    expect(promiseInWords(commitment, at(receivedAt), policy, 'en')).toEqual({ promise });
  });
});
