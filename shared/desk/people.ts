import { isOwnAddress } from '../mail/address';
import { zoneOf } from '../promises/zone';
import { type AgentId, agentId } from '../ticket/ids';
import { type NewShifts, withNewShifts } from '../ticket/new-shifts';
import { Refusal } from '../ticket/refusal';
import type { Roster, Workforce } from '../ticket/roster';
import { type Agent, leads } from '../ticket/staff';
import type { Wants } from '../ticket/wants';
import { type AgentChange, agentWanting, changedAgent } from './changed-agent';
import type { Desk } from './ports';

/**
 * The people at work and their roster. A change is made to what is kept now, whatever is remembered; one that throws
 * changes nothing, and one that loses a race is made again.
 */
export interface People {
  /** As they are now. */
  kept(): Promise<Workforce>;
  keepAgent(id: AgentId, change: (there: Workforce) => Agent): Promise<Agent>;
  keepRoster(change: (there: Workforce) => Roster): Promise<Roster>;
}

type PeopleDesk = Pick<Desk, 'circumstances' | 'addresses' | 'people' | 'log'>;

/** Says anew of somebody what has changed; management adds people so. */
export const changeAgent =
  ({ people, addresses, log }: PeopleDesk) =>
  async (name: string, change: AgentChange, by: Agent): Promise<Agent> => {
    if (change.email !== undefined && isOwnAddress(change.email, addresses.support))
      throw new Refusal('bad-request', 'That is the desk’s own address: alerts to it would come back as inquiries.');
    const agent = await people.keepAgent(agentId(name), ({ staff }) => changedAgent(staff, name, change, by));
    log.info('an agent was changed', { agent: name, changed: Object.keys(change), by: by.id });
    return agent;
  };

/** Chooses what oneself is told of. */
export const chooseNotifications =
  ({ people }: PeopleDesk) =>
  (name: string, wants: Wants, by: Agent): Promise<Agent> =>
    people.keepAgent(agentId(name), ({ staff }) => agentWanting(staff, name, wants, by));

/** Replaces the shifts from a date on; seniors and management do so. */
export const changeRoster =
  ({ people, log, circumstances }: PeopleDesk) =>
  async (shifts: NewShifts, by: Agent): Promise<Roster> => {
    if (!leads(by)) throw new Refusal('not-allowed', 'Seniors and management change the roster. Ask one of them.');
    const { now, policies } = await circumstances();
    const today = zoneOf(policies.inForce(now).timeZone).dateOf(now);
    const roster = await people.keepRoster((there) => withNewShifts(there, shifts, today));
    log.info('the roster was changed', { from: shifts.from, by: by.id });
    return roster;
  };
