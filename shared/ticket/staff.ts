import type { Weekday } from '../promises/days';
import type { LocalDate } from '../promises/instant';
import type { Level } from './events';
import { type AgentId, agentId } from './ids';
import { Refusal } from './refusal';
import type { Wants } from './wants';

/** A member of staff: of a level of support, or of management (which works on no ticket). */
export interface Agent {
  readonly id: AgentId;
  readonly name: string;
  readonly email: string;
  readonly works: Level | 'management';
  readonly senior: boolean;
  /** As E.164 writes it, `+4790000001`. */
  readonly phone?: string;
  /** Nothing said: every working day of the promise. */
  readonly workingDays?: readonly Weekday[];
  readonly absences?: readonly Absence[];
  readonly wants?: Wants;
}

/** Away from the first date to the last, both included. */
export interface Absence {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export type Staff = readonly Agent[];

/** The agent of that name, or a refusal that says who there is. */
export function agentOf(staff: Staff, name: string): Agent {
  const agent = staff.find(({ id }) => id === agentId(name));
  if (agent) return agent;
  throw new Refusal('no-such-agent', `There is no agent “${name}”. Choose one of: ${names(staff)}.`);
}

/** Whether the agent may be given what is for seniors alone (P8). Management works on no ticket. */
export const isSenior = ({ senior, works }: Agent): boolean => senior && works !== 'management';

/** Whether the agent may say for others when they work and who is on duty. */
export const leads = ({ senior, works }: Agent): boolean => senior || works === 'management';

export const isAbsent = ({ absences = [] }: Agent, date: LocalDate): boolean =>
  absences.some(({ from, to }) => from <= date && date <= to);

export const seniors = (staff: Staff): Staff => staff.filter(isSenior);
export const ofLevel = (staff: Staff, level: Level): Staff => staff.filter(({ works }) => works === level);
export const names = (staff: Staff): string => staff.map(({ id }) => id).join(', ');
