import type { LetterKey } from '../mail/letter-tag';
import type { Command } from '../ticket/command';
import { nextAttemptAt, type Outcome } from '../ticket/delivery';
import type { TicketId } from '../ticket/ids';
import { withoutRedacted } from '../ticket/origins';
import type { PassedOn } from '../ticket/passed-on';
import { Refusal } from '../ticket/refusal';
import { eachOf, TICKETS_AT_ONCE } from './each-of';
import { handle } from './handle';
import { commandFor, passedAs } from './passing';
import type { Desk, KeptCommit } from './ports';
import { survivorOfTicket } from './survivor';

/** An effect that goes on to other tickets, with the history of the one that owes it. */
export interface Passed {
  readonly history: readonly KeptCommit[];
  readonly key: LetterKey;
  readonly effect: PassedOn;
}

/**
 * What was done to a ticket is done to those that it goes on to. Each hears of it under one name, so that to begin again,
 * after a crash or at once, says nothing twice. One that refuses it (it is solved, it is gone) keeps no other back; what
 * broke is tried again.
 */
export const passOn =
  (desk: Desk) =>
  async ({ history, key, effect }: Passed): Promise<Outcome> => {
    const given = withoutRedacted(key.ticket, history, key.version);
    const command = given.state === 'opened' ? commandFor(effect, given) : undefined;
    if (!command) return { is: 'done' };
    const failures: unknown[] = [];
    const before = unfinishedBefore(history, key.version);
    await eachOf(effect.to, TICKETS_AT_ONCE, (target) =>
      tell(desk, { key, effect, command, before }, target).catch((error: unknown) => void failures.push(error)),
    );
    if (failures.length === 0) return { is: 'done' };
    return { is: 'refused', error: `${failures.length} of ${effect.to.length} broke: ${String(failures[0])}` };
  };

interface Telling extends Omit<Passed, 'history'> {
  readonly command: Command;
  readonly before: readonly Earlier[];
}

interface Earlier {
  readonly key: LetterKey;
  readonly to: readonly TicketId[];
}

async function tell(desk: Desk, { key, effect, command, before }: Telling, target: TicketId): Promise<void> {
  await inTurn(desk, before, target);
  const id = await receiverOf(desk, key.ticket, effect, target);
  if (id === key.ticket) return;
  await handle(desk)(id, command, passedAs(key)).catch((error: unknown) => {
    // Merged since we looked: where it goes on is looked up the next time.
    if (!(error instanceof Refusal) || error.reason === 'merged') throw error;
    desk.log.info('refused what was passed on', { from: key.ticket, ticket: id, reason: error.reason });
  });
}

/** What was said before goes first: whoever has not joined yet is answered with nobody. */
async function inTurn({ tickets }: Desk, before: readonly Earlier[], target: TicketId): Promise<void> {
  const earlier = before.filter(({ to }) => to.includes(target));
  if (earlier.length === 0) return;
  const heard = new Set((await tickets.history(target)).map(({ command }) => command));
  const missing = earlier.find(({ key }) => !heard.has(passedAs(key)));
  if (missing) throw new Error(`${target} has not heard of what came before (${passedAs(missing.key)}).`);
}

// Of these the order says nothing.
const AT_ANY_TIME: ReadonlySet<PassedOn['what']> = new Set(['link']);

function unfinishedBefore(history: readonly KeptCommit[], before: number): Earlier[] {
  return history
    .filter(({ version }) => version < before)
    .flatMap(({ ticket, version, effects, deliveries }) =>
      effects.flatMap((effect, index) => {
        const delivery = deliveries[index];
        if (effect.type !== 'pass-on' || AT_ANY_TIME.has(effect.what)) return [];
        if (!delivery || nextAttemptAt(delivery) === undefined) return [];
        return [{ key: { ticket, version, index }, to: effect.to }];
      }),
    );
}

// What goes on in another ticket goes to the last one of them. In a circle that may be the very one that it comes from.
async function receiverOf(desk: Desk, from: TicketId, { what }: PassedOn, target: TicketId): Promise<TicketId> {
  if (what !== 'absorb' && what !== 'message') return target;
  return (await survivorOfTicket(desk, what === 'message' ? from : target)).ticket.id;
}
