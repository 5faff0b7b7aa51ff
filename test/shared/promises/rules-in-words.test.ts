import { closesForInWords, hoursInWords, neverCloses } from '../../../shared/promises/hours-in-words';
import { defaultPolicy, type KindPolicy, type Policy, policySchema, type Rule } from '../../../shared/promises/policy';
import {
  hasDowntime,
  maintenanceInWords,
  priceInWords,
  reopeningInWords,
  ruleInWords,
} from '../../../shared/promises/rules-in-words';
import { roundTheClock } from './round-the-clock';
import { supportWith } from './support-with';

const { kinds } = defaultPolicy;
const elsewhere = policySchema.parse(roundTheClock);

function ruled(target: Rule, latest: Rule): KindPolicy {
  return { ...kinds.request, target, latest };
}

describe('when a kind is begun', () => {
  it('follows from the rules where the policy says that they are told', () => {
    const sentence = 'Vi begynner normalt samme dag, senest i løpet av neste åpne dag.';
    expect(ruleInWords(kinds.request, defaultPolicy, 'nb')).toBe(sentence);
    expect(ruleInWords(kinds.severe, defaultPolicy, 'nb')).toBe(sentence);
    expect(ruleInWords(kinds.request, defaultPolicy, 'en')).toBe(
      'We normally begin the same day, and in the course of the next open day at the latest.',
    );
  });

  it.each<[string, Rule, Rule, string]>([
    [
      'hours of open time',
      { within: '1 hour' },
      { within: '4 hours' },
      'Vi begynner normalt innen 1 time åpen tid, senest innen 4 timer åpen tid.',
    ],
    [
      'hours and a close',
      { within: '30 minutes' },
      { closeOf: 'day-of-receipt' },
      'Vi begynner normalt innen 30 minutter åpen tid, senest samme dag.',
    ],
    [
      'one limit where both are the same',
      { closeOf: 'next-open-day' },
      { closeOf: 'next-open-day' },
      'Vi begynner senest i løpet av neste åpne dag.',
    ],
  ])('is told as %s', (_, target, latest, sentence) => {
    expect(ruleInWords(ruled(target, latest), defaultPolicy, 'nb')).toBe(sentence);
  });

  it('counts plain hours where it never closes', () => {
    expect(ruleInWords(elsewhere.kinds.severe, elsewhere, 'en')).toBe(
      'We normally begin within 4 hours, and within 8 hours at the latest.',
    );
  });

  it('prints no minutes or hours that we decided ourselves', () => {
    for (const kind of [kinds.critical, kinds.security, kinds.minor]) {
      expect(ruleInWords(kind, defaultPolicy, 'nb')).toBe(kind.said === 'none' && kind.sentence.nb);
      expect(ruleInWords(kind, defaultPolicy, 'nb')).not.toMatch(/\d/);
    }
  });
});

describe('opening hours in words', () => {
  const hoursOf = (hours: Policy['calendars'][string]['hours'], language: 'nb' | 'en' = 'nb') =>
    hoursInWords({ name: { nb: 'tid', en: 'time' }, hours, closedOnHolidays: false, closures: [] }, language).map(
      ({ days, times }) => `${days} ${times}`,
    );
  const day: [string, string][] = [['08:00', '16:00']];
  const short: [string, string][] = [['10:00', '14:00']];

  it.each([
    ['nb', 'mandag–fredag kl. 09.00–11.30 og 12.00–15.00'],
    ['en', 'Monday–Friday 09:00–11:30 and 12:00–15:00'],
  ] as const)('are told for weekdays together (%s)', (language, words) => {
    expect(hoursOf(defaultPolicy.calendars['support']?.hours ?? {}, language)).toEqual([words]);
  });

  it('name days that are apart, and two days without a dash', () => {
    expect(hoursOf({ mon: day, wed: day, thu: day, fri: day, sat: short, sun: short })).toEqual([
      'mandag og onsdag–fredag kl. 08.00–16.00',
      'lørdag og søndag kl. 10.00–14.00',
    ]);
  });

  it('are told in the order of the clock', () => {
    expect(
      hoursOf({
        tue: [
          ['12:00', '15:00'],
          ['09:00', '11:30'],
        ],
      }),
    ).toEqual(['tirsdag kl. 09.00–11.30 og 12.00–15.00']);
  });

  it('are round the clock, every day', () => {
    const { always } = elsewhere.calendars;
    expect(always && hoursInWords(always, 'en')).toEqual([{ days: 'every day', times: 'round the clock' }]);
    expect(always && neverCloses(always, elsewhere)).toBe(true);
  });

  it('come with what else is closed, by name', () => {
    const { support, working } = defaultPolicy.calendars;
    expect(support && closesForInWords(support, defaultPolicy, 'nb')).toEqual([
      'helligdager',
      'sommerferien',
      'romjulen',
    ]);
    expect(working && closesForInWords(working, defaultPolicy, 'en')).toEqual(['public holidays']);
    expect(support && closesForInWords(support, { ...defaultPolicy, holidays: 'none' }, 'nb')).not.toContain(
      'helligdager',
    );
  });
});

describe('maintenance in words', () => {
  it('has the three limits', () => {
    expect(maintenanceInWords(defaultPolicy, 'nb')).toBe(
      'Må vi stanse tjenesten for vedlikehold, varer det høyst 30 minutter. Det skjer høyst én gang i kvartalet, og alltid utenom vanlig arbeidstid. Faste tider for dette har vi ikke.',
    );
    expect(maintenanceInWords(defaultPolicy, 'en')).toContain(
      '30 minutes at the most. This happens at most once a quarter, and always outside normal working hours.',
    );
  });

  it('follows the policy', () => {
    const maintenance = { atMost: '2 hours', perQuarter: 3, outside: 'support' };
    expect(maintenanceInWords({ ...defaultPolicy, maintenance }, 'nb')).toContain(
      'høyst 2 timer. Det skjer høyst 3 ganger i kvartalet, og alltid utenom brukerstøttens åpningstid.',
    );
  });

  it.each([
    ['no times a quarter', { ...defaultPolicy, maintenance: { ...defaultPolicy.maintenance, perQuarter: 0 } }],
    ['outside hours that never end', elsewhere],
  ])('says that there is none where the policy allows it %s', (_, policy) => {
    expect(hasDowntime(policy)).toBe(false);
    expect(maintenanceInWords(policy, 'en')).toBe('We never stop the service for maintenance.');
  });
});

describe('the price in words', () => {
  const priced = (consultantOrePerHour: number): Policy =>
    supportWith({}, { vendor: { ...defaultPolicy.vendor, consultantOrePerHour } });

  it('is in kroner, with spaces that do not break', () => {
    expect(priceInWords(defaultPolicy, 'nb')).toBe('1\u00a0250\u00a0kr i timen uten mva.');
    expect(priceInWords(defaultPolicy, 'en')).toBe('NOK\u00a01,250 an hour, excluding VAT');
  });

  it('has øre only where there are any', () => {
    expect(priceInWords(priced(99_950), 'nb')).toBe('999,50\u00a0kr i timen uten mva.');
  });
});

describe('reopening in words', () => {
  it.each([
    [10, 'innen 10 arbeidsdager etter at en sak er løst'],
    [1, 'innen neste arbeidsdag er over'],
  ])('has the %i working days of the policy', (reopenWithinWorkingDays, words) => {
    expect(reopeningInWords({ ...defaultPolicy, reopenWithinWorkingDays }, 'nb')).toContain(words);
  });
});
