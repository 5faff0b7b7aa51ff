import type { Instant } from '../promises/instant';
import { type BrokenLimit, brokenLimit, type Downtime, quarterOf } from '../promises/maintenance';
import type { Policy } from '../promises/policy';
import { timesAQuarterInWords } from '../promises/rules-in-words';
import { sayInstant } from '../promises/say';
import { Refusal } from '../ticket/refusal';
import type { Agent } from '../ticket/staff';
import type { Desk, PlannedDowntime } from './ports';

export interface MaintenancePlan extends Downtime {
  /** What is done, in words that customers may read. */
  readonly what: string;
}

/** Plans downtime, unless it breaks a limit of P4: the refusal says which, and the nearest instant that would do. */
export const planMaintenance =
  (desk: Desk) =>
  async (plan: MaintenancePlan, agent: Agent): Promise<PlannedDowntime> => {
    const { now, policies } = await desk.circumstances();
    const policy = policies.inForce(plan.startsAt);
    if (plan.endsAt <= plan.startsAt) throw new Refusal('bad-request', 'Maintenance ends after it begins.');
    if (plan.startsAt <= now) throw new Refusal('in-the-past', 'Maintenance is planned ahead: “startsAt” has passed.');
    const quarter = quarterOf(plan.startsAt, policy);
    const planned = await desk.maintenance.from(quarter);
    const broken = brokenLimit(plan, planned, policy);
    if (broken) throw refusalOf(broken, policy);
    const place = planned.filter(({ startsAt }) => quarterOf(startsAt, policy) === quarter).length;
    const downtime = { ...plan, id: desk.newMark(), by: agent.id };
    // Somebody else has taken the quarter's place meanwhile: look again at what is planned by now.
    return (await desk.maintenance.plan(quarter, place, downtime)) ? downtime : planMaintenance(desk)(plan, agent);
  };

/** What is planned from the beginning of the quarter of an instant on, soonest first. */
export async function maintenanceFrom({ maintenance, circumstances }: Desk, t: Instant): Promise<PlannedDowntime[]> {
  const { policies } = await circumstances();
  const planned = await maintenance.from(quarterOf(t, policies.inForce(t)));
  return planned.toSorted((a, b) => a.startsAt - b.startsAt);
}

const LIMITS: Record<BrokenLimit['limit'], (policy: Policy) => string> = {
  'too-long': ({ maintenance }) => `Maintenance takes ${maintenance.atMost} at most (P4).`,
  'within-hours': ({ maintenance, calendars }) =>
    `Maintenance keeps outside ${calendars[maintenance.outside]?.name.en ?? maintenance.outside} (P4).`,
  'too-often': (policy) => `There is maintenance ${timesAQuarterInWords(policy, 'en')} (P4).`,
};

function refusalOf({ limit, nearest }: BrokenLimit, policy: Policy): Refusal {
  const instead =
    nearest === undefined ? '' : ` The nearest that would do begins ${sayInstant(nearest, policy, 'en')}.`;
  const details = { limit, ...(nearest !== undefined && { nearest: new Date(nearest).toISOString() }) };
  return new Refusal('breaks-maintenance-limit', `${LIMITS[limit](policy)}${instead}`, details);
}
