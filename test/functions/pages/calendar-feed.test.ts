import { type AnnouncedDowntime, calendarFeed } from '../../../functions/pages/calendar-feed';
import type { Instant } from '../../../shared/promises/instant';
import { policiesOf } from '../../../shared/promises/policies';
import { defaultPolicy, type Policy, policySchema } from '../../../shared/promises/policy';
import type { Language } from '../../../shared/promises/say';
import { at } from '../../shared/promises/at';
import { roundTheClock } from '../../shared/promises/round-the-clock';
import { supportWith } from '../../shared/promises/support-with';
import { withNextSummer } from './next-summer';

const NOW = at('2026-11-24T10:15+01:00');

const downtime: AnnouncedDowntime = {
  id: 'dec',
  startsAt: at('2026-12-01T21:00+01:00'),
  endsAt: at('2026-12-01T21:30+01:00'),
  what: 'ny database; større disk',
};

const feedOf = (policy: Policy, ...rest: Rest) => calendarFeed(policiesOf([policy]), ...rest);
type Rest = [now: Instant, language: Language, maintenance?: readonly AnnouncedDowntime[]];

/** The events of a feed, each as its unfolded lines. */
function eventsOf(feed: string): string[][] {
  const [, ...events] = feed.replaceAll('\r\n ', '').split('BEGIN:VEVENT\r\n');
  return events.map((event) => event.split('END:VEVENT')[0]?.trim().split('\r\n') ?? []);
}

const eventWith = (line: string, feed: string) => eventsOf(feed).find((event) => event.includes(line));

describe('the calendar feed', () => {
  const feed = feedOf(defaultPolicy, NOW, 'nb');

  it('has an event for each stretch of this year and the next', () => {
    const events = eventsOf(feed);
    expect(events.filter((event) => event.some((line) => line.startsWith('DTSTART;VALUE=DATE:2026')))).toHaveLength(10);
    expect(events.filter((event) => event.some((line) => line.startsWith('DTSTART;VALUE=DATE:2027')))).toHaveLength(8);
  });

  it('has the summer holiday as one event that ends on the day after', () => {
    expect(eventWith('DTSTART;VALUE=DATE:20260713', feed)).toEqual([
      'UID:closed-2026-07-13@eksempel-pamelding-as',
      'DTSTAMP:20231231T230000Z',
      'DTSTART;VALUE=DATE:20260713',
      'DTEND;VALUE=DATE:20260725',
      'SUMMARY:Stengt hos Eksempel Påmelding AS: sommerferien',
      'TRANSP:TRANSPARENT',
    ]);
  });

  it('ends a closure at the New Year on the first of January', () => {
    expect(eventWith('DTSTART;VALUE=DATE:20261228', feed)).toContain('DTEND;VALUE=DATE:20270101');
  });

  it('says what it is, how often to come again, and ends each line as the standard wants it', () => {
    expect(feed).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:/);
    expect(feed).toMatch(/END:VCALENDAR\r\n$/);
    expect(feed).toContain('X-WR-CALNAME:Eksempel Påmelding AS: stengte dager og vedlikehold\r\n');
    expect(feed).toContain('REFRESH-INTERVAL;VALUE=DURATION:P1D\r\n');
    expect(feed.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('is the same whenever it is asked for in a year, with no two ids alike', () => {
    expect(feedOf(defaultPolicy, at('2026-03-02T08:00+01:00'), 'nb')).toBe(feed);
    const ids = feed.match(/^UID:.*$/gm) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has the year that it is where the vendor is', () => {
    expect(feedOf(defaultPolicy, at('2026-12-31T23:30Z'), 'nb')).toContain('DTSTART;VALUE=DATE:20280413');
  });

  it('speaks English where it is asked to', () => {
    const english = feedOf(defaultPolicy, NOW, 'en');
    expect(english).toContain('SUMMARY:Eksempel Påmelding AS is closed: Good Friday\r\n');
    expect(english).not.toMatch(/stengt|langfredag/i);
  });

  it('tells of special hours', () => {
    const policy = supportWith({ specialHours: { '2026-12-24': [['09:00', '12:00']], '2026-05-15': [] } });
    const special = feedOf(policy, NOW, 'nb');
    expect(eventWith('DTSTART;VALUE=DATE:20261224', special)).toContain(
      'SUMMARY:Andre åpningstider hos Eksempel Påmelding AS: åpent kl. 09.00–12.00',
    );
    expect(eventWith('DTSTART;VALUE=DATE:20260515', special)).toContain('SUMMARY:Stengt hos Eksempel Påmelding AS');
  });

  it('has planned downtime with its times in UTC, in the words of whoever planned it', () => {
    expect(eventWith('DTSTART:20261201T200000Z', feedOf(defaultPolicy, NOW, 'nb', [downtime]))).toEqual([
      'UID:maintenance-dec@eksempel-pamelding-as',
      'DTSTAMP:20231231T230000Z',
      'DTSTART:20261201T200000Z',
      'DTEND:20261201T203000Z',
      'SUMMARY:Planlagt vedlikehold hos Eksempel Påmelding AS: ny database\\; større disk',
      'TRANSP:TRANSPARENT',
    ]);
  });

  it('shows next year by the version that will be in force then', () => {
    const next = calendarFeed(withNextSummer, NOW, 'nb');
    expect(eventWith('DTSTART;VALUE=DATE:20260713', next)).toContain('DTEND;VALUE=DATE:20260725');
    expect(eventWith('DTSTART;VALUE=DATE:20270712', next)).toContain('DTEND;VALUE=DATE:20270731');
    expect(eventWith('DTSTART;VALUE=DATE:20270719', next)).toBeUndefined();
  });

  it('is empty of events where a vendor never closes', () => {
    expect(eventsOf(feedOf(policySchema.parse(roundTheClock), NOW, 'en'))).toEqual([]);
  });
});
