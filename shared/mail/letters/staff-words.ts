import type { AlertReason } from '../../ticket/effects';
import type { Channel } from '../../ticket/events';

/** What an alert is called, and what to do about it now. Letters to staff are in Norwegian. */
export const ALERTS: Readonly<Record<AlertReason, { readonly title: string; readonly now: string }>> = {
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
};

export const WARNING = {
  halfway: 'Halvveis til fristen',
  later: 'Fristen nærmer seg',
  begin: (latest: string) => `Ingen har begynt på saken. Ta den eller svar kunden senest ${latest}.`,
};

export const MISS = {
  title: 'Fristen er brutt',
  should: (latest: string) => `Saken skulle vært påbegynt senest ${latest}.`,
  begin: 'Ingen har begynt på den. Ta den eller svar kunden nå.',
  begun: (at: string) => `Den ble påbegynt ${at}.`,
  stands: 'Bruddet blir stående i historikken og i ukerapporten.',
};

export const MANAGEMENT = {
  title: 'Løftes til ledelsen',
  tooLong: (promise: string) =>
    `Løfte ${promise}: Alvorlige og kritiske feil løftes til ledelsen når de ikke er løst innen rimelig tid. Denne saken er ikke løst.`,
  byHand: (name: string) => `Løfte P19: Saker løftes til ledelsen ved behov. ${name} har løftet denne saken fordi:`,
  someone: 'En ansatt',
  decide: 'Avgjør om saken trenger flere folk, og hvem som holder kunden orientert.',
};

export const CHANNELS: Readonly<Record<Channel, string>> = { mail: 'e-post', chat: 'chat', phone: 'telefon' };

export const LABELS = {
  subject: 'Emne',
  customer: 'Kunde',
  channel: 'Kanal',
  kind: 'Type',
  level: 'Nivå',
  assignee: 'Ansvarlig',
  received: 'Mottatt',
  elapsed: 'Tid siden mottak',
  target: 'Påbegynnes normalt',
  latest: 'Påbegynnes senest',
  begun: 'Påbegynt',
  answerDue: 'Svar senest',
};

export const UNKNOWN = { kind: 'ikke vurdert ennå', assignee: 'ingen ennå', customer: 'ukjent' };
export const OPEN_TICKET = 'Åpne saken';
