import { fault, faultsOf } from '../../../infra/local/faults';

const given = (body: object) => {
  const faults = faultsOf();
  faults.set(fault.parse(body));
  return faults;
};

describe('a fault', () => {
  it('is used up by as many calls as it was set for', () => {
    const faults = given({ service: 'ses', operation: 'SendRawEmail', times: 2, error: 'MessageRejected' });
    const taken = [1, 2, 3].map(() => faults.take('ses', 'SendRawEmail'));
    const rejected = { when: 'before', status: 400, error: 'MessageRejected' };
    expect(taken).toEqual([rejected, rejected, undefined]);
  });

  it('concerns its own operation only', () => {
    const faults = given({ service: 's3', operation: 'PutObject' });
    expect(faults.take('s3', 'GetObject')).toBeUndefined();
    expect(faults.take('dynamodb', 'PutItem')).toBeUndefined();
  });

  it('replaces the one before it, and is cleared by 0 times', () => {
    const faults = given({ service: 'chat', operation: 'PostReply', times: 5 });
    faults.set(fault.parse({ service: 'chat', operation: 'PostReply', when: 'after' }));
    expect(faults.take('chat', 'PostReply')?.when).toBe('after');
    expect(faults.take('chat', 'PostReply')).toBeUndefined();
    faults.set(fault.parse({ service: 'chat', operation: 'PostReply', times: 5 }));
    faults.set(fault.parse({ service: 'chat', operation: 'PostReply', times: 0 }));
    expect(faults.take('chat', 'PostReply')).toBeUndefined();
  });
});

it.each([
  ['dynamodb', 'PutItem', 'ProvisionedThroughputExceededException', 400],
  ['ses', 'SendRawEmail', 'Throttling', 400],
  ['sns', 'Publish', 'Throttled', 429],
  ['scheduler', 'CreateSchedule', 'ThrottlingException', 429],
  ['s3', 'PutObject', 'SlowDown', 503],
  ['scheduler', 'CreateSchedule', 'ValidationException', 400],
  ['dynamodb', 'PutItem', 'ConditionalCheckFailedException', 400],
  ['s3', 'PutObject', 'ServiceUnavailable', 500],
] as const)('%s answers %s made to fail with %s as %i', (service, operation, error, status) => {
  expect(given({ service, operation, error }).take(service, operation)?.status).toBe(status);
});

it.each([
  ['ses', 'SendRawEmail', 'InternalFailure'],
  ['sns', 'Publish', 'InternalError'],
  ['dynamodb', 'Query', 'InternalServerError'],
  ['s3', 'GetObject', 'InternalError'],
  ['scheduler', 'ListSchedules', 'InternalServerException'],
] as const)('%s has a name of its own for an error that was not named', (service, operation, error) => {
  expect(given({ service, operation }).take(service, operation)).toEqual({ when: 'before', status: 500, error });
});

it.each([
  [{ service: 'sqs', operation: 'SendMessage' }, 'Name a service: ses, sns, dynamodb, s3, scheduler, chat.'],
  [
    { service: 'scheduler', operation: 'PutRule' },
    "Name one of scheduler's: CreateSchedule, UpdateSchedule, DeleteSchedule, ListSchedules.",
  ],
  [
    { service: 's3', operation: 'HeadObject' },
    "Name one of s3's: GetObject, PutObject, CopyObject, DeleteObject, ListObjectsV2.",
  ],
  [{ service: 's3', operation: 'GetObject', times: -1 }, 'Say how many times; 0 clears the fault.'],
  [{ service: 's3', operation: 'GetObject', when: 'during' }, 'Say when: "before" or "after" it takes effect.'],
])('the body %j is refused with what to do', (body, message) => {
  expect(fault.safeParse(body).error?.issues[0]?.message).toContain(message);
});
