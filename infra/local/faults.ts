import * as z from 'zod';

/** The operations that can be made to fail: those that the desk calls. `PostReply` is the chat provider's only one. */
export const OPERATIONS = {
  ses: ['SendRawEmail'],
  sns: ['Publish'],
  dynamodb: ['GetItem', 'PutItem', 'UpdateItem', 'Query', 'BatchGetItem'],
  s3: ['GetObject', 'PutObject', 'CopyObject', 'DeleteObject', 'ListObjectsV2'],
  scheduler: ['CreateSchedule', 'UpdateSchedule', 'DeleteSchedule', 'ListSchedules'],
  chat: ['PostReply'],
} as const;

export type Service = keyof typeof OPERATIONS;

/** What each service calls an error of its own. */
const OWN_ERROR: Record<Service, string> = {
  ses: 'InternalFailure',
  sns: 'InternalError',
  dynamodb: 'InternalServerError',
  s3: 'InternalError',
  scheduler: 'InternalServerException',
  chat: 'InternalError',
};

const THROTTLED: Record<Service, number> = { ses: 400, sns: 429, dynamodb: 400, s3: 503, scheduler: 429, chat: 429 };
const THROTTLING = /Throttl|TooManyRequests|LimitExceeded|ThroughputExceeded|SlowDown/;
const REJECTION = /Validation|Invalid|Rejected|NotVerified|DoesNotExist|Paused|ConditionalCheckFailed/;

const SERVICES = Object.keys(OPERATIONS) as Service[];

/** The body of `POST /local/faults`. */
export const fault = z
  .object({
    service: z.enum(SERVICES, { error: `Name a service: ${SERVICES.join(', ')}.` }),
    operation: z.string('Name the SDK operation, such as "PutItem".'),
    times: z.int('Say how many times, as a whole number.').min(0, 'Say how many times; 0 clears the fault.').default(1),
    error: z.string('Name the AWS error, such as "ThrottlingException".').min(1, 'Name the AWS error.').optional(),
    when: z.enum(['before', 'after'], { error: 'Say when: "before" or "after" it takes effect.' }).default('before'),
  })
  .superRefine(({ service, operation }, ctx) => {
    const known: readonly string[] = OPERATIONS[service];
    if (known.includes(operation)) return;
    ctx.addIssue({ code: 'custom', path: ['operation'], message: `Name one of ${service}'s: ${known.join(', ')}.` });
  })
  .transform(({ error, ...rest }) => ({ ...rest, error: error ?? OWN_ERROR[rest.service] }));

export type Fault = z.output<typeof fault>;

/** One call's share of a fault: before, the error is the answer; after, the call takes effect and no answer comes. */
export interface TakenFault {
  when: 'before' | 'after';
  status: number;
  error: string;
}

export interface Faults {
  /** Replaces what was set for the same operation; `times: 0` clears it. */
  set(fault: Fault): void;
  /** Asked once for every call: uses up one of the times. */
  take(service: Service, operation: string): TakenFault | undefined;
}

export function faultsOf(): Faults {
  const left = new Map<string, Fault>();
  return {
    set: (fault) => void left.set(`${fault.service} ${fault.operation}`, { ...fault }),
    take(service, operation) {
      const due = left.get(`${service} ${operation}`);
      if (!due || due.times === 0) return undefined;
      due.times -= 1;
      return { when: due.when, status: statusOf(service, due.error), error: due.error };
    },
  };
}

function statusOf(service: Service, error: string): number {
  if (THROTTLING.test(error)) return THROTTLED[service];
  return REJECTION.test(error) ? 400 : 500;
}
