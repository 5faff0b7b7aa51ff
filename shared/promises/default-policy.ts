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
  vendor: { name: 'Eksempel Påmelding AS', consultantOrePerHour: 125_000, colour: '#0a5f4f' },

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
      means: [
        {
          nb: 'Tjenesten er nede, data er borte, eller noe som etter en objektiv vurdering er avgjørende for dere, mangler eller virker ikke slik vi har avtalt.',
          en: 'The service is down, data is gone, or something that is crucial to you by an objective judgement is missing or does not work as we agreed.',
        },
        {
          nb: 'Dokumentasjonen har så store hull eller feil at dere ikke får brukt tjenesten eller hoveddelene av den.',
          en: 'The documentation has such gaps or faults that you cannot use the service or the main parts of it.',
        },
      ],
      promise: 'P5',
      rank: 3,
      calendar: 'working',
      target: { within: '15 minutes' },
      latest: { within: '15 minutes' },
      management: { promise: 'P8', calendar: 'working', openTime: '4 hours' },
      seniorsOnly: true,
      // As long as a night: from the close of one working day to the opening of the next.
      alarm: { every: '15 minutes', times: 64, afterwards: '4 hours' },
      said: 'none',
      sentence: {
        nb: 'Slike feil begynner vi som regel på med en gang i arbeidstiden, og om nødvendig også ellers.',
        en: 'As a rule we begin on these at once during working hours, and at other times where needed.',
      },
    },
    security: {
      name: { nb: 'sikkerhetshendelse', en: 'security incident' },
      means: [
        {
          nb: 'Noe tyder på at uvedkommende har fått tilgang, eller at opplysninger er på avveie.',
          en: 'There are signs that somebody has got in who should not, or that data has gone astray.',
        },
      ],
      promise: 'P5',
      rank: 3,
      calendar: 'working',
      target: { within: '15 minutes' },
      latest: { within: '15 minutes' },
      management: { promise: 'P8', calendar: 'working', openTime: '4 hours' },
      seniorsOnly: true,
      alarm: { every: '15 minutes', times: 64, afterwards: '4 hours' },
      said: 'none',
      sentence: {
        nb: 'Slike hendelser begynner vi som regel på med en gang i arbeidstiden, og om nødvendig også ellers.',
        en: 'As a rule we begin on these at once during working hours, and at other times where needed.',
      },
    },
    severe: {
      name: { nb: 'alvorlig feil', en: 'severe error' },
      means: [
        {
          nb: 'Noe som etter en objektiv vurdering er viktig for dere, virker ikke slik avtalen sier, og det koster tid og krefter å komme rundt det.',
          en: 'Something that is important to you by an objective judgement does not work as the agreement says, and getting around it costs time and effort.',
        },
        {
          nb: 'Dokumentasjonen har så store hull eller feil at dere ikke får brukt noe som er viktig for dere.',
          en: 'The documentation has such gaps or faults that you cannot use something that is important to you.',
        },
      ],
      promise: 'P6',
      rank: 2,
      calendar: 'working',
      target: { closeOf: 'day-of-receipt' },
      latest: { closeOf: 'next-open-day' },
      management: { promise: 'P8', calendar: 'working', openTime: '16 hours' },
      seniorsOnly: true,
      alarm: { every: '4 hours', times: 4, afterwards: '8 hours', calendar: 'working' },
      said: 'target-and-latest',
    },
    minor: {
      name: { nb: 'mindre alvorlig feil', en: 'less severe error' },
      means: [
        {
          nb: 'Enkelte ting virker ikke slik vi har avtalt, men dere finner nokså lett en annen vei.',
          en: 'Single things do not work as we agreed, but you find another way fairly easily.',
        },
        { nb: 'Dokumentasjonen har hull eller er unøyaktig.', en: 'The documentation has gaps or is inexact.' },
      ],
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
      means: [
        {
          nb: 'Spørsmål om hvordan noe gjøres, og annet som dere trenger hjelp til.',
          en: 'Questions about how something is done, and whatever else you need help with.',
        },
      ],
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
      means: [
        {
          nb: 'Arbeid som dere vil at vi gjør for dere, som å sette opp aktiviteter.',
          en: 'Work that you want us to do for you, such as setting up activities.',
        },
      ],
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
  // Being given it by somebody else, 'assigned', is no work that anybody has begun.
  begunBy: ['taken', 'answered'],
  triageBy: { calendar: 'working', closeOf: 'day-of-receipt', remindBefore: '1 hour' },

  // Who is to begin is warned when half of the open time to the latest instant has gone.
  warnAt: 0.5,
  reopenWithinWorkingDays: 10,
  lookAgainAfterWorkingDays: 5,
  waiting: { remind: true, reminders: 2, everyWorkingDays: 5 },
  comingBack: { calendar: 'working', remindBefore: '4 hours' },
  chat: { calendar: 'support', waitsAtMost: '5 minutes' },
  alerts: { saySubject: true },
  uptime: { saidToBeWellAbove: 0.999 },
  billing: { roundedTo: 'minutes' },
  report: { weekday: 'mon', at: '07:00' },
  digest: { at: '08:00' },
  maintenance: { atMost: '30 minutes', perQuarter: 1, outside: 'working' },

  // The customers' page. Hours, closures, response times, maintenance and the price follow from the rules above, and are
  // not said again here.
  published: {
    introduction: [
      {
        nb: 'Den som trenger hjelp, kommer først. Vi tar fatt på hver henvendelse så snart vi kan etter at den er kommet inn.',
        en: 'Whoever needs help comes first. We take up every inquiry as soon as we can after it has come in.',
      },
      {
        nb: 'Feil i systemet retter vi for alle, med eller uten supportavtale.',
        en: 'Errors in the system are fixed for everybody, with or without a support agreement.',
      },
    ],
    support: [
      {
        nb: 'Skriv en e-post, skriv i chatten eller ring. Det hender at vi svarer utenom åpningstiden også.',
        en: 'Send an e-mail, write in the chat or call. Now and then we answer outside these hours too.',
      },
      {
        nb: 'Trenger vi mer tid, sier vi det og kommer tilbake så snart vi har en løsning.',
        en: 'Where we need more time, we say so and come back as soon as we have a solution.',
      },
    ],
    levels: [
      {
        name: { nb: 'Nivå 1', en: 'Level 1' },
        does: {
          nb: 'Deres egne superbrukere, som kjenner oppsettet hos dere.',
          en: 'Your own super users, who know how things are set up where you are.',
        },
      },
      {
        name: { nb: 'Nivå 2', en: 'Level 2' },
        does: {
          nb: 'Brukerstøtten vår. Den svarer på alle henvendelser, og vurderer om en sak må videre til nivå 3.',
          en: 'Our support. It answers every inquiry, and judges whether a case has to go on to level 3.',
        },
      },
      { name: { nb: 'Nivå 3', en: 'Level 3' }, does: { nb: 'Utviklerne våre.', en: 'Our developers.' } },
    ],
    escalation: [
      {
        nb: 'Alvorlige og kritiske feil tar erfarne folk seg av. Lar de seg ikke løse innen rimelig tid, løftes de til ledelsen. Andre saker løftes når det trengs. Noen annen eskalering lover vi ikke.',
        en: 'Severe and critical errors are taken care of by experienced people. If they cannot be solved within reasonable time, they are lifted to management. Other cases are lifted when needed. We promise no other escalation.',
      },
    ],
    uptime: [{ nb: 'Vi garanterer ingen oppetid.', en: 'We guarantee no uptime.' }],
    agreement: [
      {
        nb: 'Dere kan tegne en supportavtale når dere har vært gjennom opplæringskurset.',
        en: 'You can take out a support agreement once you have been through the training course.',
      },
      {
        nb: 'Uten avtale koster arbeid på nivå 2 og nivå 3 konsulentpris for hver time. Feil i systemet fakturerer vi aldri.',
        en: 'Without an agreement, work at levels 2 and 3 is invoiced by the hour at the consultant price. Errors in the system are never invoiced.',
      },
      {
        nb: 'Oppdrag utover vanlig support får dere et prisoverslag på, og vi begynner først når dere har godkjent det.',
        en: 'For work beyond ordinary support you get an estimate of the price, and we do not begin until you have approved it.',
      },
    ],
    reporting: [
      {
        nb: 'Ledelsen vår får hver uke en rapport om support, drift og sikkerhet.',
        en: 'Every week our management gets a report on support, operations and security.',
      },
    ],
  },
};
