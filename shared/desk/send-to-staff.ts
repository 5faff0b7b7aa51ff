import { letterIdOf } from '../mail/letter-tag';
import { type ActLink, addressed, receiversOf, textMessage, writeLetter } from '../mail/letters/letters';
import type { StaffLetter } from '../mail/letters/staff-letter';
import type { LetterOf } from '../mail/letters/writing';
import { ownMessageId, staffReplyAddress } from '../mail/thread';
import type { Outcome } from '../ticket/delivery';
import { isUnderway } from '../ticket/due';
import type { Staff } from '../ticket/staff';
import type { OpenedTicket } from '../ticket/ticket';
import { actLink, actsForManagement, type LinkedAct } from './act-links';
import type { Desk } from './ports';
import { postOffice } from './post-office';
import type { About } from './send-letter';

/** An alert by mail, to all who are to hear of it, with links to what can be done about it. */
export async function sendToStaff(desk: Desk, { letter, key, ticket, events }: About<StaffLetter>): Promise<Outcome> {
  const office = await postOffice(desk, ticket);
  const secrets = await desk.secrets.replySecrets();
  const { support } = desk.addresses;
  const receivers = isToManagement(letter) ? managementIn(office.staff) : receiversOf(letter, ticket, office);
  const links = await linksFor(desk, letter, ticket, receivers);
  const text = writeLetter(letter, ticket, { ...office, events, links });
  // An agent's answer to a letter goes by an address of its own, which says whose letter it was.
  const way = {
    replyTo: staffReplyAddress(key, secrets, support),
    reference: ownMessageId(ticket.id, secrets, support),
  };
  return desk.mailer.send({ ...addressed(text, letter, ticket, office, way), letterId: letterIdOf(key) });
}

/** The same by SMS, to an agent who has a number. */
export async function sendText(desk: Desk, { letter, key, ticket }: About<LetterOf<'text-message'>>): Promise<Outcome> {
  const office = await postOffice(desk, ticket);
  const [agent] = receiversOf(letter, ticket, office);
  if (!agent?.phone) return { is: 'withheld', reason: 'no-number' };
  const text = textMessage(ticket, { ...office, links: await linksFor(desk, letter, ticket, [agent]) });
  return desk.texts.send({ to: agent.phone, text, letterId: letterIdOf(key) });
}

const isToManagement = ({ to }: StaffLetter): boolean => to.includes('management');

const managementIn = (staff: Staff): Staff => [actsForManagement(staff)].filter((agent) => agent !== undefined);

/** What a reader may do at once. Where several read it, each says who they are on the page that opens. */
async function linksFor(
  desk: Desk,
  letter: StaffLetter | LetterOf<'text-message'>,
  ticket: OpenedTicket,
  readers: Staff,
): Promise<ActLink[]> {
  if (!desk.site() || readers.length === 0) return [];
  const agents = readers.map(({ id }) => id);
  return Promise.all(
    actsIn(letter, ticket).map(async (act) => ({ act, href: await actLink(desk, { ticket: ticket.id, agents, act }) })),
  );
}

function actsIn(letter: StaffLetter | LetterOf<'text-message'>, ticket: OpenedTicket): LinkedAct[] {
  if (letter.letter === 'management') return ['acknowledge'];
  if (!isUnderway(ticket)) return [];
  return letter.letter === 'alert' && letter.why === 'suspected' ? ['take', 'dismiss'] : ['take'];
}
