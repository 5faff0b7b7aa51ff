import { serviceLevelCss } from '../../../functions/pages/service-level-css';
import { serviceLevelPage } from '../../../functions/pages/service-level-page';
import { WORDS } from '../../../functions/pages/service-level-words';
import { policiesOf } from '../../../shared/promises/policies';
import { defaultPolicy, type Policy, policySchema } from '../../../shared/promises/policy';
import type { Language, Words } from '../../../shared/promises/say';
import { at } from '../../shared/promises/at';
import { roundTheClock } from '../../shared/promises/round-the-clock';
import { supportWith } from '../../shared/promises/support-with';
import { withNextSummer } from './next-summer';

const NOW = at('2026-11-24T10:15+01:00');

const page = (policy: Policy = defaultPolicy, language: Language = 'nb', now = NOW) =>
  serviceLevelPage(policiesOf([policy]), now, language);

/** What a reader reads, picture and all: no mark-up, spaces as they are seen. */
const read = (html: string) =>
  html
    .replace(/<head>.*<\/head>/s, '')
    .replace(/<[^>]+>/g, '\n')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll('\u00a0', ' ');

const textsOf = (value: unknown): Words[] => {
  if (typeof value !== 'object' || value === null) return [];
  return 'nb' in value && 'en' in value ? [value as Words] : Object.values(value).flatMap(textsOf);
};

const headings = (html: string) => [...html.matchAll(/<h2[^>]*>([^<]+)/g)].map(([, heading]) => heading);
const status = (html: string) => read(/<p class="status.*?<\/p>/s.exec(html)?.[0] ?? '').trim();

describe('the published promise', () => {
  it('is a whole page in its language, with a way to the other', () => {
    expect(page()).toMatch(/^<!DOCTYPE html><html lang="nb">/);
    expect(page()).toContain('<title>Tjenestenivå – Eksempel Påmelding AS</title>');
    expect(page()).toContain('<a lang="en" hrefLang="en" href="/service-level">English</a>');
    expect(page(defaultPolicy, 'en')).toContain('<a lang="nb" hrefLang="nb" href="/tjenesteniva">Norsk</a>');
  });

  it('has its parts in order', () => {
    expect(headings(page())).toEqual([
      'Åpningstider',
      'Stengte dager',
      'Når vi begynner',
      'Hvem som hjelper dere',
      'Eskalering',
      'Når en sak er løst',
      'Oppetid',
      'Vedlikehold',
      'Supportavtale og pris',
      'Rapportering',
    ]);
  });

  it.each(['nb', 'en'] as const)('says in %s all that the policy has published', (language) => {
    const { published, kinds } = defaultPolicy;
    const texts = read(page(defaultPolicy, language));
    for (const words of [...textsOf(published), ...Object.values(kinds).flatMap(({ means = [] }) => means)]) {
      expect(texts).toContain(words[language]);
    }
  });

  it('has every text in both languages, and none in English on the Norwegian page', () => {
    const [nb, en] = [read(page()), read(page(defaultPolicy, 'en'))];
    for (const words of [...textsOf(defaultPolicy), ...literals()].filter((words) => words.nb !== words.en)) {
      expect(linesOf(nb)).not.toContain(words.en);
      expect(linesOf(en)).not.toContain(words.nb);
    }
    expect(nb).not.toMatch(/\b(the|and|of|open|closed|with|when|week|public)\b/i);
    expect(en).not.toMatch(/\b(og|ikke|vi|åpent|stengt|uke|dager|kl)\b/i);
  });

  it('says what each kind is and when it is begun', () => {
    const rows = [...page().matchAll(/<tr><th scope="row">(.*?)<\/tr>/g)].map(([, row = '']) => read(row));
    expect(rows.map((row) => row.split('\n')[0])).toEqual([
      'Kritisk feil',
      'Sikkerhetshendelse',
      'Alvorlig feil',
      'Mindre alvorlig feil',
      'Forespørsel',
      'Oppdrag',
    ]);
    expect(rows[2]).toContain('Vi begynner normalt samme dag, senest i løpet av neste åpne dag.');
    expect(rows[2]).toContain('Her teller vanlig arbeidstid.');
    expect(rows[4]).toContain('Her teller brukerstøttens åpningstid.');
  });

  it('has the closures of 2026 and 2027 as dates', () => {
    const text = read(page()).replace(/\n+/g, '\n');
    for (const line of [
      'Torsdag 2. april\nSkjærtorsdag',
      '13.–24. juli\nSommerferien (uke 29 og 30)',
      'Fredag 25. desember\n1. juledag',
      '28.–31. desember\nRomjulen',
      'Mandag 17. mai\nGrunnlovsdagen og 2. pinsedag',
      '19.–30. juli\nSommerferien (uke 29 og 30)',
    ]) {
      expect(text).toContain(line);
    }
  });

  it('shows next year by the version that will be in force then, and says the rest by this one', () => {
    const text = read(serviceLevelPage(withNextSummer, NOW, 'nb')).replace(/\n+/g, '\n');
    expect(text).toContain('13.–24. juli\nSommerferien (uke 29 og 30)');
    expect(text).toContain('12.–30. juli\nSommerferien (uke 28, 29 og 30)');
    expect(text).toContain('mandag 12. juli: sommerferien');
    expect(text).toContain('Versjon 2024-1.');
  });

  it('prints no minutes or hours that we decided ourselves', () => {
    for (const text of [read(page()), read(page(defaultPolicy, 'en'))]) {
      expect(text.match(/\d+ (minutter|timer|minutes|hours)/g)).toEqual([expect.stringMatching(/^30 minut/)]);
    }
  });

  it('says since when which version is in force', () => {
    expect(read(page())).toContain('Versjon 2024-1. Gjelder fra 1. januar 2024.');
    expect(read(page(defaultPolicy, 'en'))).toContain('Version 2024-1. In force since 1 January 2024.');
  });

  it('leads to the calendar feed in its language', () => {
    expect(page()).toContain('<a href="/calendar.ics">');
    expect(page(defaultPolicy, 'en')).toContain('<a href="/calendar.ics?language=en">');
  });

  it('needs no style or script in the page, and nothing from elsewhere', () => {
    expect(page()).not.toMatch(/<script|<style|\sstyle=|\son\w+=|https?:\/\//);
    expect(serviceLevelCss).not.toMatch(/https?:|@import|url\(/);
  });

  it('has landmarks, a way past the header, and every id once', () => {
    const html = page();
    expect(html).toMatch(/<body><a class="skip" href="#content">.*<header.*<main id="content">.*<footer>/s);
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(html.match(/<h1/g)).toHaveLength(1);
  });
});

/** The page's own words that need nothing filled in. */
function literals(): Words[] {
  const en: Readonly<Record<string, unknown>> = WORDS.en;
  return Object.entries(WORDS.nb).flatMap(([key, nb]) => {
    const other = en[key];
    return typeof nb === 'string' && typeof other === 'string' && key !== 'language' ? [{ nb, en: other }] : [];
  });
}

const linesOf = (text: string): string[] => text.split('\n');

describe('open or closed now', () => {
  it.each([
    ['when we close', '2026-11-24T10:15+01:00', 'Åpent nå. Vi stenger kl. 11.30.', 'Open now. We close at 11:30.'],
    [
      'that lunch closes, and when it is open again',
      '2026-11-24T11:40+01:00',
      'Stengt nå. Vi åpner igjen kl. 12.00.',
      'Closed now. We open again at 12:00.',
    ],
    [
      'that we open tomorrow',
      '2026-11-24T15:00+01:00',
      'Stengt nå. Vi åpner igjen i morgen kl. 09.00.',
      'Closed now. We open again tomorrow at 09:00.',
    ],
    [
      'that we open after the weekend',
      '2026-11-27T16:00+01:00',
      'Stengt nå. Vi åpner igjen mandag 30. november kl. 09.00.',
      'Closed now. We open again on Monday 30 November at 09:00.',
    ],
    [
      'why it takes longer, and the year where it is another',
      '2026-12-30T10:00+01:00',
      'Stengt nå. Vi åpner igjen mandag 4. januar 2027 kl. 09.00. \nStengt i mellomtiden: romjulen og 1. nyttårsdag.',
      "Closed now. We open again on Monday 4 January 2027 at 09:00. \nClosed in the meantime: the Christmas break and New Year's Day.",
    ],
  ])('says %s', (_, iso, nb, en) => {
    expect(status(page(defaultPolicy, 'nb', at(iso)))).toBe(nb);
    expect(status(page(defaultPolicy, 'en', at(iso)))).toBe(en);
  });
});

describe('a change of the policy changes the page', () => {
  const july = { name: { nb: 'sommerferien', en: 'the summer holiday' }, weeks: { 2026: [28] } };

  it.each<[string, Policy, string]>([
    ['hours', supportWith({ hours: { mon: [['08:00', '20:00']] } }), 'kl. 08.00–20.00'],
    ['a closure', supportWith({}, { closures: { ...defaultPolicy.closures, july } }), '6.–10. juli\n'],
    ['special hours', supportWith({ specialHours: { '2026-12-24': [['09:00', '12:00']] } }), 'Åpent kl. 09.00–12.00'],
    [
      'maintenance',
      { ...defaultPolicy, maintenance: { atMost: '1 hour', perQuarter: 2, outside: 'support' } },
      'varer det høyst 1 time. Det skjer høyst 2 ganger i kvartalet, og alltid utenom brukerstøttens åpningstid',
    ],
    [
      'the price',
      { ...defaultPolicy, vendor: { ...defaultPolicy.vendor, consultantOrePerHour: 98_000 } },
      '980 kr i timen uten mva.',
    ],
    ['reopening', { ...defaultPolicy, reopenWithinWorkingDays: 5 }, 'innen 5 arbeidsdager'],
    [
      'a response time',
      {
        ...defaultPolicy,
        kinds: { ...defaultPolicy.kinds, severe: { ...defaultPolicy.kinds.severe, target: { within: '4 hours' } } },
      },
      'Vi begynner normalt innen 4 timer åpen tid, senest i løpet av neste åpne dag.',
    ],
    ['the vendor', { ...defaultPolicy, vendor: { ...defaultPolicy.vendor, name: 'Fjord & Fjell' } }, 'Fjord & Fjell'],
    ['the version', { ...defaultPolicy, version: '2027-1' }, 'Versjon 2027-1.'],
  ])('as with %s', (_, policy, words) => {
    const seen = (html: string) => read(html).replace(/\n+/g, '\n');
    expect(seen(page(policy))).toContain(words);
    expect(seen(page())).not.toContain(words);
  });
});

describe('another vendor’s promise', () => {
  const elsewhere = page(policySchema.parse(roundTheClock), 'en');

  it('leaves out what another vendor does not promise', () => {
    expect(headings(elsewhere)).toEqual(['Opening hours', 'When we begin', 'Once a case is solved', 'Maintenance']);
    expect(elsewhere).not.toMatch(/<nav|<svg|NOK|What we mean|Counted in/);
  });

  it('is open round the clock, and tells kinds that are told in the same words of once', () => {
    expect(status(elsewhere)).toBe('Open now.');
    expect(read(elsewhere)).toContain('round the clock');
    expect(elsewhere.match(/<th scope="row">/g)).toHaveLength(4);
  });
});
