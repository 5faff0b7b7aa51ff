import { SECOND } from '../../shared/promises/instant';
import type { Clock } from './clock';
import type { Invoke, Scheduler } from './scheduler-fire';

interface RealTime {
  scheduler: Scheduler;
  clock: Clock;
  invoke: Invoke;
  /** Told what was not accepted; it is tried again. */
  onFailure(failure: Error): void;
}

/** Fires everything when its time comes. Stopping waits for the firings under way. */
export function runInRealTime({ scheduler, clock, invoke, onFailure }: RealTime): { stop(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let firing = Promise.resolve();
  let stopped = false;

  function look(): void {
    firing = scheduler.fireAll(clock.now(), invoke).catch(onFailure).then(lookAgain);
  }

  function lookAgain(): void {
    if (!stopped) timer = setTimeout(look, untilNext(scheduler, clock)).unref();
  }

  look();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await firing;
    },
  };
}

/** Never far ahead: a schedule may be made, or the clock moved, in the meantime. */
function untilNext(scheduler: Scheduler, clock: Clock): number {
  const next = scheduler.nextInstant() ?? Number.POSITIVE_INFINITY;
  return Math.min(Math.max(next - clock.now(), 0), SECOND);
}
