import type { Instant } from '../../shared/promises/instant';
import type { Clock } from './clock';
import { isRate, nextFiring } from './schedule-expression';
import type { Definition } from './scheduler-definition';
import { fromJson, inTurn, type Store, toJson, type Write } from './store';

export interface Schedule {
  name: string;
  definition: Definition;
  createdAt: Instant;
  modifiedAt: Instant;
  /** None once it is over. */
  nextAt?: Instant | undefined;
}

/** The schedules and their groups: at hand in memory, and in the store for the next process. */
export type Schedules = Awaited<ReturnType<typeof openSchedules>>;

export async function openSchedules(store: Store, clock: Clock) {
  const groups = new Map([['default', clock.now()]]);
  for (const [key, kept] of await store.entries({ prefix: GROUPS })) {
    groups.set(key.slice(GROUPS.length), fromJson<Instant>(kept));
  }
  const schedules = new Map<string, Schedule>();
  for (const [key, kept] of await store.entries({ prefix: SCHEDULES })) {
    schedules.set(key, missedUntil(clock.now(), fromJson<Schedule>(kept)));
  }

  async function put(schedule: Schedule, ...along: Write[]): Promise<void> {
    const key = keyOf(schedule.definition.GroupName, schedule.name);
    await store.batch([{ type: 'put', key, value: toJson(schedule) }, ...along]);
    schedules.set(key, schedule);
  }

  async function remove({ definition, name }: Schedule, ...along: Write[]): Promise<void> {
    const key = keyOf(definition.GroupName, name);
    await store.batch([{ type: 'del', key }, ...along]);
    schedules.delete(key);
  }

  async function addGroup(name: string): Promise<void> {
    await store.put(GROUPS + name, toJson(clock.now()));
    groups.set(name, clock.now());
  }

  return {
    put,
    remove,
    addGroup,
    /** Whoever reads and then writes does so in turn. */
    turn: inTurn(),
    get: (group: string, name: string) => schedules.get(keyOf(group, name)),
    /** By group and name. */
    all: () => [...schedules].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, schedule]) => schedule),
    each: () => schedules.values(),
    groupMadeAt: (name: string) => groups.get(name),
  };
}

/** A schedule as it is made. Throws a RangeError on an expression that is none. */
export function newSchedule(name: string, definition: Definition, now: Instant): Schedule {
  return { name, definition, createdAt: now, modifiedAt: now, nextAt: firstFiring(definition, now, now) };
}

/** A schedule whose expression stays goes on as it was. */
export function changedSchedule(before: Schedule, definition: Definition, now: Instant): Schedule {
  const goesOn = sameTimes(before.definition, definition);
  const nextAt = goesOn ? before.nextAt : firstFiring(definition, now, before.createdAt);
  return { ...before, definition, modifiedAt: now, nextAt };
}

/** What a schedule becomes by firing; undefined if it is deleted. A rate that fell behind does not catch up. */
export function firedSchedule(schedule: Schedule, at: Instant, now: Instant): Schedule | undefined {
  const { definition, createdAt } = schedule;
  const after = isRate(definition.ScheduleExpression) ? Math.max(at, now) : at;
  const nextAt = nextFiring(definition.ScheduleExpression, definition.ScheduleExpressionTimezone, after, createdAt);
  if (nextAt === undefined && definition.ActionAfterCompletion === 'DELETE') return undefined;
  return { ...schedule, nextAt };
}

// AWS does not say what becomes of an instant in the past. Here it is now, so that no alarm is ever lost.
function firstFiring({ ScheduleExpression, ScheduleExpressionTimezone }: Definition, now: Instant, anchor: Instant) {
  const next = nextFiring(ScheduleExpression, ScheduleExpressionTimezone, now, anchor);
  return next ?? (ScheduleExpression.startsWith('at(') ? now : undefined);
}

const missedUntil = (now: Instant, schedule: Schedule): Schedule => ({
  ...schedule,
  nextAt: schedule.nextAt && Math.max(schedule.nextAt, now),
});

const sameTimes = (a: Definition, b: Definition) =>
  a.ScheduleExpression === b.ScheduleExpression && a.ScheduleExpressionTimezone === b.ScheduleExpressionTimezone;

const SCHEDULES = 'schedule/';
const GROUPS = 'schedule-group/';
const keyOf = (group: string, name: string) => `${SCHEDULES}${group}/${name}`;
