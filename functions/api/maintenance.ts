import { maintenanceFrom, planMaintenance } from '../../shared/desk/plan-maintenance';
import type { PlannedDowntime } from '../../shared/desk/ports';
import type { Instant } from '../../shared/promises/instant';
import { jsonOf } from '../edge/request';
import { json, type Response } from '../edge/response';
import { maintenance } from './bodies';
import { isoIn } from './iso';
import type { Call, Route } from './route';

/** Downtime that is planned (P4): customers find it in the calendar to which they subscribe. */
export const MAINTENANCE_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/api/maintenance', does: 'List what is planned from this quarter on.', answer: list },
  {
    method: 'POST',
    path: '/api/maintenance',
    does: 'Plan maintenance with downtime, within the limits of the promise.',
    body: maintenance,
    answer: plan,
  },
];

async function list({ desk }: Call): Promise<Response> {
  const { now, policies } = await desk.circumstances();
  const planned = await maintenanceFrom(desk, now);
  return json(200, { maintenance: planned.map((downtime) => downtimeJson(downtime, isoIn(policies.inForce(now)))) });
}

async function plan({ desk, agent, request }: Call): Promise<Response> {
  const planned = await planMaintenance(desk)(maintenance.parse(jsonOf(request)), agent);
  const { now, policies } = await desk.circumstances();
  return json(201, downtimeJson(planned, isoIn(policies.inForce(now))));
}

const downtimeJson = ({ startsAt, endsAt, ...downtime }: PlannedDowntime, iso: (at: Instant) => string) => ({
  ...downtime,
  startsAt: iso(startsAt),
  endsAt: iso(endsAt),
});
