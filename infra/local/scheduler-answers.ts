import type { Instant } from '../../shared/promises/instant';
import { scheduleArn } from './scheduler-firing';
import type { Schedule } from './scheduler-schedules';
import type { ServiceError } from './stand-in';
import type { HttpAnswer } from './stand-in-server';

/** Dates in answers are epoch seconds. */
const seconds = (at: Instant) => at / 1_000;

export const summaryOf = ({ name: Name, definition: defined, createdAt, modifiedAt }: Schedule) => ({
  Arn: scheduleArn(defined.GroupName, Name),
  Name,
  GroupName: defined.GroupName,
  State: defined.State,
  CreationDate: seconds(createdAt),
  LastModificationDate: seconds(modifiedAt),
  Target: { Arn: defined.Target.Arn },
});

export const json = (status: number, body: object, headers: Record<string, string> = {}): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

export const refuse = ({ status, error, message }: ServiceError) =>
  json(status, { Message: message }, { 'x-amzn-errortype': error });

const missing = (message: string) => ({ status: 404, error: 'ResourceNotFoundException', message });
export const noSchedule = (schedule: string) => missing(`Schedule ${schedule} does not exist.`);
export const noGroup = (group: string) => missing(`Schedule group ${group} does not exist.`);
export const conflict = (taken: string) => ({
  status: 409,
  error: 'ConflictException',
  message: `${taken} already exists.`,
});
export const OTHER_TOKEN = {
  status: 409,
  error: 'ConflictException',
  message: 'This client token came with another request.',
};
