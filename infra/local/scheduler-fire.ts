import type { Instant } from '../../shared/promises/instant';
import { type Clock, iso } from './clock';
import { isRate } from './schedule-expression';
import { type Firing, firingOf } from './scheduler-firing';
import { firedSchedule, openSchedules, type Schedule, type Schedules } from './scheduler-schedules';
import { fromJson, inTurn, type Store, toJson, type Write } from './store';

/** Invokes a target; settles when the invocation was accepted. `onLanded` is to be called when it has ended, well or badly. */
export type Invoke = (firing: Firing, onLanded: () => Promise<void>) => Promise<void>;

/** EventBridge Scheduler without its API: it fires nothing by itself, but when it is told to. */
export interface Scheduler {
  schedules: Schedules;
  list(): ListedSchedule[];
  /** When `at(…)` or `cron(…)` fires next. */
  nextInstant(): Instant | undefined;
  /**
   * Fires, each at its own instant and in order, the `at(…)` and `cron(…)` that are due, and before them what an
   * earlier process left undelivered. One that is not accepted keeps no other back; it is tried again by the
   * next call, and this one rejects with an AggregateError in the end.
   */
  fire(until: Instant, invoke: Invoke): Promise<void>;
  /** The same for rates as well, each at most once. */
  fireAll(until: Instant, invoke: Invoke): Promise<void>;
  /** Works while nothing fires. */
  quietly<T>(work: () => Promise<T>): Promise<T>;
  /** What all the rates ask for, as if each fired now. */
  rates(): Firing[];
}

export interface ListedSchedule {
  name: string;
  group: string;
  expression: string;
  timeZone: string;
  /** As JSON. */
  input: string;
  targetArn: string;
}

export async function openScheduler(store: Store, clock: Clock): Promise<Scheduler> {
  const schedules = await openSchedules(store, clock);
  const kept = await store.entries({ prefix: FIRINGS });
  const works: Works = { store, clock, schedules, left: kept.map(([, firing]) => fromJson<Firing>(firing)) };
  const turn = inTurn();
  return {
    schedules,
    list: () => schedules.all().map(listed),
    nextInstant: () => earliest(schedules, isTimed)?.nextAt,
    fire: (until, invoke) => turn(() => fireThose(isTimed, until, invoke, works)),
    fireAll: (until, invoke) => turn(() => fireThose(isAny, until, invoke, works)),
    quietly: turn,
    rates: () =>
      schedules
        .all()
        .filter(isDueRate)
        .map((schedule) => firingOf(schedule, clock.now())),
  };
}

interface Works {
  store: Store;
  clock: Clock;
  schedules: Schedules;
  /** What an earlier process left undelivered, and what was not accepted. */
  left: Firing[];
}

type Meant = (schedule: Schedule) => boolean;

async function fireThose(isMeant: Meant, until: Instant, invoke: Invoke, works: Works): Promise<void> {
  const failures: unknown[] = [];
  const tryTo = (firing: Firing) =>
    deliver(firing, invoke, works.store).catch((failure) => {
      failures.push(failure);
      works.left.push(firing);
    });
  for (const firing of works.left.splice(0)) await tryTo(firing);
  for (;;) {
    const firing = await works.schedules.turn(() => takeEarliest(isMeant, until, works));
    if (!firing) break;
    await tryTo(firing);
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} firings were not accepted.`);
}

// The schedule moves on, or is deleted, in the same write that keeps its firing until the invocation has landed:
// after a kill in between the target is invoked once too often rather than never.
async function takeEarliest(isMeant: Meant, until: Instant, works: Works): Promise<Firing | undefined> {
  const schedule = earliest(works.schedules, isMeant);
  if (schedule?.nextAt === undefined || schedule.nextAt > until) return undefined;
  const firing = firingOf(schedule, schedule.nextAt);
  const keep: Write = { type: 'put', key: keyOf(firing), value: toJson(firing) };
  const after = firedSchedule(schedule, schedule.nextAt, works.clock.now());
  await (after ? works.schedules.put(after, keep) : works.schedules.remove(schedule, keep));
  return firing;
}

async function deliver(firing: Firing, invoke: Invoke, store: Store): Promise<void> {
  await invoke(firing, () => store.del(keyOf(firing)));
}

function earliest(schedules: Schedules, isMeant: Meant): Schedule | undefined {
  let first: Schedule | undefined;
  for (const schedule of schedules.each()) {
    if (schedule.nextAt === undefined || !isEnabled(schedule) || !isMeant(schedule)) continue;
    if (first?.nextAt === undefined || schedule.nextAt < first.nextAt) first = schedule;
  }
  return first;
}

const isEnabled = ({ definition }: Schedule) => definition.State === 'ENABLED';
const isTimed = ({ definition }: Schedule) => !isRate(definition.ScheduleExpression);
const isAny = () => true;
const isDueRate = (schedule: Schedule) => isEnabled(schedule) && !isTimed(schedule);

const listed = ({ name, definition }: Schedule): ListedSchedule => ({
  name,
  group: definition.GroupName,
  expression: definition.ScheduleExpression,
  timeZone: definition.ScheduleExpressionTimezone,
  input: definition.Target.Input,
  targetArn: definition.Target.Arn,
});

const FIRINGS = 'firing/';
const keyOf = ({ at, group, name }: Firing) => `${FIRINGS}${iso(at)}/${group}/${name}`;
