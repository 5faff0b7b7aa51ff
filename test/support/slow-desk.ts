import { setImmediate } from 'node:timers/promises';
import type { Desk } from '../../shared/desk/ports';

/** Something that happens once, for whoever waits for it. */
export function signal() {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give: () => give() };
}

/** A desk whose letters stay at the counter: `reached` when the first one lies there, posted when it is let go. */
export function withSlowPost(desk: Desk) {
  const [counter, door] = [signal(), signal()];
  const send: Desk['mailer']['send'] = async (mail) => {
    counter.give();
    await door.given;
    return desk.mailer.send(mail);
  };
  return { desk: { ...desk, mailer: { send } }, reached: counter.given, letGo: door.give };
}

/** A desk that pauses by chance before and after each call, so that what is done at once is done in any order. */
export function jittery(desk: Desk, chance: () => number): Desk {
  return {
    ...desk,
    tickets: paused(desk.tickets, chance),
    claims: paused(desk.claims, chance),
    outbox: { ...desk.outbox, ...paused({ save: desk.outbox.save }, chance) },
    alarms: { ...desk.alarms, ...paused({ set: desk.alarms.set, remove: desk.alarms.remove }, chance) },
    mailer: paused(desk.mailer, chance),
  };
}

const TURNS_MAX = 40;

function paused<P extends object>(port: P, chance: () => number): P {
  const pause = async () => {
    for (let turns = chance() * TURNS_MAX; turns > 1; turns -= 1) await setImmediate();
  };
  const slow =
    (call: (...given: unknown[]) => Promise<unknown>) =>
    async (...given: unknown[]) => {
      await pause();
      const answer = await call(...given);
      await pause();
      return answer;
    };
  // The edge: a port is an object of functions.
  return Object.fromEntries(Object.entries(port).map(([name, call]) => [name, slow(call)])) as P;
}
