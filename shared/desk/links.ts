import * as z from 'zod';
import { DAY, type Instant, MINUTE } from '../promises/instant';
import type { CustomerMessage, TicketEvent } from '../ticket/events';
import type { TicketId } from '../ticket/ids';
import type { Desk } from './ports';
import { type Purpose, seal, unseal } from './sealed';

/** Where links lead. The token stands in the query, which no access log of ours keeps: who has it has the file. */
export const FILES = '/files';
export const MESSAGES = '/messages';

/** How long a link lives that the API gives an agent, and one that a letter takes to a customer. */
const TO_AN_AGENT = 15 * MINUTE;
export const IN_A_LETTER = 30 * DAY;

/** A file that is kept, under the name by which it came or was sent. */
export interface KeptFile {
  readonly key: string;
  readonly name: string;
}

/**
 * A link, from where the desk's pages are, that downloads a file to whoever has it, without signing in: an attachment,
 * or a raw mail.
 */
export const fileLink = (desk: Linking, { key, name }: KeptFile, livesFor = TO_AN_AGENT): Promise<string> =>
  linkTo(desk, FILES, 'file', [key, name], livesFor);

/** A link that shows a mail's HTML, which is kept at that key, made harmless. */
export const messageLink = (desk: Linking, ticket: TicketId, html: string): Promise<string> =>
  linkTo(desk, MESSAGES, 'message', [ticket, html], TO_AN_AGENT);

/** What a link opens, or why it opens nothing. */
export type Opened<T> = { readonly is: 'opened'; readonly it: T } | { readonly is: 'forged' | 'run-out' | 'gone' };

/** The address from which the file of a link can be had for the next minutes. */
export async function openFile(desk: Linking & Pick<Desk, 'files'>, token: string): Promise<Opened<string>> {
  const read = await unsealed(desk, 'file', token);
  if (read.is !== 'genuine') return read;
  const [key, name] = twoWords.parse(read.claims);
  return { is: 'opened', it: await desk.files.download(key, { as: 'attachment', name }) };
}

/** The mail whose HTML a link shows. */
export async function openMessage(
  desk: Linking & Pick<Desk, 'tickets'>,
  token: string,
): Promise<Opened<CustomerMessage>> {
  const read = await unsealed(desk, 'message', token);
  if (read.is !== 'genuine') return read;
  const [ticket, html] = twoWords.parse(read.claims);
  const history = await desk.tickets.history(ticket as TicketId);
  const message = history
    .flatMap(({ events }) => events)
    .map(mailOf)
    .find((mail) => mail?.html === html);
  return message ? { is: 'opened', it: message } : { is: 'gone' };
}

type Linking = Pick<Desk, 'circumstances' | 'secrets'>;

const twoWords = z.tuple([z.string(), z.string()]);

const mailOf = (event: TicketEvent): CustomerMessage | undefined =>
  event.type === 'message-received' || event.type === 'mail-held' ? event.message : undefined;

async function linkTo(desk: Linking, path: string, purpose: Purpose, claims: readonly string[], livesFor: number) {
  // Up to the next quarter of an hour, so that who asks twice in a row gets the same link.
  const until: Instant = Math.ceil(((await desk.circumstances()).now + livesFor) / TO_AN_AGENT) * TO_AN_AGENT;
  return `${path}?token=${seal(purpose, claims, until, await desk.secrets.replySecrets())}`;
}

async function unsealed({ circumstances, secrets }: Linking, purpose: Purpose, token: string) {
  const { now } = await circumstances();
  return unseal(purpose, token, await secrets.replySecrets(), now);
}
