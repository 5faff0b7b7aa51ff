import type { AlertReason } from '../../ticket/effects';
import type { InEach } from './writing';

interface AlertWords {
  readonly title: string;
  readonly now?: string;
}

/** What an alert is called, and what to do about it now, where that is the same of every ticket. */
const nb = {
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
  'call-back': {
    title: 'Ring kunden',
    now: 'Nå skal vi ringe kunden. Registrer samtalen på saken etterpå, også om ingen svarer.',
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
  suspected: { title: 'Kan være kritisk' },
  'senior-needed': { title: 'En senior må ta saken' },
  'senior-called': { title: 'Ingen senior har tatt saken' },
  'chat-waiting': { title: 'Kunden venter i chatten' },
  'coming-back-near': { title: 'Vi skal snart komme tilbake til kunden' },
  'version-overdue': { title: 'Versjonen er ikke ute' },
  'customer-reminded': { title: 'Kunden er minnet på at vi venter' },
} satisfies Record<AlertReason, AlertWords>;

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
  'call-back': {
    title: 'Call the customer',
    now: 'It is time to call the customer. Log the call on the case afterwards, also where nobody answers.',
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
  suspected: { title: 'This may be critical' },
  'senior-needed': { title: 'A senior must take the case' },
  'senior-called': { title: 'No senior has taken the case' },
  'chat-waiting': { title: 'The customer is waiting in the chat' },
  'coming-back-near': { title: 'We are soon to come back to the customer' },
  'version-overdue': { title: 'The version is not out' },
  'customer-reminded': { title: 'The customer has been reminded that we are waiting' },
};

/** The reasons of which the same is said of every ticket. */
export type PlainReason = { [R in AlertReason]: (typeof nb)[R] extends { now: string } ? R : never }[AlertReason];

export const ALERTS: InEach<typeof nb> = { nb, en };
