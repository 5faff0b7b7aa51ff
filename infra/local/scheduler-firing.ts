import type { Instant } from '../../shared/promises/instant';
import type { Schedule } from './scheduler-schedules';

/** One invocation that a schedule asks for. */
export interface Firing {
  name: string;
  group: string;
  targetArn: string;
  /** The event, as JSON. */
  input: string;
  at: Instant;
}

export function firingOf({ name, definition }: Schedule, at: Instant): Firing {
  const { GroupName: group, Target } = definition;
  const words = wordsFor(scheduleArn(group, name), at);
  const input = Target.Input ?? JSON.stringify(PLAIN_EVENT);
  return { name, group, at, targetArn: Target.Arn, input: input.replace(/<aws\.scheduler\.[a-z-]+>/g, wordIn(words)) };
}

export const scheduleArn = (group: string, name: string) => `${ARN}:schedule/${group}/${name}`;
export const groupArn = (name: string) => `${ARN}:schedule-group/${name}`;

/** What AWS writes into an input in place of its context attributes. */
const wordsFor = (arn: string, at: Instant): Record<string, string> => {
  const scheduledTime = new Date(at).toISOString().replace(/\.\d+/, '');
  return {
    '<aws.scheduler.schedule-arn>': arn,
    '<aws.scheduler.scheduled-time>': scheduledTime,
    '<aws.scheduler.execution-id>': `${arn}@${scheduledTime}`,
    '<aws.scheduler.attempt-number>': '1',
  };
};

const wordIn = (words: Record<string, string>) => (attribute: string) => words[attribute] ?? attribute;

const ACCOUNT = '000000000000';
const REGION = 'eu-north-1';
const ARN = `arn:aws:scheduler:${REGION}:${ACCOUNT}`;

/** The event of a schedule that has no input of its own. */
const PLAIN_EVENT = {
  version: '0',
  id: '<aws.scheduler.execution-id>',
  'detail-type': 'Scheduled Event',
  source: 'aws.scheduler',
  account: ACCOUNT,
  time: '<aws.scheduler.scheduled-time>',
  region: REGION,
  resources: ['<aws.scheduler.schedule-arn>'],
  detail: '{}',
};
