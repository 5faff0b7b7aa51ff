import { type Clock, localClock } from '../../../infra/local/clock';
import { definition } from '../../../infra/local/scheduler-definition';
import { type Invoke, openScheduler, type Scheduler } from '../../../infra/local/scheduler-fire';
import type { Firing } from '../../../infra/local/scheduler-firing';
import { runInRealTime } from '../../../infra/local/scheduler-real-time';
import { changedSchedule, newSchedule } from '../../../infra/local/scheduler-schedules';
import { openKeyValueStore, type Store } from '../../../infra/local/store';
import { newFolder } from '../../support/folder';
import { FRIDAY } from './stand-ins';

const at = (text: string) => Date.parse(text);
const defined = (ScheduleExpression: string, more: object = {}) =>
  definition.parse({
    ScheduleExpression,
    ScheduleExpressionTimezone: 'Europe/Oslo',
    FlexibleTimeWindow: { Mode: 'OFF' },
    ActionAfterCompletion: 'DELETE',
    Target: { Arn: 'wake-ticket', RoleArn: 'role', Input: '{}' },
    ...more,
  });

const fired: string[] = [];
const note: Invoke = async ({ name, at: instant }, onLanded) => {
  fired.push(`${name} ${new Date(instant).toISOString().slice(0, 16)}`);
  await onLanded();
};

let clock: Clock;
let store: Store;
let scheduler: Scheduler;

beforeEach(async () => {
  fired.length = 0;
  clock = localClock(FRIDAY);
  store = await openKeyValueStore(':memory:');
  scheduler = await openScheduler(store, clock);
});

const given = (name: string, expression: string, more: object = {}) =>
  scheduler.schedules.put(newSchedule(name, defined(expression, more), clock.now()));

const names = () => scheduler.list().map(({ name }) => name);

describe('what is due', () => {
  it('is fired at its own instant, in order, and nothing later', async () => {
    await given('late', 'at(2026-12-01T09:00:00)');
    await given('second', 'at(2026-11-30T10:00:00)');
    await given('first', 'at(2026-11-27T16:00:00)');
    await given('weekly', 'cron(0 7 ? * MON *)');
    expect(scheduler.nextInstant()).toBe(at('2026-11-27T15:00Z'));
    await scheduler.fire(at('2026-11-30T12:00Z'), note);
    expect(fired).toEqual(['first 2026-11-27T15:00', 'weekly 2026-11-30T06:00', 'second 2026-11-30T09:00']);
    expect(names()).toEqual(['late', 'weekly']);
  });

  it('is fired at each of its instants', async () => {
    await given('daily', 'cron(0 7 * * ? *)');
    await scheduler.fire(at('2026-11-30T12:00Z'), note);
    expect(fired).toEqual(['daily 2026-11-28T06:00', 'daily 2026-11-29T06:00', 'daily 2026-11-30T06:00']);
  });

  it('is now, where its instant is past', async () => {
    await given('past', 'at(2020-01-01T00:00:00)');
    await scheduler.fire(clock.now(), note);
    expect(fired).toEqual(['past 2026-11-27T14:30']);
  });

  it('is over after it, kept only where that was asked', async () => {
    await given('kept', 'at(2026-11-30T09:00:00)', { ActionAfterCompletion: 'NONE' });
    await given('gone', 'at(2026-11-30T09:00:00)');
    await scheduler.fire(at('2026-11-30T12:00Z'), note);
    await scheduler.fire(at('2026-12-30T12:00Z'), note);
    expect(fired).toHaveLength(2);
    expect(names()).toEqual(['kept']);
    expect(scheduler.nextInstant()).toBeUndefined();
  });

  it('is nothing that is disabled', async () => {
    await given('off', 'at(2026-11-30T09:00:00)', { State: 'DISABLED' });
    await scheduler.fire(at('2026-12-30T12:00Z'), note);
    expect(fired).toEqual([]);
  });

  it('may be made while another fires', async () => {
    await given('first', 'at(2026-11-30T09:00:00)');
    await scheduler.fire(at('2026-11-30T12:00Z'), async (firing, onLanded) => {
      await note(firing, onLanded);
      if (firing.name === 'first') await given('second', 'at(2026-11-30T10:00:00)');
    });
    expect(fired).toEqual(['first 2026-11-30T08:00', 'second 2026-11-30T09:00']);
  });

  it('moves with an update that changes the expression', async () => {
    const alarm = newSchedule('alarm', defined('at(2026-11-30T09:00:00)'), clock.now());
    const moved = changedSchedule(alarm, defined('at(2026-12-01T09:00:00)'), clock.now());
    expect(moved.nextAt).toBe(at('2026-12-01T08:00Z'));
  });

  it('stays as it was with an update that does not', async () => {
    const over = { ...newSchedule('alarm', defined('at(2026-11-30T09:00:00)'), clock.now()), nextAt: undefined };
    const changed = changedSchedule(over, { ...over.definition, Description: 'other' }, clock.now());
    expect(changed.nextAt).toBeUndefined();
  });
});

describe('rates', () => {
  it('are not fired with the rest, but told, as if each fired now', async () => {
    await given('sweep', 'rate(5 minutes)');
    await scheduler.fire(at('2026-12-30T12:00Z'), note);
    expect(fired).toEqual([]);
    expect(scheduler.nextInstant()).toBeUndefined();
    expect(scheduler.rates()).toMatchObject([{ name: 'sweep', targetArn: 'wake-ticket', at: clock.now() }]);
  });

  it('fire once for all the times that they fell behind', async () => {
    await given('sweep', 'rate(5 minutes)');
    clock.moveTo(at('2026-11-27T15:32Z'));
    await scheduler.fireAll(clock.now(), note);
    await scheduler.fireAll(clock.now(), note);
    expect(fired).toEqual(['sweep 2026-11-27T14:35']);
    clock.moveTo(at('2026-11-27T15:35Z'));
    await scheduler.fireAll(clock.now(), note);
    expect(fired.at(-1)).toBe('sweep 2026-11-27T15:35');
  });
});

describe('a firing that is not accepted', () => {
  const refuse = async ({ name }: Firing) => {
    if (name === 'broken') throw new Error('no such function');
    fired.push(name);
  };

  it('keeps no other back, and is tried again', async () => {
    await given('broken', 'at(2026-11-30T09:00:00)');
    await given('sound', 'at(2026-11-30T10:00:00)');
    await expect(scheduler.fire(at('2026-11-30T12:00Z'), refuse)).rejects.toThrow('1 firings were not accepted.');
    expect(fired).toEqual(['sound']);
    await scheduler.fire(at('2026-11-30T12:00Z'), note);
    expect(fired.at(-1)).toBe('broken 2026-11-30T08:00');
  });
});

describe('a firing that was accepted', () => {
  let landed: () => Promise<void>;
  const accept: Invoke = async ({ name }, onLanded) => {
    fired.push(`${name} accepted`);
    landed = onLanded;
  };
  const nextProcessFires = async () => {
    fired.length = 0;
    const next = await openScheduler(store, clock);
    expect(next.list()).toEqual([]);
    await next.fire(clock.now(), note);
    return fired;
  };

  beforeEach(async () => {
    await given('alarm', 'at(2026-11-30T09:00:00)');
    await scheduler.fire(at('2026-11-30T12:00Z'), accept);
  });

  it('is not fired again while its function runs', async () => {
    await scheduler.fire(at('2026-11-30T12:00Z'), accept);
    expect(fired).toEqual(['alarm accepted']);
  });

  it('outlives the process that was killed while its function ran', async () => {
    expect(await nextProcessFires()).toEqual(['alarm 2026-11-30T08:00']);
    expect(await nextProcessFires()).toEqual([]);
  });

  it('is over once its function has ended', async () => {
    await landed();
    expect(await nextProcessFires()).toEqual([]);
  });
});

it('schedules and groups outlive the process; what came due meanwhile is due now', async () => {
  const location = await newFolder();
  const before = await openKeyValueStore(location);
  scheduler = await openScheduler(before, clock);
  await scheduler.schedules.addGroup('alarms');
  await given('alarm', 'at(2026-11-30T09:00:00)', { GroupName: 'alarms' });
  await before.close();
  const after = await openKeyValueStore(location);
  const tuesday = localClock('2026-12-01T08:00Z');
  const next = await openScheduler(after, tuesday);
  expect(next.schedules.groupMadeAt('alarms')).toBe(clock.now());
  await next.fire(tuesday.now(), note);
  expect(fired).toEqual(['alarm 2026-12-01T08:00']);
  await after.close();
});

it('a list says what each schedule is', async () => {
  await given('weekly', 'cron(0 7 ? * MON *)');
  expect(scheduler.list()).toEqual([
    {
      name: 'weekly',
      group: 'default',
      expression: 'cron(0 7 ? * MON *)',
      timeZone: 'Europe/Oslo',
      input: '{}',
      targetArn: 'wake-ticket',
    },
  ]);
});

describe('in real time', () => {
  it('everything fires by itself, rates as well, until it is stopped', async () => {
    clock = localClock();
    scheduler = await openScheduler(store, clock);
    await given('past', 'at(2020-01-01T00:00:00)');
    await given('sweep', 'rate(1 minute)');
    clock.moveTo(clock.now() + 60_000);
    const both = new Promise<void>((resolve) => {
      const { stop } = runInRealTime({
        scheduler,
        clock,
        onFailure: () => {},
        invoke: async (firing, onLanded) => {
          await note(firing, onLanded);
          if (fired.length === 2) void stop().then(resolve);
        },
      });
    });
    await both;
    expect(fired.map((line) => line.split(' ')[0])).toEqual(['past', 'sweep']);
  });

  it('what is not accepted is told', async () => {
    clock = localClock();
    scheduler = await openScheduler(store, clock);
    await given('past', 'at(2020-01-01T00:00:00)');
    const invoke = () => Promise.reject(new Error('no such function'));
    const failure = await new Promise<Error>((resolve) => {
      const { stop } = runInRealTime({
        scheduler,
        clock,
        invoke,
        onFailure: (told) => void stop().then(() => resolve(told)),
      });
    });
    expect(failure.message).toBe('1 firings were not accepted.');
  });
});
