import { firstOpeningAfterClosure, isSupportClosure } from '../../../shared/promises/closure';
import { defaultPolicy, type Policy } from '../../../shared/promises/policy';
import { at, utc } from './at';
import { supportWith } from './support-with';

const noon = (date: string) => at(`${date}T12:00+02:00`);

describe('a closure of support', () => {
  it.each([
    ['the first Monday of the July weeks', '2026-07-13'],
    ['the weekend between them', '2026-07-18'],
    ['their last Sunday', '2026-07-26'],
    ['a day between Christmas and New Year', '2026-12-29'],
  ])('holds on %s', (_, date) => {
    expect(isSupportClosure(noon(date), defaultPolicy)).toBe(true);
  });

  it.each([
    ['an ordinary working day', '2026-07-10'],
    ['the weekend before it', '2026-07-11'],
    ['the day after it', '2026-07-27'],
    ['an ordinary weekend', '2026-01-17'],
    ['Good Friday', '2026-04-03'],
    ['Boxing Day, before romjulen', '2026-12-26'],
    ['New Year’s Day, after romjulen', '2027-01-01'],
    ['the first day that calendars know', '1970-01-01'],
  ])('does not hold on %s', (_, date) => {
    expect(isSupportClosure(noon(date), defaultPolicy)).toBe(false);
  });

  it('holds on a public holiday within it', () => {
    const closures: Policy['closures'] = {
      spring: { name: { nb: 'våren', en: 'spring' }, dates: [['2026-05-12', '2026-05-18']] },
    };
    const policy = supportWith({ closures: ['spring'] }, { closures });
    expect(isSupportClosure(noon('2026-05-14'), policy)).toBe(true);
  });

  it('begins and ends at midnight in the promise’s time zone', () => {
    expect(isSupportClosure(at('2026-07-12T23:59+02:00'), defaultPolicy)).toBe(false);
    expect(isSupportClosure(at('2026-07-13T00:00+02:00'), defaultPolicy)).toBe(true);
    expect(isSupportClosure(at('2026-07-27T00:00+02:00'), defaultPolicy)).toBe(false);
  });
});

describe('the first opening after a closure', () => {
  const openingOn = (date: string) => {
    const found = firstOpeningAfterClosure(noon(date), defaultPolicy);
    return found && [utc(found.closedFrom), utc(found.opensAt)];
  };

  it('knows when the closure began, and when support opens', () => {
    expect(openingOn('2026-07-27')).toEqual(['2026-07-12T22:00Z', '2026-07-27T07:00Z']);
  });

  it('comes after the holidays and the weekend that follow the closure', () => {
    expect(openingOn('2027-01-04')).toEqual(['2026-12-26T23:00Z', '2027-01-04T08:00Z']);
  });

  it.each([
    ['a day of the closure', '2026-07-24'],
    ['the second open day', '2026-07-28'],
    ['an ordinary Monday', '2026-01-12'],
    ['the Tuesday after Easter', '2026-04-07'],
    ['a holiday after the closure', '2027-01-01'],
  ])('is not on %s', (_, date) => {
    expect(openingOn(date)).toBeUndefined();
  });
});
