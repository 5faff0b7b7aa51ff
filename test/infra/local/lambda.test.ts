import { setImmediate } from 'node:timers/promises';
import { type DeadLetter, type LambdaFunction, lambdaOf } from '../../../infra/local/lambda';

const given = (run: LambdaFunction, more: object = {}) => lambdaOf({ functions: { greet: run }, ...more });

/** A promise that somebody else settles. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

describe('a function that is invoked', () => {
  it('answers', async () => {
    const lambda = given(async (event) => ({ hello: event }));
    expect(await lambda.invoke('greet', { name: 'Kari' })).toEqual({ hello: { name: 'Kari' } });
  });

  it('gets and gives only what JSON can say', async () => {
    const seen: unknown[] = [];
    const lambda = given(async (event) => {
      seen.push(event);
      return { at: new Date(0), left: undefined };
    });
    expect(await lambda.invoke('greet', { at: new Date(0), run: () => {} })).toEqual({
      at: '1970-01-01T00:00:00.000Z',
    });
    expect(seen).toEqual([{ at: '1970-01-01T00:00:00.000Z' }]);
    expect(await given(async () => undefined).invoke('greet', undefined)).toBeNull();
  });

  it('throws to whoever invoked it, and is not tried again', async () => {
    let tries = 0;
    const lambda = given(() => Promise.reject(new Error(`broken ${++tries}`)));
    await expect(lambda.invoke('greet', {})).rejects.toThrow('broken 1');
    await lambda.idle();
    expect(tries).toBe(1);
  });

  it('has to exist', async () => {
    const lambda = given(async () => {});
    await expect(lambda.invoke('part', {})).rejects.toThrow('There is no function part.');
    expect(() => lambda.invokeAsync('part', {})).toThrow('There is no function part.');
  });
});

describe('a function that is invoked asynchronously', () => {
  it('is accepted at once and runs soon', async () => {
    const seen: unknown[] = [];
    const lambda = given(async (event) => void seen.push(event));
    lambda.invokeAsync('greet', 1);
    await lambda.idle();
    expect(seen).toEqual([1]);
  });

  it('is tried twice more', async () => {
    let tries = 0;
    const told: DeadLetter[] = [];
    const fail = async () => {
      tries += 1;
      if (tries < 3) throw new Error('broken');
    };
    const lambda = given(fail, { onDead: (letter: DeadLetter) => told.push(letter) });
    lambda.invokeAsync('greet', {});
    await lambda.idle();
    expect([tries, told]).toEqual([3, []]);
  });

  it('is dead after three failures', async () => {
    const told: DeadLetter[] = [];
    const broken = () => Promise.reject(new Error('broken'));
    const lambda = given(broken, { onDead: (letter: DeadLetter) => told.push(letter) });
    lambda.invokeAsync('greet', { n: 1 });
    await lambda.idle();
    expect(told).toEqual([{ name: 'greet', event: { n: 1 }, error: 'Error: broken' }]);
  });

  it.each([
    ['goes well', true],
    ['fails for good', false],
  ])('tells that it has landed once it %s, and idle waits for that', async (_, well) => {
    const seen: string[] = [];
    const lambda = given(async () => {
      seen.push('run');
      if (!well) throw new Error('broken');
    });
    lambda.invokeAsync('greet', {}, async () => {
      await setImmediate();
      seen.push('landed');
    });
    await lambda.idle();
    expect(seen).toEqual(well ? ['run', 'landed'] : ['run', 'run', 'run', 'landed']);
  });

  it('runs at most so many times at once, the rest in the order they came', async () => {
    const { open, opened } = gate();
    const started: unknown[] = [];
    const run = async (event: unknown) => {
      started.push(event);
      await opened;
    };
    const lambda = given(run, { concurrency: 2 });
    for (const n of [1, 2, 3, 4]) lambda.invokeAsync('greet', n);
    expect(started).toEqual([]);
    await setImmediate();
    expect(started).toEqual([1, 2]);
    open();
    await lambda.idle();
    expect(started).toEqual([1, 2, 3, 4]);
  });
});

it('idle waits for what was started meanwhile', async () => {
  const seen: string[] = [];
  const lambda = lambdaOf({
    functions: {
      first: async () => lambda.invokeAsync('second', {}),
      second: async () => lambda.invokeAsync('third', {}),
      third: async () => void seen.push('third'),
    },
  });
  lambda.invokeAsync('first', {});
  await lambda.idle();
  expect(seen).toEqual(['third']);
  await lambda.idle();
});

it('landed waits for what is in flight, and for nothing that is started meanwhile', async () => {
  const [first, second] = [gate(), gate()];
  const seen: unknown[] = [];
  const lambda = given(async (event) => {
    await (event === 'first' ? first : second).opened;
    seen.push(event);
  });
  lambda.invokeAsync('greet', 'first');
  const landed = lambda.landed();
  lambda.invokeAsync('greet', 'second');
  first.open();
  await landed;
  expect(seen).toEqual(['first']);
  second.open();
  await lambda.idle();
  expect(seen).toEqual(['first', 'second']);
});
