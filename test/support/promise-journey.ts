import type { SendMailOptions } from 'nodemailer';
import type { SentLetter } from '../../infra/local/sent';
import { at, on } from './desk-time';
import { deskAt, type RunningDesk } from './in-process';
import { act, openedBy } from './journey';
import type { Answer, TicketJson } from './local-desk';

/** A ticket as the API gives it, with how the work on it stands. */
export interface WorkJson extends TicketJson {
  readonly nextAt: string;
  readonly suspicion: { readonly of: string; readonly words: readonly string[] } | null;
  readonly triage: { readonly answers: object; readonly clause: { readonly id: string }; readonly by: string } | null;
  readonly contact: string | null;
  readonly levels: {
    readonly minutesAtLevel2: number;
    readonly minutesAtLevel3: number;
    readonly handovers: number;
  };
  readonly senior: { readonly calls: number; readonly hasIt: string | null };
  readonly escalation: { readonly toldAt: string; readonly acknowledgedBy: string | null } | null;
  readonly comeBackAt: string | null;
  readonly comeBackWith: string | null;
  readonly callBackAt: string | null;
  readonly version: { readonly version: string; readonly date: string; readonly overdue: boolean } | null;
}

/** A desk on which the stories of a promise are played, one after the other: its clock goes forward only. */
export interface Stage {
  readonly desk: RunningDesk;
  /** A mail from somebody at kunde.example, whom nobody else in the stories is: their letters are of this ticket. */
  mailFrom(name: string, mail?: Partial<SendMailOptions>): Promise<WorkJson>;
  /** What an agent does to a ticket, and what the desk answers once all that follows is done. */
  does(agent: string, ticket: Named, name: string, body?: object): Promise<Answer<WorkJson>>;
  read(ticket: Named): Promise<WorkJson>;
  /** Moves the clock: `mon 22:15`, or any instant written out. */
  until(time: string): Promise<void>;
  /** What was said about a ticket since this was last asked of it, in order: `mon 22:15 mail anna, dina`. */
  heardOf(ticket: WorkJson): Promise<readonly string[]>;
  /** The letters to the customer of a ticket. */
  lettersTo(ticket: WorkJson): Promise<readonly SentLetter[]>;
  stop(): Promise<void>;
}

type Named = Pick<TicketJson, 'id'>;

/** Opens at a time of the desk's week, `mon 10:00`, or at any instant written out. */
export async function stageAt(time: string): Promise<Stage> {
  const desk = await deskAt(isoOf(time));
  const heard = new Map<string, number>();
  const read = async ({ id }: Named) => (await desk.api<WorkJson>('anna', `/tickets/${id}`)).body;
  const about = async (ticket: WorkJson) => (await desk.sent()).filter((letter) => isAbout(letter, ticket));
  return {
    desk,
    read,
    mailFrom: async (name, mail = {}) =>
      read(await openedBy(desk, () => desk.mail({ from: `"${name}" <${addressOf(name)}>`, ...mail }))),
    does: async (agent, ticket, name, body = {}) => {
      const { status, body: told } = await act(desk, agent, ticket, name, body);
      await desk.settle();
      return { status, body: status === 200 ? await read(ticket) : (told as WorkJson) };
    },
    until: async (time) => {
      const { status, body } = await desk.moveClock(isoOf(time));
      if (status !== 200) throw new Error(`The clock does not go there: ${JSON.stringify(body)}`);
    },
    heardOf: async (ticket) => {
      await desk.settle();
      const letters = await about(ticket);
      const news = letters.slice(heard.get(ticket.id) ?? 0);
      heard.set(ticket.id, letters.length);
      return news.map(inWords);
    },
    lettersTo: async ({ customer }) => desk.lettersTo(customer.email ?? ''),
    stop: desk.stop,
  };
}

export const addressOf = (name: string): string => `${name.toLowerCase()}@kunde.example`;

/** An instant as the desk tells it: of the stories' week, or written out. */
export const isoOf = (time: string): string => new Date(/^\d{4}-/.test(time) ? on(time) : at(time)).toISOString();

/** What has happened to a ticket, and when: `mon 22:00 ticket-triaged`. */
export const chainOf = ({ timeline }: TicketJson, ...types: readonly string[]): readonly string[] =>
  timeline
    .filter(({ type }) => types.length === 0 || types.includes(type))
    .map(({ at: when, type }) => `${timeOf(when)} ${type}`);

// Letters to staff name the ticket; those to a customer are known by whose they are.
const isAbout = ({ to, subject, text, from }: SentLetter, { id, customer }: WorkJson): boolean =>
  to === customer.email || subject.startsWith(`[${id}]`) || (from === 'sms' && text.includes(id));

const inWords = ({ at: when, from, to }: SentLetter): string =>
  `${timeOf(when)} ${from === 'sms' ? 'sms' : 'mail'} ${to.split(', ').map(nameOf).join(', ')}`;

const nameOf = (address: string): string => NUMBERS[address] ?? address.replace(/@.*/, '');

/** Those of the desk's people who can be called. */
const NUMBERS: Readonly<Record<string, string>> = { '+4790000001': 'anna', '+4790000004': 'dina' };

// As `desk-time.ts` reads it: `mon 22:15`.
const timeOf = (iso: string): string => OSLO.format(new Date(iso)).toLowerCase().replace(',', '');

const OSLO = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Oslo',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
