import type { Clients } from '../../shared/adapters/desk';
import { type Watcher, watching } from './watch';

/** A call of the SDK as a client was told to make it, and the error by which it was refused, if it was. */
export interface Call {
  readonly operation: string;
  readonly input: object;
  readonly refusal: string | undefined;
}

/** The calls that are made while the work is done, in the order in which they began. */
export async function callsDuring(clients: Clients, work: () => Promise<unknown>): Promise<readonly Call[]> {
  const calls: Promise<Call>[] = [];
  const note: Watcher = (call, send) => {
    const sent = send();
    calls.push(refusalOf(sent).then((refusal) => ({ ...call, refusal })));
    return sent;
  };
  await watching(clients, note, work);
  return Promise.all(calls);
}

/** The name of the error that a call ended in. */
export const refusalOf = (call: Promise<unknown>): Promise<string | undefined> =>
  call.then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.name : String(error)),
  );
