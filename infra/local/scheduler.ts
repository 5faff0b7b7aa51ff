import type { Clock } from './clock';
import type { Faults } from './faults';
import { conflict, json, noGroup, noSchedule, refuse, summaryOf } from './scheduler-answers';
import { type Counter, change } from './scheduler-change';
import { definition, name } from './scheduler-definition';
import { groupArn, scheduleArn } from './scheduler-firing';
import { changedSchedule, newSchedule, type Schedules } from './scheduler-schedules';
import { jsonIn, type Operation, serve } from './stand-in';
import type { HttpAnswer, HttpRequest } from './stand-in-server';

interface SchedulerApi {
  schedules: Schedules;
  clock: Clock;
  faults: Faults;
  port?: number;
}

/** The API of EventBridge Scheduler. What it is told is in `schedules`, and fires when they are told to. */
export function startScheduler({ schedules, clock, faults, port }: SchedulerApi) {
  return serve<Counter>({
    port,
    operationOf,
    operations: OPERATIONS,
    state: { schedules, clock, answered: new Map() },
    refuse,
    fault: (operation) => faults.take('scheduler', operation),
  });
}

const OPERATIONS: Record<string, Operation<Counter>> = {
  CreateSchedule: change(createSchedule),
  UpdateSchedule: change(updateSchedule),
  DeleteSchedule: change(deleteSchedule),
  ListSchedules: listSchedules,
  CreateScheduleGroup: change(createScheduleGroup),
};

const ROUTES: Record<string, string> = {
  'POST schedules': 'CreateSchedule',
  'PUT schedules': 'UpdateSchedule',
  'DELETE schedules': 'DeleteSchedule',
  'GET schedules': 'ListSchedules',
  'POST schedule-groups': 'CreateScheduleGroup',
};

function operationOf({ method, path }: HttpRequest): string {
  const [, kind = '', named] = path.split('/');
  const route = method === 'GET' && named ? `GET one of ${kind}` : `${method} ${kind}`;
  return ROUTES[route] ?? route;
}

async function createSchedule({ schedules, clock }: Counter, request: HttpRequest): Promise<HttpAnswer> {
  const scheduleName = nameIn(request);
  const defined = definition.parse(jsonIn(request.body));
  if (schedules.groupMadeAt(defined.GroupName) === undefined) return refuse(noGroup(defined.GroupName));
  if (schedules.get(defined.GroupName, scheduleName)) return refuse(conflict(scheduleName));
  await schedules.put(newSchedule(scheduleName, defined, clock.now()));
  return json(200, { ScheduleArn: scheduleArn(defined.GroupName, scheduleName) });
}

async function updateSchedule({ schedules, clock }: Counter, request: HttpRequest): Promise<HttpAnswer> {
  const scheduleName = nameIn(request);
  const defined = definition.parse(jsonIn(request.body));
  const before = schedules.get(defined.GroupName, scheduleName);
  if (!before) return refuse(noSchedule(scheduleName));
  await schedules.put(changedSchedule(before, defined, clock.now()));
  return json(200, { ScheduleArn: scheduleArn(defined.GroupName, scheduleName) });
}

async function deleteSchedule({ schedules }: Counter, request: HttpRequest): Promise<HttpAnswer> {
  const schedule = schedules.get(groupIn(request), nameIn(request));
  if (!schedule) return refuse(noSchedule(nameIn(request)));
  await schedules.remove(schedule);
  return json(200, {});
}

async function listSchedules({ schedules }: Counter, { query }: HttpRequest): Promise<HttpAnswer> {
  const group = query.get('ScheduleGroup');
  const prefix = query.get('NamePrefix') ?? '';
  const from = Number(query.get('NextToken') ?? 0);
  const to = from + Number(query.get('MaxResults') ?? PAGE);
  const found = schedules
    .all()
    .filter((schedule) => (group ?? schedule.definition.GroupName) === schedule.definition.GroupName)
    .filter((schedule) => schedule.name.startsWith(prefix));
  const NextToken = to < found.length ? `${to}` : undefined;
  return json(200, { Schedules: found.slice(from, to).map(summaryOf), NextToken });
}

async function createScheduleGroup({ schedules }: Counter, request: HttpRequest): Promise<HttpAnswer> {
  const group = nameIn(request);
  if (schedules.groupMadeAt(group) !== undefined) return refuse(conflict(group));
  await schedules.addGroup(group);
  return json(200, { ScheduleGroupArn: groupArn(group) });
}

const nameIn = ({ path }: HttpRequest) => name.parse(decodeURIComponent(path.split('/')[2] ?? ''));
const groupIn = ({ query }: HttpRequest) => query.get('groupName') ?? 'default';

const PAGE = 100;
