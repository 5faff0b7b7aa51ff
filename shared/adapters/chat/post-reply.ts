import type { Outcome } from '../../ticket/delivery';
import { outcomeOfFailure } from '../outcome';

const PATIENCE_MS = 10_000;

export interface Post {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
  /** The id by which the provider knows the reply from now on, as its answer tells it. */
  readonly idIn?: (answer: unknown) => string | undefined;
}

/**
 * Posts a reply to a provider, once. A redirect is not followed: most of them turn a POST into a GET, which would be
 * answered well and reply to nobody.
 */
export const postReply = ({ url, headers, body, idIn }: Post): Promise<Outcome> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
    redirect: 'manual',
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).then((response) => outcomeOf(response, idIn), outcomeOfFailure);

async function outcomeOf(response: Response, idIn: Post['idIn']): Promise<Outcome> {
  const { ok, status } = response;
  if (!ok) return { is: 'refused', error: `the chat provider answered ${IN_WORDS.get(status) ?? status}` };
  const serviceId = idIn && (await response.json().then(idIn, nothing));
  return { is: 'done', ...(serviceId && { serviceId }) };
}

const IN_WORDS: ReadonlyMap<number, string> = new Map([
  [401, '401: it does not take our token'],
  [403, '403: our token may not do this'],
  [404, '404: it knows no such conversation'],
  [410, '410: the conversation is gone'],
]);

// The status has proven that it was taken, whatever comes of the rest.
const nothing = () => undefined;
