import type { Clients } from '../../shared/adapters/desk';

/** Stands around each call of the SDK: sees its input, and what comes of it. */
export type Watcher = (call: { readonly operation: string; readonly input: object }, send: Send) => Promise<Sent>;

type Send = () => Promise<Sent>;

export interface Sent {
  readonly output: object;
}

/** Does the work while somebody watches what the clients are told. */
export async function watching(clients: Clients, watcher: Watcher, work: () => Promise<unknown>): Promise<void> {
  const stacks = (Object.values(clients) as readonly Watchable[]).map(({ middlewareStack }) => middlewareStack);
  for (const stack of stacks) stack.add(middleware(watcher), { step: 'initialize', name: NAME });
  await work();
  for (const stack of stacks) stack.remove(NAME);
}

type Next = (args: { readonly input: object }) => Promise<Sent>;
type Middleware = (next: Next, context: { readonly commandName: string }) => Next;

interface Watchable {
  readonly middlewareStack: {
    add(middleware: Middleware, options: { readonly step: 'initialize'; readonly name: string }): void;
    remove(name: string): boolean;
  };
}

const NAME = 'watching';

const middleware =
  (watcher: Watcher): Middleware =>
  (next, { commandName }) =>
  (args) =>
    watcher({ operation: commandName.replace(/Command$/, ''), input: args.input }, () => next(args));
