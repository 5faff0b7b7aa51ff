import { defaultPolicy, type Policy } from '../../../shared/promises/policy';
import type { AgentId } from '../../../shared/ticket/ids';
import type { Crew, Roster } from '../../../shared/ticket/roster';
import type { Agent } from '../../../shared/ticket/staff';
import { ROSTER, STAFF } from '../../support/ticket-story';

/** The staff and the roster of the stories, with what a test says of some of them. */
export function crew(
  changes: Record<string, Partial<Agent>> = {},
  roster: Roster = ROSTER,
  policy: Policy = defaultPolicy,
): Crew {
  const staff = STAFF.map((agent) => ({ ...agent, ...changes[agent.id] }));
  return { staff, roster, policy };
}

export const away = (from: string, to = from): Partial<Agent> => ({ absences: [{ from, to }] });

export const ids = (agents: readonly { readonly id: AgentId }[]): AgentId[] => agents.map(({ id }) => id);
