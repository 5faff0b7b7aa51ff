import { deliveryReportIn, isPermanent } from '../mail/delivery-report';
import { lettersOf } from '../mail/repair';
import { bearsMarker } from '../mail/reply-marker';
import type { Command, Inquiry } from '../ticket/command';
import type { Doubt } from '../ticket/events';
import { type AgentId, type CommandId, commandId, type TicketId } from '../ticket/ids';
import { participantsOf } from '../ticket/participants';
import { Refusal } from '../ticket/refusal';
import { handle, openTicket } from './handle';
import { currentOf } from './history';
import { keepWords, wholeWords } from './keep-words';
import { inquiryOf, type MailParts, messageOf } from './mail-inquiry';
import type { Desk } from './ports';
import { type Route, takesPart } from './route-mail';

interface Claimed {
  readonly ticket: TicketId;
  readonly command: CommandId;
}

/** Commits a mail to the ticket that holds its claim: its route's, or that of an earlier delivery. */
export async function bringMail(
  desk: Desk,
  parts: MailParts,
  limits: Pick<Inquiry, 'withheld' | 'storm'>,
  { ticket, command }: Claimed,
): Promise<void> {
  const route = ticket === parts.route.ticket ? parts.route : await routeBefore(desk, parts, ticket);
  const understood = { ...parts, route };
  switch (route.as) {
    case 'message': {
      const bring = route.isOpened ? handle(desk) : openTicket(desk);
      await bring(ticket, { ...(await inquiryOf(desk, understood)), ...limits }, command);
      return;
    }
    case 'note':
      return bringNote(desk, understood, { ticket, command });
    case 'held':
      return hold(desk, understood, { ticket, command }, route.doubt, route.agent);
    case 'answer':
      return answer(desk, understood, { ticket, command }, route);
  }
}

// An earlier delivery may have found another place, or not have come as far as a ticket. Since then things may have
// changed, so that whoever would not be let in now is not let in.
async function routeBefore(desk: Desk, { mail, receipt, speaker }: MailParts, id: TicketId): Promise<Route> {
  const { ticket } = await currentOf(desk, id);
  const place = { ticket: id, marks: [] };
  if (ticket.state === 'unopened') return { ...place, isOpened: false, as: 'message' };
  // Whoever speaks through a machine, or is handed on by an agent, does not bear the mail's own From.
  const speaks = speaker.machine !== undefined || speaker.loggedBy !== undefined;
  const isTheirs = speaks && participantsOf(ticket).includes(speaker.customer.email ?? '');
  if (isTheirs || takesPart(ticket, mail, receipt)) return { ...place, isOpened: true, as: 'message' };
  return { ...place, isOpened: true, as: 'held', doubt: 'unknown-sender' };
}

const FAILED: ReadonlySet<string> = new Set(['failed', 'delayed']);

// A mail that came back also says of whom.
async function bringNote(
  desk: Desk,
  { mail, raw, classification: { class: as, reason } }: MailParts,
  { ticket, command }: Claimed,
): Promise<void> {
  const words = await keepWords(desk, mail.text);
  await handle(desk)(ticket, { type: 'note-automatic-mail', as, reason, words, raw: raw.key }, command);
  const current = await currentOf(desk, ticket);
  // Anybody can write such a report: it is believed of those we have written to.
  const ours = current.ticket.state === 'opened' ? participantsOf(current.ticket) : [];
  const recipients = as === 'bounce' ? (deliveryReportIn(mail)?.recipients ?? []) : [];
  const returned = new Map(recipients.map((recipient) => [recipient.address, recipient]));
  for (const [address, recipient] of returned) {
    if (!FAILED.has(recipient.action) || !ours.includes(address)) continue;
    const { diagnostic = recipient.action } = recipient;
    const failure = { address, diagnostic, permanent: isPermanent(recipient), byMail: true } as const;
    await handle(desk)(ticket, { type: 'note-delivery-failure', ...failure }, commandId(`${command} ${address}`));
  }
}

async function hold(
  desk: Desk,
  parts: MailParts,
  { ticket, command }: Claimed,
  doubt: Doubt,
  agent?: AgentId,
): Promise<void> {
  const message = await messageOf(desk, parts);
  await handle(desk)(ticket, { type: 'hold-mail', message, doubt, ...(agent && { agent }) }, command);
}

// What an agent has not seen, or may not do now, does not go out unseen: it waits to be confirmed.
async function answer(
  desk: Desk,
  parts: MailParts,
  claimed: Claimed,
  { by, seen }: Extract<Route, { as: 'answer' }>,
): Promise<void> {
  const { words, attachments } = await messageOf(desk, parts);
  // Where nothing but our own letter is left of it, the customer would get what we wrote to staff.
  if (bearsMarker(await wholeWords(desk, words)) || lettersOf(words.text) === '')
    return hold(desk, parts, claimed, 'nothing-new', by);
  if (attachments.some(({ locked }) => locked)) return hold(desk, parts, claimed, 'locked-files', by);
  const enclosed = attachments.filter(({ contentId }) => contentId === undefined);
  const upTo = await seenBy(desk, claimed, by, seen);
  const reply: Command = { type: 'write-reply', by, words, cc: [], attachments: enclosed, seen: upTo };
  await handle(desk)(claimed.ticket, reply, claimed.command).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    return hold(desk, parts, claimed, 'conversation-moved-on', by);
  });
}

// What the agent has said since is no news to them.
async function seenBy(desk: Desk, { ticket: id }: Claimed, by: AgentId, seen: number): Promise<number> {
  const { ticket } = await currentOf(desk, id);
  if (ticket.state === 'unopened') return seen;
  const since = ticket.messages.slice(seen);
  return since.every(({ from }) => from === by) ? ticket.messages.length : seen;
}
