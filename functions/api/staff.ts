import { changeAgent, changeRoster, chooseNotifications } from '../../shared/desk/people';
import type { Instant, LocalDate } from '../../shared/promises/instant';
import { zoneOf } from '../../shared/promises/zone';
import {
  type Crew,
  callChain,
  isAvailable,
  onCall,
  onDuty,
  type Roster,
  seniorOnDuty,
} from '../../shared/ticket/roster';
import type { Agent, Staff } from '../../shared/ticket/staff';
import { mutableBy } from '../../shared/ticket/wants';
import { jsonOf } from '../edge/request';
import { json, type Response } from '../edge/response';
import type { Call, Route } from './route';
import { agentChange, newShifts, notifications } from './staff-bodies';

/** The people at work: who they are, when they work, who is on duty, and what they are told of. */
export const STAFF_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/api/staff', does: 'List who works here, and who is on duty and on call now.', answer: list },
  {
    method: 'POST',
    path: '/api/staff/{name}',
    does: 'Change somebody’s phone, working days and absences; management also adds people, and says who is senior.',
    body: agentChange,
    answer: change,
  },
  {
    method: 'POST',
    path: '/api/staff/{name}/notifications',
    does: 'Choose what you are told of, which is never less than what the promise needs.',
    body: notifications,
    answer: choose,
  },
  { method: 'GET', path: '/api/roster', does: 'Read the shifts from today on; of two the later counts.', answer: read },
  {
    method: 'POST',
    path: '/api/roster',
    does: 'Replace the shifts from a date on.',
    body: newShifts,
    answer: replace,
  },
];

async function list({ desk, agent: caller }: Call): Promise<Response> {
  const { at, today, crew } = await watch(desk);
  return json(200, {
    date: today,
    onDuty: onDuty(at, crew)?.id ?? null,
    seniorOnDuty: seniorOnDuty(at, crew)?.id ?? null,
    onCall: idsOf(onCall(at, crew)),
    callChain: idsOf(callChain(at, crew)),
    staff: crew.staff.map((agent) => ({ ...agentJson(agent), available: isAvailable(agent, today, crew.policy) })),
    notifications: notificationsJson(crew.staff.find(({ id }) => id === caller.id) ?? caller),
  });
}

async function change({ desk, agent, request, parameters }: Call): Promise<Response> {
  const change = agentChange.parse(jsonOf(request));
  return json(200, agentJson(await changeAgent(desk)(parameters['name'] ?? '', change, agent)));
}

async function choose({ desk, agent, request, parameters }: Call): Promise<Response> {
  const wants = notifications.parse(jsonOf(request));
  return json(200, notificationsJson(await chooseNotifications(desk)(parameters['name'] ?? '', wants, agent)));
}

async function read({ desk }: Call): Promise<Response> {
  const { today, crew } = await watch(desk);
  return json(200, rosterJson(crew.roster, today));
}

async function replace({ desk, agent, request }: Call): Promise<Response> {
  const roster = await changeRoster(desk)(newShifts.parse(jsonOf(request)), agent);
  return json(200, rosterJson(roster, (await watch(desk)).today));
}

/** Now, and who is at work, as it is kept: what was changed a moment ago elsewhere counts. */
async function watch({ circumstances, people }: Call['desk']): Promise<{ at: Instant; today: LocalDate; crew: Crew }> {
  const [{ now: at, policies }, workforce] = await Promise.all([circumstances(), people.kept()]);
  const policy = policies.inForce(at);
  return { at, today: zoneOf(policy.timeZone).dateOf(at), crew: { ...workforce, policy } };
}

const idsOf = (staff: Staff) => staff.map(({ id }) => id);

const agentJson = ({ wants: _, ...agent }: Agent) => ({
  ...agent,
  phone: agent.phone ?? null,
  workingDays: agent.workingDays ?? null,
  absences: agent.absences ?? [],
});

const notificationsJson = (agent: Agent) => ({
  muted: agent.wants?.muted ?? [],
  mayMute: mutableBy(agent),
});

const rosterJson = ({ shifts }: Roster, today: LocalDate) => ({ shifts: shifts.filter(({ to }) => to >= today) });
