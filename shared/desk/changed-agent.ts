import { normaliseAddress } from '../mail/address';
import { agentId } from '../ticket/ids';
import { Refusal, type RefusalReason } from '../ticket/refusal';
import { type Agent, agentOf, leads, ofLevel, type Staff, seniors } from '../ticket/staff';
import { mutableBy, type Wants } from '../ticket/wants';

/** What is said of somebody, as far as it changes; null takes away what was said. */
export interface AgentChange {
  readonly phone?: string | null;
  readonly workingDays?: NonNullable<Agent['workingDays']> | null;
  readonly absences?: NonNullable<Agent['absences']>;
  readonly name?: string;
  readonly email?: string;
  readonly works?: Agent['works'];
  readonly senior?: boolean;
}

/**
 * The agent of that name with a change, or a new one. Who works here, where, and who is senior is said by management;
 * the rest by oneself, a senior or management.
 * @throws {Refusal}
 */
export function changedAgent(staff: Staff, id: string, change: AgentChange, by: Agent): Agent {
  refuseUnlessAllowed(change, id, by);
  const before = staff.find((agent) => agent.id === id);
  const { phone, workingDays, ...after } = { ...(before ?? newcomer(staff, id, change, by)), ...change };
  const agent = { ...after, ...(phone && { phone }), ...(workingDays && { workingDays }) };
  refuseIfLacking(staff, [...staff.filter((other) => other !== before), agent]);
  return agent;
}

/**
 * The agent with another choice of what to be told.
 * @throws {Refusal} where it is not one's own, or leaves out what the promise needs (P8, P12).
 */
export function agentWanting(staff: Staff, id: string, wants: Wants, by: Agent): Agent {
  const agent = agentOf(staff, id);
  if (agent.id !== by.id) throw new Refusal('not-allowed', 'What to be told of is chosen by everybody for themselves.');
  const mutable = mutableBy(agent);
  const needed = wants.muted.filter((topic) => !mutable.includes(topic));
  if (needed.length === 0) return { ...agent, wants };
  throw new Refusal(
    'bad-request',
    `The promise needs you to hear of: ${needed.join(', ')}. You may mute: ${mutable.join(', ')}.`,
  );
}

function refuseUnlessAllowed({ name, email, works, senior }: AgentChange, id: string, by: Agent): void {
  if (by.works === 'management') return;
  if ([name, email, works, senior].some((said) => said !== undefined))
    throw new Refusal('not-allowed', 'Who works here, at which level, and who is senior is said by management.');
  if (by.id !== id && !leads(by))
    throw new Refusal('not-allowed', 'This is said by oneself, and for others by seniors and management.');
}

const NAME = /^[a-z][a-z0-9-]{0,39}$/;

function newcomer(staff: Staff, id: string, { name, email, works }: AgentChange, by: Agent): Agent {
  if (by.works !== 'management') return agentOf(staff, id);
  if (!NAME.test(id))
    throw new Refusal('bad-request', `“${id}” can't be a name here. Use small letters, digits and dashes: “kari-n”.`);
  if (name === undefined || email === undefined || works === undefined)
    throw new Refusal('bad-request', `There is no “${id}” yet. To add somebody, say “name”, “email” and “works”.`);
  return { id: agentId(id), name, email, works, senior: false };
}

interface Need {
  readonly isMet: (staff: Staff) => boolean;
  readonly reason: RefusalReason;
  readonly says: string;
}

/** What a desk can't be without: whoever is the last to be so stays so until there is another. */
const NEEDS: readonly Need[] = [
  {
    isMet: (staff) => new Set(staff.map(({ email }) => normaliseAddress(email))).size === staff.length,
    reason: 'bad-request',
    says: 'Somebody else has that address, by which people sign in. Use another.',
  },
  {
    isMet: (staff) => ofLevel(staff, 2).length > 0,
    reason: 'bad-request',
    says: 'Every ticket begins at level 2, and nobody would be there. Give it somebody else first.',
  },
  {
    isMet: (staff) => seniors(staff).length > 0,
    reason: 'senior-needed',
    says: 'Severe and critical errors are for seniors (P8), and there would be none. Make somebody else senior first.',
  },
  {
    isMet: (staff) => staff.some(({ works }) => works === 'management'),
    reason: 'bad-request',
    says: 'Nobody would be left in management to say who works here. Add somebody else to it first.',
  },
];

// A desk that is only being set up lacks much, and may be given it in any order.
function refuseIfLacking(before: Staff, after: Staff): void {
  const lacking = NEEDS.find(({ isMet }) => isMet(before) && !isMet(after));
  if (lacking) throw new Refusal(lacking.reason, lacking.says);
}
