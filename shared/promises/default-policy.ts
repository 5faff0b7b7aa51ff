import type { PolicyFile } from './policy';

type Hours = [open: string, close: string][];

const supportDay: Hours = [
  ['09:00', '11:30'],
  ['12:00', '15:00'],
];
const workingDay: Hours = [['08:00', '16:00']];

/**
 * The published promise with what we decided where it is silent. Prices are in øre without VAT, times of day
 * local, and `within` and `openTime` count open time only.
 */
export const standardPromise: PolicyFile = {
  version: '2024-1',
  effectiveFrom: '2024-01-01',
  timeZone: 'Europe/Oslo',
  languages: ['nb', 'en'],
  vendor: { name: 'Eksempel Påmelding AS', consultantOrePerHour: 125_000 },

  // Support may close while errors are still fixed, so there are two calendars.
  calendars: {
    support: {
      name: { nb: 'brukerstøttens åpningstid', en: 'support hours' },
      hours: { mon: supportDay, tue: supportDay, wed: supportDay, thu: supportDay, fri: supportDay },
      closedOnHolidays: true,
      closures: ['july', 'romjul'],
      // To close at noon on Christmas Eve: specialHours: { '2026-12-24': [['09:00', '12:00']] }.
      specialHours: {},
    },
    working: {
      name: { nb: 'vanlig arbeidstid', en: 'normal working hours' },
      hours: { mon: workingDay, tue: workingDay, wed: workingDay, thu: workingDay, fri: workingDay },
      closedOnHolidays: true,
      closures: [],
      specialHours: {},
    },
  },
  holidays: 'norway',
  closures: {
    july: {
      name: { nb: 'sommerferien', en: 'the summer holiday' },
      weeks: {
        2024: [29, 30],
        2025: [29, 30],
        2026: [29, 30],
        2027: [29, 30],
        2028: [29, 30],
        2029: [29, 30],
        2030: [29, 30],
        2031: [29, 30],
        2032: [29, 30],
      },
    },
    romjul: { name: { nb: 'romjulen', en: 'the Christmas break' }, from: '12-27', to: '12-31' },
  },
  workingDays: 'working',

  // `promise` is the row of the promise that speaks of the kind, `begunAs` the one whose instants it borrows.
  // The highest rank is the most urgent. What is said to customers are instants, or a sentence without figures.
  kinds: {
    critical: {
      name: { nb: 'kritisk feil', en: 'critical error' },
      promise: 'P5',
      rank: 3,
      calendar: 'working',
      target: { within: '15 minutes' },
      latest: { within: '15 minutes' },
      management: { promise: 'P8', calendar: 'working', openTime: '4 hours' },
      seniorsOnly: true,
      said: 'none',
      sentence: {
        nb: 'Slike feil begynner vi som regel på med en gang i arbeidstiden, og om nødvendig også ellers.',
        en: 'As a rule we begin on these at once during working hours, and at other times where needed.',
      },
    },
    security: {
      name: { nb: 'sikkerhetshendelse', en: 'security incident' },
      promise: 'P5',
      rank: 3,
      calendar: 'working',
      target: { within: '15 minutes' },
      latest: { within: '15 minutes' },
      management: { promise: 'P8', calendar: 'working', openTime: '4 hours' },
      seniorsOnly: true,
      said: 'none',
      sentence: {
        nb: 'Slike feil begynner vi som regel på med en gang i arbeidstiden, og om nødvendig også ellers.',
        en: 'As a rule we begin on these at once during working hours, and at other times where needed.',
      },
    },
    severe: {
      name: { nb: 'alvorlig feil', en: 'severe error' },
      promise: 'P6',
      rank: 2,
      calendar: 'working',
      target: { closeOf: 'day-of-receipt' },
      latest: { closeOf: 'next-open-day' },
      management: { promise: 'P8', calendar: 'working', openTime: '16 hours' },
      seniorsOnly: true,
      said: 'target-and-latest',
    },
    minor: {
      name: { nb: 'mindre alvorlig feil', en: 'less severe error' },
      promise: 'P7',
      begunAs: 'P16',
      rank: 1,
      calendar: 'support',
      target: { closeOf: 'day-of-receipt' },
      latest: { closeOf: 'next-open-day' },
      seniorsOnly: false,
      said: 'none',
      sentence: {
        nb: 'Slike feil retter vi som regel i den neste versjonen. Må en rettelse vente lenger, sier vi fra.',
        en: 'As a rule we fix these in the next version. Where a fix has to wait longer, we tell you.',
      },
    },
    request: {
      name: { nb: 'forespørsel', en: 'request' },
      promise: 'P16',
      rank: 1,
      calendar: 'support',
      target: { closeOf: 'day-of-receipt' },
      latest: { closeOf: 'next-open-day' },
      seniorsOnly: false,
      said: 'target-and-latest',
    },
    assignment: {
      name: { nb: 'oppdrag', en: 'assignment' },
      promise: 'P16',
      rank: 1,
      calendar: 'support',
      target: { closeOf: 'day-of-receipt' },
      latest: { closeOf: 'next-open-day' },
      seniorsOnly: false,
      said: 'target-and-latest',
    },
  },
  untriaged: 'request',
  answers: 'request',
  triageBy: { calendar: 'working', closeOf: 'day-of-receipt' },

  // Who is to begin is warned when half of the open time to the latest instant has gone.
  warnAt: 0.5,
  reopenWithinWorkingDays: 10,
  lookAgainAfterWorkingDays: 5,
  uptime: { saidToBeWellAbove: 0.999 },
  billing: { roundedTo: 'minutes' },
  report: { weekday: 'mon', at: '07:00' },
  maintenance: { atMost: '30 minutes', perQuarter: 1, outside: 'working' },
};
