import * as z from 'zod';
import { DAY } from '../promises/instant';
import { type AgentId, agentId, type TicketId, ticketIdOf } from '../ticket/ids';
import type { Agent, Staff } from '../ticket/staff';
import type { Desk } from './ports';
import { seal, unseal } from './sealed';

/** Where links lead that act. The token stands in the query, which no access log of ours keeps. */
export const ACT = '/act';

/** What can be done by a link: to take the ticket oneself, to acknowledge for management, to dismiss a suspicion. */
export const LINKED_ACTS = ['take', 'acknowledge', 'dismiss'] as const;
export type LinkedAct = (typeof LINKED_ACTS)[number];

/**
 * What would be done to which ticket, and by whom: by the one that the link's letter went to, or by whichever of them
 * says so on the page. Whoever has the link acts as one of these, so it goes to nobody else.
 */
export interface ActAsked {
  readonly ticket: TicketId;
  readonly agents: readonly AgentId[];
  readonly act: LinkedAct;
}

const LIVES: Readonly<Record<LinkedAct, number>> = { take: 7 * DAY, acknowledge: 14 * DAY, dismiss: 7 * DAY };

type Linking = Pick<Desk, 'circumstances' | 'secrets'>;

/** A link that shows what it would do, and does it when its button is pressed. Each call makes one of its own. */
export async function actLink(desk: Linking & Pick<Desk, 'site'>, { ticket, agents, act }: ActAsked): Promise<string> {
  const { now } = await desk.circumstances();
  const token = seal('act', [ticket, agents, act], now + LIVES[act], await desk.secrets.replySecrets());
  return `${desk.site()}${ACT}?token=${token}`;
}

/** Management reads one mailbox together: what is done by a link in it, is done in the name of the first of them. */
export const actsForManagement = (staff: Staff): Agent | undefined => staff.find(({ works }) => works === 'management');

/** What a token asks for, if it is one of ours and its time is not up. */
export async function actAsked(desk: Linking, token: string): Promise<ActAsked | 'forged' | 'run-out'> {
  const { now } = await desk.circumstances();
  const read = unseal('act', token, await desk.secrets.replySecrets(), now);
  return read.is === 'genuine' ? claimed.parse(read.claims) : read.is;
}

const ticket = z.string().transform((text, { issues }) => {
  const id = ticketIdOf(text);
  if (id) return id;
  issues.push({ code: 'custom', input: text, message: 'This is no ticket.' });
  return z.NEVER;
});

const claimed = z
  .tuple([ticket, z.array(z.string().transform(agentId)), z.enum(LINKED_ACTS)])
  .transform(([ticket, agents, act]): ActAsked => ({ ticket, agents, act }));
