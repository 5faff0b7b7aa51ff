import type { PolicyFile } from '../../../shared/promises/policy';

const day: [open: string, close: string][] = [['00:00', '24:00']];
const name = { nb: 'navn', en: 'name' };

const within = (target: string, latest: string, rank: number) => ({
  name,
  promise: 'SLA-1',
  rank,
  calendar: 'always',
  target: { within: target },
  latest: { within: latest },
  management: { promise: 'SLA-9', calendar: 'always', openTime: '12 hours' },
  seniorsOnly: false,
  said: 'target-and-latest' as const,
});

/** A wholly different promise: a desk in New York that never closes, with four severities in hours. */
export const roundTheClock: PolicyFile = {
  version: 'new-york-7',
  effectiveFrom: '2026-01-01',
  timeZone: 'America/New_York',
  languages: ['en'],
  vendor: { name: 'Elsewhere Inc.', consultantOrePerHour: 200_000 },
  calendars: {
    always: {
      name: { nb: 'døgnet rundt', en: 'round the clock' },
      hours: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day },
      closedOnHolidays: false,
      closures: [],
    },
  },
  holidays: 'none',
  closures: {},
  workingDays: 'always',
  kinds: {
    critical: within('1 hour', '2 hours', 4),
    security: within('1 hour', '2 hours', 4),
    severe: within('4 hours', '8 hours', 3),
    minor: within('8 hours', '24 hours', 2),
    request: within('24 hours', '48 hours', 1),
    assignment: within('24 hours', '48 hours', 1),
  },
  untriaged: 'request',
  answers: 'request',
  begunBy: ['answered', 'assigned'],
  triageBy: { calendar: 'always', closeOf: 'day-of-receipt', remindBefore: '2 hours' },
  warnAt: 0.75,
  reopenWithinWorkingDays: 30,
  lookAgainAfterWorkingDays: 7,
  waiting: { remind: false, reminders: 3, everyWorkingDays: 2 },
  comingBack: { calendar: 'always', remindBefore: '30 minutes' },
  chat: { calendar: 'always', waitsAtMost: '2 minutes' },
  alerts: { saySubject: false },
  uptime: { saidToBeWellAbove: 0.99 },
  billing: { roundedTo: 'started-half-hours' },
  report: { weekday: 'sun', at: '20:00' },
  digest: { at: '06:30' },
  published: { introduction: [], support: [], levels: [], escalation: [], uptime: [], agreement: [], reporting: [] },
  maintenance: { atMost: '2 hours', perQuarter: 3, outside: 'always' },
};
