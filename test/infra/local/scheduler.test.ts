import {
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  CreateScheduleGroupCommand,
  DeleteScheduleCommand,
  ListSchedulesCommand,
  SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import { fault } from '../../../infra/local/faults';
import { startScheduler } from '../../../infra/local/scheduler';
import { openSchedules, type Schedules } from '../../../infra/local/scheduler-schedules';
import { openKeyValueStore } from '../../../infra/local/store';
import { desk, sdkFor } from './stand-ins';

const { clock, faults } = desk();
let stop: () => Promise<void>;
let url: string;
let scheduler: SchedulerClient;
let schedules: Schedules;

beforeEach(async () => {
  schedules = await openSchedules(await openKeyValueStore(':memory:'), clock);
  ({ stop, url } = await startScheduler({ schedules, clock, faults }));
  scheduler = new SchedulerClient(sdkFor(url));
});
afterEach(() => stop());

const GROUP = { GroupName: 'alarms' };
const ALARM: CreateScheduleCommandInput = {
  Name: 'T-7K3M-Q9XD',
  ScheduleExpression: 'at(2026-11-30T08:00:00)',
  ScheduleExpressionTimezone: 'Europe/Oslo',
  FlexibleTimeWindow: { Mode: 'OFF' },
  ActionAfterCompletion: 'DELETE',
  Target: { Arn: 'arn:wake-ticket', RoleArn: 'arn:role', Input: '{"severity":"critical"}' },
};

const create = (input: object = {}) => scheduler.send(new CreateScheduleCommand({ ...ALARM, ...input }));
const update = (input: object = {}) => scheduler.send(new UpdateScheduleCommand({ ...ALARM, ...input }));
const kept = (group = 'default') => schedules.get(group, 'T-7K3M-Q9XD');
const remove = (input: object = {}) => scheduler.send(new DeleteScheduleCommand({ Name: 'T-7K3M-Q9XD', ...input }));

describe('a schedule', () => {
  it('is kept as it was made', async () => {
    const { ScheduleArn } = await create();
    const { Name: name, ...defined } = ALARM;
    expect(ScheduleArn).toBe('arn:aws:scheduler:eu-north-1:000000000000:schedule/default/T-7K3M-Q9XD');
    expect(kept()).toMatchObject({ name, definition: { ...defined, GroupName: 'default', State: 'ENABLED' } });
    expect(kept()?.createdAt).toBe(clock.now());
  });

  it('is replaced by an update: what is left out is reset', async () => {
    await create({ Description: 'first look' });
    await update({ ScheduleExpression: 'at(2026-12-01T08:00:00)', ScheduleExpressionTimezone: undefined });
    expect(kept()?.definition).toMatchObject({
      ScheduleExpression: 'at(2026-12-01T08:00:00)',
      ScheduleExpressionTimezone: 'UTC',
    });
    expect(kept()?.definition.Description).toBeUndefined();
  });

  it('is deleted, once', async () => {
    await create();
    await remove();
    expect(kept()).toBeUndefined();
    await expect(remove()).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      $metadata: { httpStatusCode: 404 },
    });
  });

  it('that does not exist cannot be updated', async () => {
    await expect(update()).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'Schedule T-7K3M-Q9XD does not exist.',
    });
  });

  it('has a name of its own in its group', async () => {
    await create();
    await expect(create()).rejects.toMatchObject({ name: 'ConflictException', $metadata: { httpStatusCode: 409 } });
    await scheduler.send(new CreateScheduleGroupCommand({ Name: 'alarms' }));
    await create(GROUP);
    expect(kept('alarms')?.definition.GroupName).toBe('alarms');
  });
});

describe('a change that is asked again', () => {
  it('with its client token is answered as it was the first time', async () => {
    expect(await create({ ClientToken: 'one' })).toMatchObject({ ScheduleArn: expect.any(String) });
    expect(await create({ ClientToken: 'one' })).toMatchObject({ ScheduleArn: expect.any(String) });
    await remove({ ClientToken: 'two' });
    await remove({ ClientToken: 'two' });
  });

  it('with its client token, but otherwise, is a conflict', async () => {
    await create({ ClientToken: 'one' });
    await expect(create({ ClientToken: 'one', Description: 'other' })).rejects.toMatchObject({
      name: 'ConflictException',
    });
  });

  it('by the SDK itself, whose answer was lost, succeeds', async () => {
    faults.set(fault.parse({ service: 'scheduler', operation: 'CreateSchedule', when: 'after' }));
    const patient = new SchedulerClient({ ...sdkFor(url), maxAttempts: 2 });
    await patient.send(new CreateScheduleCommand(ALARM));
    expect(kept()).toBeDefined();
  });
});

describe('a group', () => {
  it('is made once, and default is there already', async () => {
    const createGroup = (Name: string) => scheduler.send(new CreateScheduleGroupCommand({ Name }));
    await createGroup('alarms');
    for (const name of ['alarms', 'default'])
      await expect(createGroup(name)).rejects.toMatchObject({ name: 'ConflictException' });
  });

  it('has to be there before its schedules', async () => {
    await expect(create(GROUP)).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'Schedule group alarms does not exist.',
    });
  });
});

describe('a list', () => {
  it('has the schedules of a group and a prefix, page by page, their targets without input', async () => {
    await scheduler.send(new CreateScheduleGroupCommand({ Name: 'alarms' }));
    for (const Name of ['T-1', 'T-2', 'T-3', 'sweep']) await create({ Name, ...GROUP });
    await create();
    const list = (more: object) =>
      scheduler.send(new ListSchedulesCommand({ ...GROUP, NamePrefix: 'T-', MaxResults: 2, ...more }));
    const first = await list({});
    const second = await list({ NextToken: first.NextToken });
    expect([first, second].map(({ Schedules }) => Schedules?.map(({ Name }) => Name))).toEqual([
      ['T-1', 'T-2'],
      ['T-3'],
    ]);
    expect(second.NextToken).toBeUndefined();
    expect(first.Schedules?.[0]?.Target).toEqual({ Arn: 'arn:wake-ticket' });
  });
});

it.each([
  ['an expression that is none', { ScheduleExpression: 'cron(0 7 L * ? *)' }, 'L, W and # are not played locally'],
  ['a name with a space', { Name: 'T 1' }, 'Names are 1 to 64 letters, digits'],
  ['a long name', { Name: 'x'.repeat(65) }, 'Names are 1 to 64 letters, digits'],
  ['a zone that does not exist', { ScheduleExpressionTimezone: 'Europe/Bergen' }, 'Europe/Bergen'],
  ['what would be ignored', { StartDate: new Date(0) }, 'StartDate'],
  ['a target without an input', { Target: { Arn: 'arn:wake-ticket', RoleArn: 'arn:role' } }, 'Input'],
])('%s is refused with the reason', async (_, input, message) => {
  await expect(create(input)).rejects.toMatchObject({
    name: 'ValidationException',
    message: expect.stringContaining(message),
    $metadata: { httpStatusCode: 400 },
  });
});

it('a call that is made to fail has no effect and is answered as the Scheduler does', async () => {
  faults.set(fault.parse({ service: 'scheduler', operation: 'CreateSchedule', error: 'ThrottlingException' }));
  await expect(create()).rejects.toMatchObject({ name: 'ThrottlingException', $metadata: { httpStatusCode: 429 } });
  expect(kept()).toBeUndefined();
});
