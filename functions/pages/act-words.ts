import type { LinkedAct } from '../../shared/desk/act-links';
import type { How } from '../../shared/desk/act-standing';
import type { Language } from '../../shared/promises/say';
import type { Suspicion } from '../../shared/ticket/opened-ticket';
import type { RefusalReason } from '../../shared/ticket/refusal';

interface ActWords {
  readonly title: string;
  /** What the button does. */
  readonly does: string;
  readonly button: string;
}

const nb = {
  language: 'Norsk',
  languages: 'Språk',
  as: (name: string) => `Du handler som ${name}.`,
  acts: {
    take: {
      title: 'Ta saken',
      does: 'Når du tar saken, står den på deg, og den regnes som påbegynt.',
      button: 'Ta saken',
    },
    acknowledge: {
      title: 'Saken er løftet til ledelsen',
      does: 'Når du bekrefter, får ledelsen ingen flere påminnelser om saken.',
      button: 'Bekreft at ledelsen har sett saken',
    },
    dismiss: {
      title: 'Avvis mistanken',
      does: 'Mistanken fjernes fra saken. Begrunnelsen blir stående i historikken. Saken må fortsatt vurderes.',
      button: 'Avvis mistanken',
    },
  } satisfies Record<LinkedAct, ActWords>,
  endsAlarm: 'Varslene til seniorene stanser.',
  who: 'Hvem er du?',
  whoMissing: 'Velg hvem du er først.',
  reason: 'Begrunnelse',
  reasonMissing: 'Skriv en begrunnelse først.',
  usualReason: {
    critical: 'Jeg har lest henvendelsen. Den gjelder ikke en kritisk feil.',
    security: 'Jeg har lest henvendelsen. Den gjelder ikke et sikkerhetsbrudd.',
  } satisfies Record<Suspicion['of'], string>,
  ticket: 'Sak',
  kind: 'Type',
  customer: 'Kunde',
  received: 'Mottatt',
  assignee: 'Ansvarlig',
  notTriaged: 'ikke vurdert ennå',
  suspected: {
    critical: 'ikke vurdert ennå, mistanke om kritisk feil',
    security: 'ikke vurdert ennå, mistanke om sikkerhetsbrudd',
  } satisfies Record<Suspicion['of'], string>,
  unassigned: 'ingen ennå',
  unknown: 'ukjent',
  on: (instant: string) => instant,
  you: 'Du',
  done: {
    taken: (who, when) => `${who} tok saken ${when}.`,
    had: () => 'Du har allerede saken.',
    acknowledged: (who, when) => `${who} bekreftet ${when} at ledelsen har sett saken.`,
    dismissed: (who, when) => `${who} avviste mistanken ${when}.`,
    triaged: (who, when) => `${who} vurderte saken ${when}.`,
  } satisfies Record<How, Said>,
  used: (when: string) => `Du brukte lenken ${when}, og saken er endret siden. Åpne saken for å gjøre mer.`,
  refused: {
    'senior-needed': 'Bare en senior kan ta denne saken.',
    'already-resolved': 'Saken er løst. Det er ikke mer å gjøre.',
    merged: 'Saken er slått sammen med en annen sak.',
    parked: 'Saken er lagt til side. Frigi den før du tar den.',
    'not-allowed': 'Du kan ikke gjøre dette.',
    'not-escalated': 'Saken er ikke løftet til ledelsen.',
    'not-suspected': 'Det er ingen mistanke på saken.',
    'no-such-agent': 'Den lenken er laget til, jobber ikke her lenger.',
  } satisfies Refusals as Refusals,
  otherwiseRefused: 'Dette lar seg ikke gjøre nå. Åpne saken for å se hvorfor.',
  whoCan: (names: string) => `Disse kan: ${names}.`,
  goesOnIn: (ticket: string) => `Den fortsetter i ${ticket}.`,
  closed: {
    'run-out': { title: 'Lenken er utløpt', advice: 'Åpne saken i supportsystemet, og gjør det der.' },
    forged: {
      title: 'Lenken virker ikke',
      advice:
        'Den er ikke laget av oss, eller noe av den mangler. Kopier hele lenken, eller åpne saken i supportsystemet.',
    },
    gone: { title: 'Saken finnes ikke lenger', advice: 'Det er ikke mer å gjøre.' },
  },
};

type Said = (who: string, when: string) => string;
type Refusals = Partial<Readonly<Record<RefusalReason, string>>>;

const en: typeof nb = {
  language: 'English',
  languages: 'Languages',
  as: (name) => `You act as ${name}.`,
  acts: {
    take: {
      title: 'Take the case',
      does: 'When you take the case, it is assigned to you and counts as begun.',
      button: 'Take the case',
    },
    acknowledge: {
      title: 'The case is lifted to management',
      does: 'When you acknowledge it, management gets no more reminders of the case.',
      button: 'Acknowledge for management',
    },
    dismiss: {
      title: 'Dismiss the suspicion',
      does: 'The suspicion is taken off the case. The reason stays in the history. The case still has to be triaged.',
      button: 'Dismiss the suspicion',
    },
  },
  endsAlarm: 'The alarm to the seniors ends.',
  who: 'Who are you?',
  whoMissing: 'Say who you are first.',
  reason: 'Reason',
  reasonMissing: 'Write a reason first.',
  usualReason: {
    critical: 'I have read the inquiry. It is not about a critical error.',
    security: 'I have read the inquiry. It is not about a security breach.',
  },
  ticket: 'Case',
  kind: 'Kind',
  customer: 'Customer',
  received: 'Received',
  assignee: 'Assigned to',
  notTriaged: 'not triaged yet',
  suspected: {
    critical: 'not triaged yet, suspected critical error',
    security: 'not triaged yet, suspected security breach',
  },
  unassigned: 'nobody yet',
  unknown: 'unknown',
  on: (instant) => `on ${instant}`,
  you: 'You',
  done: {
    taken: (who, when) => `${who} took the case ${when}.`,
    had: () => 'You have the case already.',
    acknowledged: (who, when) => `${who} acknowledged the case for management ${when}.`,
    dismissed: (who, when) => `${who} dismissed the suspicion ${when}.`,
    triaged: (who, when) => `${who} triaged the case ${when}.`,
  },
  used: (when) => `You used the link ${when}, and the case has changed since. Open the case to do more.`,
  refused: {
    'senior-needed': 'Only a senior can take this case.',
    'already-resolved': 'The case is resolved. There is nothing more to do.',
    merged: 'The case was merged into another one.',
    parked: 'The case is parked. Release it before you take it.',
    'not-allowed': 'This is not for you to do.',
    'not-escalated': 'The case has not been lifted to management.',
    'not-suspected': 'Nothing is suspected of the case.',
    'no-such-agent': 'Whoever the link was made for does not work here any longer.',
  },
  otherwiseRefused: 'This cannot be done now. Open the case to see why.',
  whoCan: (names) => `Those who can: ${names}.`,
  goesOnIn: (ticket) => `It goes on in ${ticket}.`,
  closed: {
    'run-out': { title: 'The link has expired', advice: 'Open the case in the support system, and do it there.' },
    forged: {
      title: 'The link does not work',
      advice:
        'It was not made by us, or a part of it is missing. Copy the whole link, or open the case in the support system.',
    },
    gone: { title: 'The case is no longer here', advice: 'There is nothing more to do.' },
  },
};

/** What the page of a link that acts says. */
export type ActPageWords = typeof nb;

export const ACT_WORDS: Readonly<Record<Language, ActPageWords>> = { nb, en };
