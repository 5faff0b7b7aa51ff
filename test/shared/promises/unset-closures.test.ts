import { policiesOf } from '../../../shared/promises/policies';
import { defaultPolicy, type Policy } from '../../../shared/promises/policy';
import { unsetClosures } from '../../../shared/promises/unset-closures';
import { at } from './at';

const policies = policiesOf([defaultPolicy]);
const years = (instant: string, versions = policies) =>
  unsetClosures(versions, at(instant)).map(({ closure, year }) => `${closure} ${year}`);

describe('the July weeks that nobody has set', () => {
  it.each([
    ['before October, nothing of the next year', '2032-09-30T23:59+02:00', []],
    ['from October on, by the clock of Oslo, those of the next year', '2032-10-01T00:00+02:00', ['july 2033']],
    ['in the year itself those too', '2033-03-01T12:00+01:00', ['july 2033']],
    ['in a year that has its weeks, nothing', '2026-11-01T12:00+01:00', []],
  ])('warns: %s', (_, instant, unset) => {
    expect(years(instant)).toEqual(unset);
  });

  const july = (weeks: Record<string, number[]>) => ({ name: { nb: 'x', en: 'x' }, weeks });
  const withClosures = (closures: Policy['closures']) =>
    policiesOf([{ ...defaultPolicy, closures: { ...defaultPolicy.closures, ...closures } }]);

  it('are no warning where somebody has decided that there are none', () => {
    expect(years('2026-03-01T12:00+01:00', withClosures({ july: july({ 2026: [] }) }))).toEqual([]);
    expect(years('2026-03-01T12:00+01:00', withClosures({ july: july({}) }))).toEqual(['july 2026']);
  });

  it('are no warning where no calendar closes by them', () => {
    expect(years('2026-03-01T12:00+01:00', withClosures({ autumn: july({}) }))).toEqual([]);
  });

  it('are those of the version that will be in force then', () => {
    const later: Policy = {
      ...defaultPolicy,
      version: '2027-1',
      effectiveFrom: '2027-01-01',
      closures: { ...defaultPolicy.closures, july: { name: { nb: 'x', en: 'x' }, weeks: { 2028: [29, 30] } } },
    };
    expect(years('2026-10-05T07:00+02:00', policiesOf([defaultPolicy, later]))).toEqual(['july 2027']);
  });
});
