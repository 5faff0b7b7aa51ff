import { sayDate, sayDates, sayInstant, sayList } from '../../../shared/promises/say';
import { at } from './at';

const oslo = { timeZone: 'Europe/Oslo' };

describe('what is said of time', () => {
  it('is local, in the manner of the language', () => {
    const t = at('2026-01-19T14:00Z');
    expect(sayInstant(t, oslo, 'nb', { relativeTo: t })).toBe('mandag 19. januar kl. 15.00');
    expect(sayInstant(t, oslo, 'en', { relativeTo: t })).toBe('Monday 19 January at 15:00');
  });

  it('has the year where it is not the year that is talked about', () => {
    const december = at('2026-12-28T09:00Z');
    expect(sayInstant(at('2027-01-04T14:00Z'), oslo, 'nb', { relativeTo: december })).toBe(
      'mandag 4. januar 2027 kl. 15.00',
    );
    expect(sayDate('2026-01-19', 'nb')).toBe('mandag 19. januar 2026');
    expect(sayDate('2026-01-19', 'en', { relativeTo: '2026-12-01' })).toBe('Monday 19 January');
  });

  it.each([
    ['2026-07-13', '2026-07-24', '13.–24. juli', '13–24 July'],
    ['2026-06-30', '2026-07-03', '30. juni–3. juli', '30 June – 3 July'],
    ['2026-12-28', '2027-01-03', '28. desember–3. januar 2027', '28 December – 3 January 2027'],
    ['2027-06-30', '2027-07-03', '30. juni–3. juli 2027', '30 June – 3 July 2027'],
    ['2026-05-17', '2026-05-17', '17. mai', '17 May'],
  ])('joins dates from %s to %s', (first, last, nb, en) => {
    const near = { relativeTo: '2026-01-01' };
    expect([sayDates(first, last, 'nb', near), sayDates(first, last, 'en', near)]).toEqual([nb, en]);
  });

  it('lists names', () => {
    expect(sayList(['a'], 'nb')).toBe('a');
    expect(sayList(['a', 'b'], 'nb')).toBe('a og b');
    expect(sayList(['a', 'b', 'c'], 'en')).toBe('a, b and c');
  });
});
