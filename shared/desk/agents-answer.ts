import { normaliseAddress } from '../mail/address';
import type { LetterKey } from '../mail/letter-tag';
import { asksForNoAnswer } from '../mail/letters/letters';
import { isProven } from '../mail/sender-proof';
import { saysAway } from '../mail/signals';
import { addressees, staffLetterOfAddress } from '../mail/thread';
import type { Instant } from '../promises/instant';
import { agentsIn } from '../ticket/audience';
import { type Circumstances, heldTo } from '../ticket/circumstances';
import type { Effect } from '../ticket/effects';
import type { Agent, Staff } from '../ticket/staff';
import type { OpenedTicket } from '../ticket/ticket';
import { stateOf } from './history';
import type { Desk } from './ports';
import type { Arrived, Route } from './route-mail';
import { survivorOf } from './survivor';

/**
 * An answer to a letter to staff, by mail (rule 26): the customer gets it as the desk's, if the letter was sent to the
 * agent whose address it comes from, and DMARC proves that address. Else it waits on the ticket for somebody to confirm
 * it. A machine's answer (out of office) is a note.
 */
export async function agentsAnswer(desk: Desk, { mail, receipt, classification }: Arrived): Promise<Route | undefined> {
  const { lands } = classification;
  const letter = lands.known === 'parked' ? undefined : await letterAnswered(desk, mail, receipt.recipients);
  if (!letter) return undefined;
  const history = await desk.tickets.history(letter.ticket);
  const sent = stateOf(letter.ticket, history, letter.version).ticket;
  if (sent.state === 'unopened') return undefined;
  const goesOn = await survivorOf(desk, stateOf(letter.ticket, history));
  const place = { ticket: goesOn.ticket.id, isOpened: true };
  // Out-of-office answers without a header for it bear the signed address: they are replies for certain.
  if (lands.known === 'note' || saysAway(mail)) return { ...place, as: 'note', marks: [] };
  const circumstances = await desk.circumstances();
  const agent = agentOf(mail.from?.address, circumstances.staff);
  const commit = history.find(({ version }) => version === letter.version);
  const effect = commit?.effects[letter.index];
  if (agent && isProven(mail, receipt) && isAddressedTo(agent, effect, sent, { ...circumstances, at: commit?.at ?? 0 }))
    return { ...place, as: 'answer', by: agent.id, seen: sent.messages.length, marks: [PROVEN] };
  if (!agent) return { ...place, as: 'held', doubt: 'unknown-sender', marks: [PASSED_ON] };
  return { ...place, as: 'held', doubt: 'unproven-agent', agent: agent.id, marks: [UNPROVEN] };
}

const PROVEN = { rule: 26, says: 'an agent answers the letter that was sent to them' };
const UNPROVEN = { rule: 26, says: 'it says to be from an agent, and nothing proves that it is theirs' };
const PASSED_ON = { rule: 21, says: 'it answers a letter to staff, and its sender is no agent' };

async function letterAnswered(
  desk: Desk,
  mail: Arrived['mail'],
  recipients: readonly string[],
): Promise<LetterKey | undefined> {
  const secrets = await desk.secrets.replySecrets();
  for (const address of addressees(mail, recipients)) {
    const letter = staffLetterOfAddress(address, secrets, desk.addresses.support);
    if (letter) return letter;
  }
  return undefined;
}

export const agentOf = (address: string | undefined, staff: Staff): Agent | undefined =>
  staff.find(({ email }) => normaliseAddress(email) === address);

function isAddressedTo(
  agent: Agent,
  effect: Effect | undefined,
  ticket: OpenedTicket,
  { at, staff, roster, policies }: Circumstances & { readonly at: Instant },
): boolean {
  if (effect?.type !== 'letter' || !('to' in effect) || asksForNoAnswer(effect)) return false;
  const watch = { at, roster, policy: heldTo(ticket, policies) };
  return effect.to.some(
    (audience) =>
      audience !== 'management' && agentsIn(audience, ticket, staff, watch).some(({ id }) => id === agent.id),
  );
}
