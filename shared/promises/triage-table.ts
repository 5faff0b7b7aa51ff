import type { Kind } from './policy';
import type { Words } from './say';

/** What can be answered to each question; after the first one, the gravest first. */
export const ANSWERS = {
  about: ['error', 'documentation', 'request', 'assignment', 'security'],
  service: ['stopped', 'running'],
  data: ['lost', 'kept'],
  function: ['critical', 'important', 'single'],
  wayRound: ['none', 'costly', 'without', 'easily'],
  documentation: ['unusable', 'important', 'imprecise'],
} as const;

export type QuestionId = keyof typeof ANSWERS;
export type AnswerTo<Q extends QuestionId> = (typeof ANSWERS)[Q][number];

/** Answers of which each named question has one. */
export type Pattern = { readonly [Q in QuestionId]?: readonly AnswerTo<Q>[] };

interface QuestionOf<Q extends QuestionId> extends Words {
  readonly id: Q;
  /** Nothing where it is always asked. */
  readonly askedWhen: Pattern;
  readonly answers: Readonly<Record<AnswerTo<Q>, Words>>;
}

export type Question = { readonly [Q in QuestionId]: QuestionOf<Q> }[QuestionId];

/** Which part of the definitions decided (P2), or that it is no error, in words that say why. */
export interface Clause extends Words {
  readonly id: string;
}

export interface TriageRule {
  readonly when: Pattern;
  readonly kind: Kind;
  readonly clause: Clause;
}

/** The questions that the definitions of P2 consist of, in the order in which they are asked. */
export const QUESTIONS: readonly Question[] = [
  {
    id: 'about',
    nb: 'Hva gjelder henvendelsen?',
    en: 'What is the inquiry about?',
    askedWhen: {},
    answers: {
      error: {
        nb: 'Noe i systemet mangler eller virker ikke som avtalt',
        en: 'Something in the system is missing or does not work as agreed',
      },
      documentation: {
        nb: 'Dokumentasjonen har feil eller hull',
        en: 'The documentation has faults or gaps',
      },
      request: {
        nb: 'Et spørsmål, eller noe det trengs hjelp til',
        en: 'A question, or something that help is needed with',
      },
      assignment: {
        nb: 'Et oppdrag utover vanlig support, som å sette opp aktiviteter',
        en: 'Work beyond ordinary support, such as setting up activities',
      },
      security: {
        nb: 'Tegn til sikkerhetsbrudd: Uvedkommende kan ha kommet inn, eller opplysninger kan være på avveie',
        en: 'Signs of a security breach: somebody may have got in who should not, or data may have gone astray',
      },
    },
  },
  {
    id: 'service',
    nb: 'Står tjenesten stille?',
    en: 'Is the service at a standstill?',
    askedWhen: { about: ['error'] },
    answers: {
      stopped: { nb: 'Ja, ingen får brukt den', en: 'Yes, nobody can use it' },
      running: { nb: 'Nei, den virker', en: 'No, it is running' },
    },
  },
  {
    id: 'data',
    nb: 'Er data borte?',
    en: 'Is data gone?',
    askedWhen: { service: ['running'] },
    answers: {
      lost: {
        nb: 'Ja, noe som var registrert, er borte eller ødelagt, eller er i ferd med å bli det',
        en: 'Yes, something that was registered is gone or damaged, or is becoming so now',
      },
      kept: { nb: 'Nei, alt er i behold', en: 'No, everything is still there' },
    },
  },
  {
    id: 'function',
    nb: 'Hvor mye betyr det som ikke virker, etter en objektiv vurdering?',
    en: 'How much does what does not work matter, by an objective judgement?',
    askedWhen: { data: ['kept'] },
    answers: {
      critical: {
        nb: 'Det er avgjørende for det kunden bruker tjenesten til',
        en: 'It is crucial to what the customer uses the service for',
      },
      important: { nb: 'Det er viktig, men ikke avgjørende', en: 'It is important, but not crucial' },
      single: { nb: 'Det er en enkelt ting av mindre betydning', en: 'It is a single thing of lesser importance' },
    },
  },
  {
    id: 'wayRound',
    nb: 'Kan jobben gjøres på en annen måte?',
    en: 'Can the job be done some other way?',
    askedWhen: { function: ['important', 'single'] },
    answers: {
      none: { nb: 'Nei, ikke i det hele tatt', en: 'No, not at all' },
      costly: { nb: 'Ja, men det koster tid og krefter', en: 'Yes, but it costs time and effort' },
      without: {
        nb: 'Det er ikke nødvendig, for jobben blir gjort likevel',
        en: 'It need not be, for the job gets done without it as well',
      },
      easily: { nb: 'Ja, uten særlig ekstraarbeid', en: 'Yes, without much trouble' },
    },
  },
  {
    id: 'documentation',
    nb: 'Hva kan ikke kunden bruke på grunn av dokumentasjonen?',
    en: 'What can the customer not use because of the documentation?',
    askedWhen: { about: ['documentation'] },
    answers: {
      unusable: {
        nb: 'Tjenesten eller hoveddelene av den',
        en: 'The service or the main parts of it',
      },
      important: { nb: 'Noe viktig', en: 'Something important' },
      imprecise: {
        nb: 'Ikke noe viktig: Dokumentasjonen har bare hull eller er unøyaktig',
        en: 'Nothing important: the documentation only has gaps or is inexact',
      },
    },
  },
];

// The definitions name an important function with a costly way round (severe) and a single one with an easy way round
// (less severe). What they leave out is decided by whether the customer gets the job done, whatever the function; but
// a critical function is critical whatever the way round, so that nobody is asked for one.
export const RULES: readonly TriageRule[] = [
  {
    when: { about: ['security'] },
    kind: 'security',
    clause: {
      id: 'security',
      nb: 'Noe tyder på at uvedkommende har kommet inn, eller at opplysninger er på avveie.',
      en: 'There are signs that somebody has got in who should not, or that data has gone astray.',
    },
  },
  {
    when: { service: ['stopped'] },
    kind: 'critical',
    clause: { id: 'service-stops', nb: 'Tjenesten står stille.', en: 'The service is at a standstill.' },
  },
  {
    when: { data: ['lost'] },
    kind: 'critical',
    clause: { id: 'data-lost', nb: 'Data er borte eller ødelagt.', en: 'Data is gone or damaged.' },
  },
  {
    when: { function: ['critical'] },
    kind: 'critical',
    clause: {
      id: 'critical-function',
      nb: 'Noe som er avgjørende for kunden, mangler eller virker ikke som avtalt. Da spiller det ingen rolle om det finnes en vei rundt.',
      en: 'Something crucial to the customer is missing or does not work as agreed. Whether there is a way round makes no difference then.',
    },
  },
  {
    when: { function: ['important'], wayRound: ['none', 'costly'] },
    kind: 'severe',
    clause: {
      id: 'important-no-easy-way-round',
      nb: 'Noe viktig virker ikke som avtalt, og jobben kan bare gjøres med mye tid og krefter, eller ikke i det hele tatt.',
      en: 'Something important does not work as agreed, and the job can be done only with much time and effort, or not at all.',
    },
  },
  {
    when: { function: ['important'], wayRound: ['without', 'easily'] },
    kind: 'minor',
    clause: {
      id: 'important-easy-way-round',
      nb: 'Noe viktig virker ikke som avtalt, men jobben kan gjøres uten det, eller på en annen måte uten særlig ekstraarbeid.',
      en: 'Something important does not work as agreed, but the job gets done without much trouble, or without it as well.',
    },
  },
  {
    when: { function: ['single'], wayRound: ['none', 'costly'] },
    kind: 'severe',
    clause: {
      id: 'single-no-easy-way-round',
      nb: 'Det er bare én ting som ikke virker som avtalt, men jobben kan bare gjøres med mye tid og krefter, eller ikke i det hele tatt.',
      en: 'Only a single thing does not work as agreed, but the job can be done only with much time and effort, or not at all.',
    },
  },
  {
    when: { function: ['single'], wayRound: ['without', 'easily'] },
    kind: 'minor',
    clause: {
      id: 'single-easy-way-round',
      nb: 'En enkelt ting virker ikke som avtalt, men jobben kan gjøres uten den, eller på en annen måte uten særlig ekstraarbeid.',
      en: 'A single thing does not work as agreed, but the job gets done without much trouble, or without it as well.',
    },
  },
  {
    when: { documentation: ['unusable'] },
    kind: 'critical',
    clause: {
      id: 'documentation-unusable',
      nb: 'Dokumentasjonen gjør at tjenesten eller hoveddelene av den ikke kan brukes.',
      en: 'The documentation keeps the service or the main parts of it from being used.',
    },
  },
  {
    when: { documentation: ['important'] },
    kind: 'severe',
    clause: {
      id: 'documentation-important',
      nb: 'Dokumentasjonen gjør at noe viktig ikke kan brukes.',
      en: 'The documentation keeps something important from being used.',
    },
  },
  {
    when: { documentation: ['imprecise'] },
    kind: 'minor',
    clause: {
      id: 'documentation-imprecise',
      nb: 'Dokumentasjonen har hull eller er unøyaktig, men hindrer ikke noe viktig.',
      en: 'The documentation has gaps or is inexact, but prevents nothing important.',
    },
  },
  {
    when: { about: ['request'] },
    kind: 'request',
    clause: {
      id: 'request',
      nb: 'Det er et spørsmål, eller noe kunden vil ha hjelp til, og ikke en feil.',
      en: 'It is a question, or something that the customer wants help with, and not an error.',
    },
  },
  {
    when: { about: ['assignment'] },
    kind: 'assignment',
    clause: {
      id: 'assignment',
      nb: 'Det er et oppdrag utover vanlig support. Kunden skal godkjenne et prisoverslag før arbeidet begynner.',
      en: 'It is work beyond ordinary support. The customer has to approve an estimate of the price before it begins.',
    },
  },
];
