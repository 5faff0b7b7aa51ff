import type { Desk } from '../../shared/desk/ports';
import { receiveLeftMail } from '../../shared/desk/receive-left-mail';
import { performOwed } from '../../shared/desk/sweep';
import type { Instant } from '../../shared/promises/instant';
import { type Clock, refuseToGoBack } from './clock';
import type { Lambda } from './lambda';
import type { Invoke, Scheduler } from './scheduler-fire';
import type { Firing } from './scheduler-firing';
import { inTurn } from './store';

/** How time passes on the local desk, and how it comes to rest. */
export interface Time {
  /** Moves the clock forward, firing each schedule at its own instant, in order; done when all that followed is. */
  moveTo(to: Instant): Promise<void>;
  /** Done when nothing is owed or in flight. Leases and back-off count as run out. */
  settle(): Promise<void>;
  /** Fires what is due, and takes up what is owed or left in the inbox; tells how much that was. */
  takeUp(): Promise<number>;
  invoke: Invoke;
}

interface Works {
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly lambda: Lambda;
  readonly desk: Desk;
}

// More rounds than an effect has tries: what is still owed after them will not come to rest at all.
const ROUNDS_MAX = 100;

export function timeOf({ clock, scheduler, lambda, desk }: Works): Time {
  const turn = inTurn();
  const invoke = async ({ targetArn, input }: Firing, onLanded?: () => Promise<void>) =>
    lambda.invokeAsync(targetArn.split(':').at(-1) ?? '', JSON.parse(input), onLanded);

  async function fireUpTo(at: Instant): Promise<void> {
    if (at > clock.now()) clock.moveTo(at);
    await scheduler.fire(clock.now(), invoke);
    await lambda.idle();
    for (const firing of scheduler.rates()) await invoke(firing);
    await lambda.idle();
  }

  async function moveTo(to: Instant): Promise<void> {
    // What is in flight happened before the clock moved, and should say so.
    await lambda.idle();
    refuseToGoBack(clock.now(), to);
    for (let next = scheduler.nextInstant(); next !== undefined && next <= to; next = scheduler.nextInstant())
      await fireUpTo(next);
    await fireUpTo(to);
  }

  async function settle(rounds = ROUNDS_MAX): Promise<void> {
    const found = await takeUp();
    if (found === 0) return lambda.idle();
    if (rounds === 0) throw new Error('Something is owed that cannot be done. The log says what.');
    await settle(rounds - 1);
  }

  async function takeUp(): Promise<number> {
    await scheduler.fire(clock.now(), invoke);
    return scheduler.quietly(async () => (await receiveLeftMail(left)(Infinity)) + (await performOwed(left)(Infinity)));
  }

  const left: Desk = {
    ...desk,
    files: { ...desk.files, list: (prefix) => leftOf(desk.files.list(prefix)) },
    outbox: { ...desk.outbox, overdue: (asOf) => leftOf(desk.outbox.overdue(asOf)) },
  };

  // Whoever was at work on something when it was found has ended before it is taken up. A lease counts as run out
  // here, so a letter that is just being posted would be posted again.
  async function* leftOf<T>(found: AsyncIterable<T>): AsyncIterable<T> {
    const all: T[] = [];
    for await (const one of found) all.push(one);
    await lambda.landed();
    yield* all;
  }

  return { moveTo: (to) => turn(() => moveTo(to)), settle: () => turn(settle), takeUp: () => turn(takeUp), invoke };
}
