import { nextFiring } from '../../../infra/local/schedule-expression';

const OSLO = 'Europe/Oslo';
const ANCHOR = '2026-11-27T14:30:00Z';

const next = (expression: string, after: string, timeZone = OSLO, anchor = ANCHOR) => {
  const at = nextFiring(expression, timeZone, Date.parse(after), Date.parse(anchor));
  return at === undefined ? undefined : new Date(at).toISOString().replace('.000', '');
};

describe('at', () => {
  it.each([
    ['UTC', '2026-11-27T15:00:00Z'],
    [OSLO, '2026-11-27T14:00:00Z'],
    ['America/New_York', '2026-11-27T20:00:00Z'],
  ])('is a local time of %s', (timeZone, expected) => {
    expect(next('at(2026-11-27T15:00:00)', '2026-11-01T00:00:00Z', timeZone)).toBe(expected);
  });

  it('comes once', () => {
    expect(next('at(2026-11-27T15:00:00)', '2026-11-27T14:00:00Z')).toBeUndefined();
  });

  it('moves forward by the gap of spring, and is the first of two in autumn', () => {
    expect(next('at(2026-03-29T02:30:00)', '2026-01-01T00:00:00Z')).toBe('2026-03-29T01:30:00Z');
    expect(next('at(2026-10-25T02:30:00)', '2026-01-01T00:00:00Z')).toBe('2026-10-25T00:30:00Z');
  });
});

it.each([
  ['rate(5 minutes)', '2026-11-27T14:31:00Z', '2026-11-27T14:35:00Z'],
  ['rate(5 minutes)', '2026-11-27T14:35:00Z', '2026-11-27T14:40:00Z'],
  ['rate(1 hour)', '2026-12-24T00:00:00Z', '2026-12-24T00:30:00Z'],
  ['rate(1 hours)', ANCHOR, '2026-11-27T15:30:00Z'],
  ['rate(2 days)', ANCHOR, '2026-11-29T14:30:00Z'],
  ['rate(2 days)', '2020-01-01T00:00:00Z', '2026-11-29T14:30:00Z'],
])('%s, counted from when it was made, comes after %s at %s', (expression, after, expected) => {
  expect(next(expression, after)).toBe(expected);
});

it.each([
  ['cron(0 7 ? * MON *)', '2026-11-27T14:30:00Z', '2026-11-30T06:00:00Z'],
  ['cron(0 7 ? * MON *)', '2026-11-30T06:00:00Z', '2026-12-07T06:00:00Z'],
  ['cron(0 7 ? * 2 *)', '2026-11-27T14:30:00Z', '2026-11-30T06:00:00Z'],
  ['cron(0 7 ? * MON *)', '2026-06-27T14:30:00Z', '2026-06-29T05:00:00Z'],
  ['cron(0 7 ? * WED,SUN *)', '2026-11-30T06:00:00Z', '2026-12-02T06:00:00Z'],
  ['cron(*/15 9-14 ? * MON-FRI *)', '2026-11-27T12:46:00Z', '2026-11-27T13:00:00Z'],
  ['cron(*/15 9-14 ? * MON-FRI *)', '2026-11-27T13:45:00Z', '2026-11-30T08:00:00Z'],
  ['cron(5/20 8 1,15 * ? *)', '2026-11-27T14:30:00Z', '2026-12-01T07:05:00Z'],
  ['cron(0-30/10 12 * DEC ? *)', '2026-12-01T11:15:00Z', '2026-12-01T11:20:00Z'],
  ['cron(0 0 31 * ? *)', '2026-11-27T14:30:00Z', '2026-12-30T23:00:00Z'],
  ['cron(0 12 29 feb ? *)', '2026-11-27T14:30:00Z', '2028-02-29T11:00:00Z'],
  ['cron(0 12 1 1 ? 2027-2028)', '2027-06-01T00:00:00Z', '2028-01-01T11:00:00Z'],
  ['cron(0 12 1 1 ? 2026)', '2026-11-27T14:30:00Z', undefined],
  ['cron(0 12 31 2 ? *)', '2026-11-27T14:30:00Z', undefined],
])('%s after %s is %s', (expression, after, expected) => {
  expect(next(expression, after)).toBe(expected);
});

describe('on the days the clocks change', () => {
  it('a cron time in the gap of spring is skipped', () => {
    expect(next('cron(30 2 * * ? *)', '2026-03-28T12:00:00Z')).toBe('2026-03-30T00:30:00Z');
  });

  it('a cron time that comes twice in autumn fires the first time', () => {
    expect(next('cron(30 2 * * ? *)', '2026-10-24T12:00:00Z')).toBe('2026-10-25T00:30:00Z');
    expect(next('cron(30 2 * * ? *)', '2026-10-25T00:30:00Z')).toBe('2026-10-26T01:30:00Z');
  });
});

it.each([
  ['every day', 'an expression is at(…), rate(…) or cron(…)'],
  ['at(2026-11-27T15:00:00Z)', 'at has a local time'],
  ['at(2026-13-27T15:00:00)', 'at has a local time'],
  ['rate(0 minutes)', 'rate has a number'],
  ['rate(5 weeks)', 'rate has a number'],
  ['cron(0 7 * * MON *)', 'one of day-of-month and day-of-week'],
  ['cron(0 7 ? * ? *)', 'one of day-of-month and day-of-week'],
  ['cron(0 7 ? * MON)', 'cron has six fields'],
  ['cron(60 7 ? * MON *)', 'minutes are 0 to 59, not "60"'],
  ['cron(0 7 ? * MAN *)', 'weekdays are 1 to 7, not "MAN"'],
  ['cron(0 9-7 * * ? *)', 'hours are 0 to 23, not "9-7"'],
  ['cron(0/0 7 * * ? *)', 'minutes are 0 to 59, not "0/0"'],
  ['cron(0 7 L * ? *)', 'L, W and # are not played locally'],
  ['cron(0 7 15W * ? *)', 'L, W and # are not played locally'],
  ['cron(0 7 ? * 2#1 *)', 'L, W and # are not played locally'],
  ['cron(0 7 ? * 6L *)', 'L, W and # are not played locally'],
])('%s is refused: %s', (expression, message) => {
  expect(() => next(expression, ANCHOR)).toThrow(message);
});

it('a zone that does not exist is refused', () => {
  expect(() => next('cron(0 7 * * ? *)', ANCHOR, 'Europe/Bergen')).toThrow('Europe/Bergen');
});
