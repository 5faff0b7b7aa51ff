import type { AlertReason } from '../../ticket/effects';
import type { InEach } from './writing';

/** What an alert is called, and what to do about it now. */
interface AlertWords {
  readonly title: string;
  readonly now: string;
}

const nb: Readonly<Record<AlertReason, AlertWords>> = {
  'new-inquiry': {
    title: 'Ny henvendelse',
    now: 'Vurder hva slags sak det er, og ta den eller svar kunden. Først da er den påbegynt.',
  },
  'new-message': { title: 'Ny melding fra kunden', now: 'Les meldingen og svar kunden.' },
  assigned: {
    title: 'Saken er tildelt deg',
    now: 'Ta saken eller svar kunden. At den er tildelt deg, regnes ikke som påbegynt.',
  },
  'handed-over': {
    title: 'Saken er overført',
    now: 'Ta saken hvis du kan. Den har ingen ansvarlig på dette nivået ennå.',
  },
  'senior-needed': { title: 'En senior må ta saken', now: 'Saken skal håndteres av en senior. Ta den nå hvis du kan.' },
  'waiting-over': {
    title: 'Ventetiden er over',
    now: 'Følg opp det vi har ventet på, eller sett en ny dato. Gi kunden beskjed.',
  },
  'look-again': {
    title: 'Se på saken igjen',
    now: 'Det har ikke skjedd noe på en stund. Bestem neste steg, og gi kunden beskjed.',
  },
  'answer-overdue': { title: 'Kunden venter på svar', now: 'Svaret er forsinket. Svar kunden nå med det du vet.' },
  'come-back': {
    title: 'Vi har lovet å komme tilbake',
    now: 'Kunden skal høre fra oss nå. Svar med løsningen, eller si når vi kommer tilbake.',
  },
  'mail-held': {
    title: 'En e-post må bekreftes',
    now: 'En e-post til saken venter på at noen bekrefter den. Ingenting er sendt ut. Les den, og bekreft den på saken hvis alt er i orden. Hvis ikke, lar du den ligge.',
  },
  undeliverable: {
    title: 'E-post kommer ikke fram',
    now: 'Kunden har ikke fått e-posten vår. Ring hvis du kan, og sjekk at adressen er riktig. Automatiske e-poster til adressen er stanset.',
  },
  'mail-loop': {
    title: 'Bekreftelse holdt tilbake',
    now: 'Avsenderen har ikke fått noen bekreftelse. Se om det er en maskin som svarer på e-postene våre. Er det et menneske, svarer du som vanlig. Alt som kommer inn, blir tatt vare på.',
  },
  'mail-storm': {
    title: 'Svært mange e-poster fra én avsender',
    now: 'E-postene samles i denne saken, uten bekreftelse til avsenderen og uten flere varsler til oss. Åpne saken og se gjennom dem. Ring avsenderen hvis noe ser ut til å ha gått galt der.',
  },
};

const en: typeof nb = {
  'new-inquiry': {
    title: 'New inquiry',
    now: 'Decide what kind of case it is, and take it or answer the customer. Only then has it been begun.',
  },
  'new-message': { title: 'New message from the customer', now: 'Read the message and answer the customer.' },
  assigned: {
    title: 'The case is assigned to you',
    now: 'Take the case or answer the customer. Being given it does not count as having begun.',
  },
  'handed-over': {
    title: 'The case has been handed over',
    now: 'Take the case if you can. Nobody at this level has it yet.',
  },
  'senior-needed': { title: 'A senior must take the case', now: 'The case is for a senior. Take it now if you can.' },
  'waiting-over': {
    title: 'The wait is over',
    now: 'Follow up what we have been waiting for, or set a new date. Let the customer know.',
  },
  'look-again': {
    title: 'Look at the case again',
    now: 'Nothing has happened for a while. Decide the next step, and let the customer know.',
  },
  'answer-overdue': {
    title: 'The customer is waiting for an answer',
    now: 'The answer is late. Answer the customer now with what you know.',
  },
  'come-back': {
    title: 'We promised to come back',
    now: 'The customer is to hear from us now. Answer with the solution, or say when we come back.',
  },
  'mail-held': {
    title: 'An e-mail must be confirmed',
    now: 'An e-mail to the case waits for somebody to confirm it. Nothing has been sent out. Read it, and confirm it on the case if all is well. If not, leave it there.',
  },
  undeliverable: {
    title: 'E-mail does not arrive',
    now: 'The customer has not received our e-mail. Call if you can, and check that the address is right. Automatic e-mail to the address has been stopped.',
  },
  'mail-loop': {
    title: 'Acknowledgement held back',
    now: 'The sender has had no acknowledgement. See whether it is a machine that answers our e-mail. If it is a person, answer as usual. Whatever comes in is kept.',
  },
  'mail-storm': {
    title: 'A flood of e-mail from one sender',
    now: 'The e-mails are gathered in this case, with no acknowledgement to the sender and no more alerts to us. Open the case and look through them. Call the sender if something seems to have gone wrong there.',
  },
};

export const ALERTS: InEach<typeof nb> = { nb, en };
