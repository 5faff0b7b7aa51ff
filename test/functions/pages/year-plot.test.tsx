import { renderToStaticMarkup } from 'react-dom/server';
import { YearLegend } from '../../../functions/pages/year-legend';
import { YearPlot } from '../../../functions/pages/year-plot';
import { daysOf } from '../../../shared/promises/closed-days';
import { defaultPolicy, type Policy } from '../../../shared/promises/policy';
import type { Language } from '../../../shared/promises/say';
import { supportWith } from '../../shared/promises/support-with';

const yearOf = (year: number, policy: Policy) => ({ year, days: daysOf(year, 'support', policy) });

const plot = (policy: Policy = defaultPolicy, language: Language = 'nb', today = '2026-11-24') =>
  renderToStaticMarkup(<YearPlot {...yearOf(2026, policy)} policy={policy} today={today} language={language} />);

const count = (svg: string, pattern: RegExp) => svg.match(pattern)?.length ?? 0;

describe('the year as a picture', () => {
  it('is one image that says in words what it shows', () => {
    expect(plot()).toMatch(/^<svg class="year" role="img" aria-labelledby="year-2026-title year-2026-description"/);
    expect(plot()).toContain('<title id="year-2026-title">Året 2026 dag for dag</title>');
    expect(plot()).toContain('Åpne dager: 239. Helligdager: 12. Andre stengte dager utenom helgene: 14.</desc>');
  });

  it('has every day of the year and its months by name', () => {
    expect(count(plot(), /class="number"/g)).toBe(365);
    for (const month of ['Januar', 'Mai', 'Oktober', 'Desember']) expect(plot()).toContain(`>${month}</text>`);
    expect(plot(defaultPolicy, 'en')).toContain('>October</text>');
  });

  it.each([
    ['a holiday', 'torsdag 2. april: skjærtorsdag', 'Thursday 2 April: Maundy Thursday'],
    ['a closure', 'mandag 13. juli: sommerferien', 'Monday 13 July: the summer holiday'],
    ['a weekend', 'lørdag 7. februar: stengt', 'Saturday 7 February: closed'],
    ['today', 'i dag, tirsdag 24. november', 'today, Tuesday 24 November'],
  ])('names %s', (_, nb, en) => {
    expect(plot()).toContain(`<title>${nb}</title>`);
    expect(plot(defaultPolicy, 'en')).toContain(`<title>${en}</title>`);
  });

  it('names each day that is not open, and no other but today', () => {
    expect(count(plot(), /<title>/g)).toBe(365 - 239 + 1);
  });

  it('gives each look a shape of its own', () => {
    const policy = supportWith({ specialHours: { '2026-12-24': [['09:00', '12:00']] } });
    const looks = ['open', 'short', 'weekend', 'holiday', 'closure'];
    const shapes = looks.map(
      (look) => new RegExp(`<g class="${look}"[^>]*>(?:<title>[^<]*</title>)?(.*?)<text`).exec(plot(policy))?.[1],
    );
    expect(shapes).not.toContain(undefined);
    expect(new Set(shapes).size).toBe(looks.length);
  });

  it('leaves weekends within a closure as weekends', () => {
    expect(count(plot(), /class="closure"/g)).toBe(14);
  });

  it('rings today, and nothing in another year', () => {
    expect(count(plot(), /class="ring"/g)).toBe(1);
    expect(count(plot(defaultPolicy, 'nb', '2027-01-04'), /class="ring"/g)).toBe(0);
  });

  it('carries no style of its own', () => {
    expect(plot()).not.toMatch(/style=|<style|fill=/);
  });
});

describe('its legend', () => {
  const legend = (policy: Policy, language: Language = 'nb') =>
    [
      ...renderToStaticMarkup(
        <YearLegend
          years={[yearOf(2026, policy), yearOf(2027, policy)]}
          calendar="support"
          policy={policy}
          language={language}
        />,
      ).matchAll(/<\/svg>([^<]+)/g),
    ].map(([, name]) => name);

  it('explains what occurs, in order', () => {
    expect(legend(defaultPolicy)).toEqual(['Åpent', 'Helg', 'Helligdag', 'Stengt', 'I dag']);
    expect(legend(supportWith({ specialHours: { '2027-12-24': [['09:00', '12:00']] } }), 'en')).toContain(
      'Shorter hours',
    );
    expect(legend(supportWith({ closures: [] }))).not.toContain('Stengt');
  });

  it('calls no Monday a weekend', () => {
    const { mon: _, ...hours } = defaultPolicy.calendars['support']?.hours ?? {};
    expect(legend(supportWith({ hours }))).toContain('Fast stengt');
  });
});
