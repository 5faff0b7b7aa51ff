import type { Instant } from '../promises/instant';
import type { Audience } from './letter';
import type { OpenedTicket } from './opened-ticket';
import { type Crew, onDuty } from './roster';
import { ofLevel, type Staff, seniors } from './staff';

/** Whom staff letters are for; management has a mailbox of its own. */
export type StaffAudience = Exclude<Audience, 'management'>;

/** What says who is on duty: the roster and the promise, at an instant. */
export interface Watch extends Pick<Crew, 'roster' | 'policy'> {
  readonly at: Instant;
}

/** Who a letter to staff is for, as things are when it is sent. */
export function agentsIn(audience: StaffAudience, { level }: OpenedTicket, staff: Staff, watch: Watch): Staff {
  if (audience === 'seniors') return seniors(staff);
  if (audience === 'on-duty') return orOfLevel(onDuty(watch.at, { ...watch, staff }), level, staff);
  if ('level' in audience) return ofLevel(staff, audience.level);
  // Who has left gets no mail; those of the ticket's level do.
  return orOfLevel(
    staff.find(({ id }) => id === audience.agent),
    level,
    staff,
  );
}

const orOfLevel = (agent: Staff[number] | undefined, level: OpenedTicket['level'], staff: Staff): Staff =>
  agent ? [agent] : ofLevel(staff, level);
