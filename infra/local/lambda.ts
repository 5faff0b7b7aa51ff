import { setImmediate } from 'node:timers/promises';

/** A function as Lambda runs it. */
export type LambdaFunction = (event: unknown) => Promise<unknown>;

/** An asynchronous invocation that failed for good. */
export interface DeadLetter {
  name: string;
  event: unknown;
  error: string;
}

export interface Lambda {
  /** Runs a function and answers its result. Rejects with what the function throws. */
  invoke(name: string, event: unknown): Promise<unknown>;
  /**
   * Accepts an event and returns; the function runs soon. Throws if there is no such function.
   * `onLanded` is called when it has gone well, or failed for good.
   */
  invokeAsync(name: string, event: unknown, onLanded?: () => Promise<void>): void;
  /** Resolves when nothing is in flight, nor anything that was started meanwhile. */
  idle(): Promise<void>;
  /** Resolves when what is in flight now is not any more. */
  landed(): Promise<void>;
}

interface Runtime {
  functions: Record<string, LambdaFunction>;
  /** How many invocations of one function run at once; the rest wait. */
  concurrency?: number;
  onDead?(letter: DeadLetter): void;
}

/** Runs functions in this process. Events and results go through JSON, as they do on AWS. */
export function lambdaOf({ functions, concurrency = 10, onDead }: Runtime): Lambda {
  const flights = new Set<Promise<unknown>>();
  const runs = new Map(
    Object.entries(functions).map(([name, run]) => [
      name,
      atMost(concurrency, (event: string) => run(JSON.parse(event))),
    ]),
  );

  function runOf(name: string): (event: string) => Promise<unknown> {
    const run = runs.get(name);
    if (!run) throw new Error(`There is no function ${name}.`);
    return run;
  }

  function track<T>(flight: Promise<T>): Promise<T> {
    const landed = flight.catch(() => undefined).finally(() => flights.delete(landed));
    flights.add(landed);
    return flight;
  }

  async function deliver(name: string, event: string, onLanded: () => Promise<void>): Promise<void> {
    await setImmediate();
    const failures = [await failureOf(TRIES, () => runOf(name)(event)), await failureOf(1, onLanded)];
    for (const failure of failures)
      if (failure) onDead?.({ name, event: JSON.parse(event), error: String(failure.error) });
  }

  const landed = async () => void (await Promise.all(flights));

  return {
    invoke: async (name, event) => copyOf(await track(runOf(name)(toText(event)))),
    invokeAsync(name, event, onLanded = async () => {}) {
      runOf(name);
      void track(deliver(name, toText(event), onLanded));
    },
    async idle() {
      while (flights.size > 0) await landed();
    },
    landed,
  };
}

/** What the last of so many tries threw; undefined as soon as one goes well. */
async function failureOf(tries: number, run: () => Promise<unknown>): Promise<{ error: unknown } | undefined> {
  const failure = await run().then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  return failure && tries > 1 ? failureOf(tries - 1, run) : failure;
}

/** Lets so many runs at a time through; the rest wait, first come, first served. */
function atMost<In, Out>(limit: number, run: (input: In) => Promise<Out>): (input: In) => Promise<Out> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (input) => {
    if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await run(input);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}

// Lambda tries an asynchronous invocation twice more.
const TRIES = 3;

const toText = (value: unknown) => JSON.stringify(value) ?? 'null';
const copyOf = (value: unknown) => JSON.parse(toText(value)) as unknown;
