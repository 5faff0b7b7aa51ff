import DateHolidays from 'date-holidays';
import { norwegianHolidays } from '../../../shared/promises/holidays';

// Every third year, since the library takes its time; the whole range has been compared as well.
const YEARS = Array.from({ length: 77 }, (_, i) => 1970 + 3 * i);

describe('the Norwegian holidays', () => {
  it('fall, from 1970 to 2199, on the dates that the date-holidays library has', () => {
    const library = new DateHolidays('NO');
    for (const year of YEARS) {
      const expected = library.getHolidays(year, 'nb').filter(({ type }) => type === 'public');
      const dates = expected.map(({ date }) => date.slice(0, 10)).sort();
      expect(norwegianHolidays(year).map(({ date }) => date)).toEqual(dates);
    }
  });

  it('are twelve, in order, called as within a sentence', () => {
    expect(norwegianHolidays(2026).map(({ date, name }) => `${date} ${name.nb} / ${name.en}`)).toEqual([
      "2026-01-01 1. nyttårsdag / New Year's Day",
      '2026-04-02 skjærtorsdag / Maundy Thursday',
      '2026-04-03 langfredag / Good Friday',
      '2026-04-05 1. påskedag / Easter Sunday',
      '2026-04-06 2. påskedag / Easter Monday',
      '2026-05-01 arbeidernes dag / Labour Day',
      '2026-05-14 Kristi himmelfartsdag / Ascension Day',
      '2026-05-17 grunnlovsdagen / Constitution Day',
      '2026-05-24 1. pinsedag / Whit Sunday',
      '2026-05-25 2. pinsedag / Whit Monday',
      '2026-12-25 1. juledag / Christmas Day',
      '2026-12-26 2. juledag / Boxing Day',
    ]);
  });

  it('may fall on one date, as Whit Monday and Constitution Day of 2027', () => {
    const names = norwegianHolidays(2027).filter(({ date }) => date === '2027-05-17');
    expect(names.map(({ name }) => name.nb)).toEqual(['grunnlovsdagen', '2. pinsedag']);
  });
});
