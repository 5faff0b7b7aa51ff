import type { Outcome } from '../ticket/delivery';

/** What a call to a service came to. */
export const outcomeOf = <T>(call: Promise<T>, serviceId: (answer: T) => string | undefined): Promise<Outcome> =>
  call.then((answer) => {
    const id = serviceId(answer);
    return { is: 'done', ...(id && { serviceId: id }) };
  }, outcomeOfFailure);

/**
 * What a call that failed came to. An error that the service answered, or a service that was not reached at all, proves
 * that nothing was done; a connection that broke, or took too long, proves nothing.
 */
export const outcomeOfFailure = (error: unknown): Outcome =>
  wasAnswered(error) || UNREACHED.has(codeOf(error)) ? { is: 'refused', error: sortOf(error) } : { is: 'no-answer' };

// A service's own words may name the customer, and this is kept with the letter and logged: only the sort of error is.
const sortOf = (error: unknown): string =>
  [field(error, 'name'), codeOf(error), statusOf(error)].filter((part) => part !== undefined).join(' ');

// The SDK notes the status of an answer in the error's metadata; without one there was none. An error beside a good
// status is an answer that broke off: very likely the letter went out.
function wasAnswered(error: unknown): boolean {
  const status = statusOf(error);
  return typeof status === 'number' && status >= 400;
}

const statusOf = (error: unknown): unknown => field(field(error, '$metadata'), 'httpStatusCode');

/** These come up before a connection stands, and at no other time. */
const UNREACHED = new Set<unknown>([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ERR_INVALID_URL',
  'UND_ERR_CONNECT_TIMEOUT',
]);

// `fetch` tells the system's error as the cause of its own.
const codeOf = (error: unknown): unknown => field(error, 'code') ?? field(field(error, 'cause'), 'code');

const field = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined;
