import { createHash } from 'node:crypto';
import type { Instant } from '../promises/instant';
import type { Policy } from '../promises/policy';
import { heldTo } from '../ticket/circumstances';
import { type AgentId, commandId } from '../ticket/ids';
import { Refusal } from '../ticket/refusal';
import type { Staff } from '../ticket/staff';
import type { OpenedTicket } from '../ticket/ticket';
import { type ActAsked, actAsked } from './act-links';
import { actOf, type Standing, standingFor } from './act-standing';
import { handle } from './handle';
import { stateOf } from './history';
import type { Opened } from './links';
import type { Desk } from './ports';

/** What a link would do to a ticket, and how things stand with that. */
export interface LinkedTicket extends ActAsked {
  /** Who is asking, where that is known: the one whom the link names, or whoever has said so. */
  readonly agent?: AgentId;
  readonly on: OpenedTicket;
  readonly standing: Standing;
  readonly staff: Staff;
  readonly policy: Policy;
  readonly now: Instant;
}

/** Who presses the button, where the link was sent to several; and why a suspicion is dismissed. */
export interface Pressed {
  readonly agent?: string | undefined;
  readonly reason?: string | undefined;
}

/** What a link would do now. Looking changes nothing, however often a mail scanner does. */
export async function lookAtAct(
  desk: Pick<Desk, 'circumstances' | 'secrets' | 'tickets'>,
  token: string,
  { agent: said }: Pressed = {},
): Promise<Opened<LinkedTicket>> {
  const asked = await actAsked(desk, token);
  if (typeof asked === 'string') return { is: asked };
  const { ticket, agents, act } = asked;
  const history = await desk.tickets.history(ticket);
  const { ticket: on } = stateOf(ticket, history);
  if (on.state === 'unopened') return { is: 'gone' };
  const circumstances = await desk.circumstances();
  const agent = agents.length === 1 ? agents[0] : agents.find((id) => id === said);
  const standing = standingFor(agent ? [agent] : agents, act, on, {
    events: history.flatMap(({ events }) => events),
    usedAt: (by) => history.find(({ command }) => command === commandOf(token, by))?.at,
    circumstances,
  });
  const { now, staff, policies } = circumstances;
  return {
    is: 'opened',
    it: { ...asked, ...(agent && { agent }), on, standing, staff, policy: heldTo(on, policies), now },
  };
}

/** Does what a link says, once however often its button is pressed; then how things stand. */
export async function actByLink(desk: Desk, token: string, pressed: Pressed): Promise<Opened<LinkedTicket>> {
  const looked = await lookAtAct(desk, token, pressed);
  if (looked.is !== 'opened') return looked;
  const { ticket, act, agent, standing } = looked.it;
  if (agent === undefined || standing.is !== 'to-do') return looked;
  await handle(desk)(ticket, actOf({ act, agent }, pressed.reason), commandOf(token, agent)).catch(unlessRefused);
  return lookAtAct(desk, token, pressed);
}

// Something came between, and what that is is shown.
function unlessRefused(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
}

// Not the token, which would let whoever reads the table act.
const commandOf = (token: string, agent: AgentId) =>
  commandId(`act:${createHash('sha256').update(`${agent} ${token}`).digest('hex')}`);
