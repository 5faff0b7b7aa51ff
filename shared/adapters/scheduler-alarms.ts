import {
  ConflictException,
  CreateScheduleCommand,
  DeleteScheduleCommand,
  ListSchedulesCommand,
  ResourceNotFoundException,
  type SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import type { Alarms } from '../desk/ports';
import { type Instant, MINUTE, SECOND } from '../promises/instant';
import type { Kind } from '../promises/policy';
import { type TicketId, ticketIdOf } from '../ticket/ids';

export interface AlarmTarget {
  readonly group: string;
  readonly functionArn: string;
  readonly roleArn: string;
  readonly deadLetterArn?: string;
}

/** One one-time schedule a ticket, named after it, in a group of their own. */
export const schedulerAlarms = (client: SchedulerClient, target: AlarmTarget, now: () => Instant): Alarms => ({
  set: (ticket, at, severity) => upsert(client, schedule(target, ticket, notPast(at, now()), severity)),
  remove: (ticket) => remove(client, target.group, ticket),
  all: () => all(client, target.group),
});

// What AWS does with an instant in the past is not documented.
const notPast = (at: Instant, now: Instant): Instant => (at > now ? at : now + MINUTE);

const schedule = (target: AlarmTarget, ticket: TicketId, at: Instant, severity: Kind | 'untriaged') => ({
  Name: ticket,
  GroupName: target.group,
  ScheduleExpression: `at(${new Date(Math.ceil(at / SECOND) * SECOND).toISOString().slice(0, 19)})`,
  ScheduleExpressionTimezone: 'UTC',
  FlexibleTimeWindow: { Mode: 'OFF' } as const,
  ActionAfterCompletion: 'DELETE' as const,
  Target: {
    Arn: target.functionArn,
    RoleArn: target.roleArn,
    Input: JSON.stringify({ ticket, severity }),
    ...(target.deadLetterArn && { DeadLetterConfig: { Arn: target.deadLetterArn } }),
  },
});

async function upsert(client: SchedulerClient, wanted: ReturnType<typeof schedule>): Promise<void> {
  const updated = await unless(ResourceNotFoundException, client.send(new UpdateScheduleCommand(wanted)));
  if (updated) return;
  const created = await unless(ConflictException, client.send(new CreateScheduleCommand(wanted)));
  if (!created) await client.send(new UpdateScheduleCommand(wanted));
}

const remove = async (client: SchedulerClient, group: string, ticket: TicketId): Promise<void> => {
  await unless(ResourceNotFoundException, client.send(new DeleteScheduleCommand({ Name: ticket, GroupName: group })));
};

type Known = typeof ResourceNotFoundException | typeof ConflictException;

async function unless<T>(known: Known, call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof known) return undefined;
    throw error;
  }
}

async function* all(client: SchedulerClient, group: string): AsyncIterable<TicketId> {
  let token: string | undefined;
  do {
    const page = await client.send(new ListSchedulesCommand({ GroupName: group, NextToken: token }));
    for (const { Name } of page.Schedules ?? []) {
      const ticket = ticketIdOf(Name ?? '');
      if (ticket) yield ticket;
    }
    token = page.NextToken;
  } while (token);
}
