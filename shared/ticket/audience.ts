import type { Audience } from './effects';
import { ofLevel, type Staff, seniors } from './staff';
import type { OpenedTicket } from './ticket';

/** Who a letter to staff is for, as things are when it is sent; management has a mailbox of its own. */
export function agentsIn(audience: Exclude<Audience, 'management'>, { level }: OpenedTicket, staff: Staff): Staff {
  if (audience === 'seniors') return seniors(staff);
  if ('level' in audience) return ofLevel(staff, audience.level);
  const agent = staff.filter(({ id }) => id === audience.agent);
  // Who has left gets no mail; those of the ticket's level do.
  return agent.length > 0 ? agent : ofLevel(staff, level);
}
