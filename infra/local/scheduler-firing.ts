import type { Instant } from '../../shared/promises/instant';
import { ACCOUNT, REGION } from './aws-environment';
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
  return { name, group, at, targetArn: Target.Arn, input: Target.Input };
}

export const scheduleArn = (group: string, name: string) => `${ARN}:schedule/${group}/${name}`;
export const groupArn = (name: string) => `${ARN}:schedule-group/${name}`;

const ARN = `arn:aws:scheduler:${REGION}:${ACCOUNT}`;
