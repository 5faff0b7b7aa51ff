import type { Instant } from '../promises/instant';
import { zoneOf } from '../promises/zone';
import type { Audience } from './letter';
import type { OpenedTicket } from './opened-ticket';
import { type Crew, onDuty } from './roster';
import { isAbsent, ofLevel, type Staff, seniors } from './staff';

/** Whom staff letters are for; management has a mailbox of its own. */
export type StaffAudience = Exclude<Audience, 'management'>;

/** What says who is on duty: the roster and the promise, at an instant. */
export interface Watch extends Pick<Crew, 'roster' | 'policy'> {
  readonly at: Instant;
}

/**
 * Who a letter to staff is for, as things are when it is sent. Whoever is away is not told of what cannot wait for them;
 * where all of them are, they are told all the same.
 */
export function agentsIn(audience: StaffAudience, ticket: OpenedTicket, staff: Staff, watch: Watch): Staff {
  const date = zoneOf(watch.policy.timeZone).dateOf(watch.at);
  const atWork = staff.filter((agent) => !isAbsent(agent, date));
  const found = meantBy(audience, ticket, atWork, watch);
  return found.length > 0 ? found : meantBy(audience, ticket, staff, watch);
}

function meantBy(audience: StaffAudience, { level }: OpenedTicket, staff: Staff, watch: Watch): Staff {
  if (audience === 'seniors') return seniors(staff);
  if (audience === 'on-duty') return orOfLevel(onDuty(watch.at, { ...watch, staff }), level, staff);
  if ('level' in audience) return ofLevel(staff, audience.level);
  // Who has left, or is away, gets no mail; those of the ticket's level do.
  return orOfLevel(
    staff.find(({ id }) => id === audience.agent),
    level,
    staff,
  );
}

const orOfLevel = (agent: Staff[number] | undefined, level: OpenedTicket['level'], staff: Staff): Staff =>
  agent ? [agent] : ofLevel(staff, level);
