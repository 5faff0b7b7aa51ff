import type { Level } from './events';
import { type AgentId, agentId } from './ids';
import { Refusal } from './refusal';

/** A member of staff: of a level of support, or of management (which works on no ticket). */
export interface Agent {
  readonly id: AgentId;
  readonly name: string;
  readonly email: string;
  readonly works: Level | 'management';
  readonly senior: boolean;
}

export type Staff = readonly Agent[];

/** The agent of that name, or a refusal that says who there is. */
export function agentOf(staff: Staff, name: string): Agent {
  const agent = staff.find(({ id }) => id === agentId(name));
  if (agent) return agent;
  throw new Refusal('no-such-agent', `There is no agent “${name}”. Choose one of: ${names(staff)}.`);
}

export const seniors = (staff: Staff): Staff => staff.filter((agent) => agent.senior && agent.works !== 'management');
export const ofLevel = (staff: Staff, level: Level): Staff => staff.filter(({ works }) => works === level);
export const names = (staff: Staff): string => staff.map(({ id }) => id).join(', ');
