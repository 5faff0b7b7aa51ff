import { CreateTableCommand, type DynamoDBClient, ResourceInUseException } from '@aws-sdk/client-dynamodb';
import {
  ConflictException,
  CreateScheduleCommand,
  CreateScheduleGroupCommand,
  type SchedulerClient,
} from '@aws-sdk/client-scheduler';
import { addAgent, addRoster } from '../../shared/adapters/dynamo-staff';
import { TABLE, tableOf } from '../../shared/adapters/table';
import { SWEEP_RATES, SWEEPS } from '../../shared/desk/sweep';
import type { Policy } from '../../shared/promises/policy';
import { triageReminderTimes } from '../../shared/promises/triage-duty';
import { agentId } from '../../shared/ticket/ids';
import type { Roster } from '../../shared/ticket/roster';
import type { Agent } from '../../shared/ticket/staff';
import { ACCOUNT, REGION } from './aws-environment';

export const NAMES = {
  table: 'responstid',
  bucket: 'responstid',
  alarms: 'ticket-alarms',
  rounds: 'rounds',
  letters: 'letters',
} as const;

export const functionArn = (name: string): string => `arn:aws:lambda:${REGION}:${ACCOUNT}:function:${name}`;
export const ROLE_ARN = `arn:aws:iam::${ACCOUNT}:role/scheduler`;

const agent = (name: string, works: Agent['works'], senior = false): Agent => ({
  id: agentId(name),
  name: name[0]?.toUpperCase() + name.slice(1),
  email: `${name}@desk.test`,
  works,
  senior,
});

const STAFF: readonly Agent[] = [
  { ...agent('anna', 2, true), phone: '+4790000001' },
  agent('bo', 2),
  agent('cato', 3),
  { ...agent('dina', 3, true), phone: '+4790000004' },
  agent('erik', 'management'),
];

const [ANNA, DINA] = [agentId('anna'), agentId('dina')];

const ROSTER: Roster = {
  shifts: [{ from: '2024-01-01', to: '2099-12-31', duty: ANNA, senior: ANNA, onCall: [ANNA, DINA] }],
};

/**
 * Makes what a deployment makes on AWS: the table and the recurring schedules; and five people to work here, with their
 * roster. Twice is once.
 */
export async function seed(dynamodb: DynamoDBClient, scheduler: SchedulerClient, policy: Policy): Promise<void> {
  await unless(ResourceInUseException, dynamodb.send(new CreateTableCommand(tableDefinition())));
  const table = tableOf(dynamodb, NAMES.table);
  const people = [...STAFF.map((person) => addAgent(table, person)), addRoster(table, ROSTER)];
  await Promise.all([...people, seedSchedules(scheduler, policy)]);
}

function tableDefinition(): ConstructorParameters<typeof CreateTableCommand>[0] {
  const keys = [TABLE, ...TABLE.indexes].flatMap(({ partition, sort }) => [partition, sort]);
  return {
    TableName: NAMES.table,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [...new Set(keys)].map((name) => ({ AttributeName: name, AttributeType: 'S' })),
    KeySchema: keySchema(TABLE),
    GlobalSecondaryIndexes: TABLE.indexes.map((index) => ({
      IndexName: index.name,
      KeySchema: keySchema(index),
      Projection:
        index.carries.length === 0
          ? { ProjectionType: 'KEYS_ONLY' }
          : { ProjectionType: 'INCLUDE', NonKeyAttributes: [...index.carries] },
    })),
  };
}

const keySchema = ({ partition, sort }: { readonly partition: string; readonly sort: string }) => [
  { AttributeName: partition, KeyType: 'HASH' as const },
  { AttributeName: sort, KeyType: 'RANGE' as const },
];

async function seedSchedules(scheduler: SchedulerClient, policy: Policy): Promise<void> {
  const { timeZone, report, digest } = policy;
  for (const group of [NAMES.alarms, NAMES.rounds]) {
    await unless(ConflictException, scheduler.send(new CreateScheduleGroupCommand({ Name: group })));
  }
  await schedule('weekly-report', cron(report.at, report.weekday.toUpperCase()), 'send-weekly-report', {});
  await schedule('daily-digest', cron(digest.at, '*'), 'send-digest', {});
  for (const at of triageReminderTimes(policy))
    await schedule(`triage-reminder-${at.replace(':', '')}`, cron(at, '*'), 'send-digest', {});
  for (const severity of SWEEPS)
    await schedule(`sweep-${severity}`, `rate(${SWEEP_RATES[severity]})`, 'sweep', { severity });

  async function schedule(name: string, expression: string, target: string, input: object): Promise<void> {
    const create = new CreateScheduleCommand({
      Name: name,
      GroupName: NAMES.rounds,
      ScheduleExpression: expression,
      ScheduleExpressionTimezone: timeZone,
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: { Arn: functionArn(target), RoleArn: ROLE_ARN, Input: JSON.stringify(input) },
    });
    await unless(ConflictException, scheduler.send(create));
  }
}

function cron(at: string, weekday: string): string {
  const [hour, minute] = at.split(':').map(Number);
  return `cron(${minute} ${hour} ? * ${weekday} *)`;
}

async function unless(known: abstract new (...given: never[]) => Error, call: Promise<unknown>): Promise<void> {
  await call.catch((error: unknown) => {
    if (!(error instanceof known)) throw error;
  });
}
