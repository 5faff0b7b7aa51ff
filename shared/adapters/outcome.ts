import type { Outcome } from '../ticket/delivery';

/**
 * What a call to a service came to. An error that the service answered proves that it did nothing;
 * a connection that broke, or took too long, proves nothing.
 */
export const outcomeOf = <T>(call: Promise<T>, serviceId: (answer: T) => string | undefined): Promise<Outcome> =>
  call.then(
    (answer) => {
      const id = serviceId(answer);
      return { is: 'done', ...(id && { serviceId: id }) };
    },
    (error: unknown) => (wasAnswered(error) ? { is: 'refused', error: String(error) } : { is: 'no-answer' }),
  );

// The SDK notes the status of an answer in the error's metadata; without one there was none. An error beside a good
// status is an answer that broke off: very likely the letter went out.
function wasAnswered(error: unknown): boolean {
  const metadata = error instanceof Error && '$metadata' in error ? error.$metadata : undefined;
  const status =
    typeof metadata === 'object' && metadata !== null && 'httpStatusCode' in metadata
      ? metadata.httpStatusCode
      : undefined;
  return typeof status === 'number' && status >= 400;
}
