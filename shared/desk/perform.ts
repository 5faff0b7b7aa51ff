import type { Instant } from '../promises/instant';
import { afterAttempt, claimed, type Delivery, isDue, isUncertain, type Outcome } from '../ticket/delivery';
import type { Effect } from '../ticket/effects';
import { setAlarm } from './alarm';
import { summarise } from './handle';
import { stateOf } from './history';
import type { Desk, KeptCommit, Ledger, OwedKey } from './ports';
import { sendLetter } from './send-letter';
import { sendReport } from './send-weekly-report';

/**
 * The one way the world changes: carry out what a commit or a report owes, as far as it is due `asOf` then.
 * The stream calls it to be quick, the sweep to be sure; a broken effect never blocks another.
 */
export const perform =
  (desk: Desk) =>
  async (key: OwedKey, asOf?: Instant): Promise<void> => {
    if ('week' in key) return performReport(desk, key, asOf);
    const history = await desk.tickets.history(key.ticket);
    const commit = history.find(({ version }) => version === key.version);
    if (commit) await carryOut(desk, key, commit, commit.effects, effectOf(desk, commit, history), asOf);
  };

async function performReport(desk: Desk, key: Extract<OwedKey, { week: unknown }>, asOf?: Instant): Promise<void> {
  const kept = await desk.reports.kept(key.week);
  if (kept) await carryOut(desk, key, kept, [{ type: 'report' }], () => sendReport(desk)(kept.report), asOf);
}

type OwedEffect = Effect | { readonly type: 'report' };

async function carryOut<E extends OwedEffect>(
  desk: Desk,
  key: OwedKey,
  ledger: Ledger,
  effects: readonly E[],
  act: (effect: E, index: number) => Promise<Outcome>,
  asOf?: Instant,
): Promise<void> {
  let { revision, deliveries } = ledger;
  let saved = deliveries;
  for (const [index, effect] of effects.entries()) {
    const { now } = await desk.circumstances();
    const delivery = deliveries[index];
    if (!delivery || !isDue(delivery, asOf ?? now)) continue;
    const taken = claimed(delivery, now);
    deliveries = deliveries.with(index, taken);
    if (taken.is !== 'under-way') continue;
    // One update claims the letter and marks what went before it; whoever comes second lets go.
    if (isSaid(effect)) {
      if (!(await desk.outbox.save(key, { revision, deliveries }))) return;
      revision += 1;
      saved = deliveries;
    }
    const outcome = await act(effect, index);
    deliveries = deliveries.with(index, after(desk, key, effect, taken, outcome, now));
  }
  if (deliveries !== saved) await desk.outbox.save(key, { revision, deliveries });
}

const isSaid = ({ type }: OwedEffect): boolean => type === 'letter' || type === 'report';

function after(
  desk: Desk,
  key: OwedKey,
  effect: OwedEffect,
  taken: Delivery,
  outcome: Outcome,
  now: Instant,
): Delivery {
  const delivery = afterAttempt(taken, outcome, now);
  const details = { ...key, effect: effect.type, tries: delivery.tries };
  if (outcome.is === 'refused')
    desk.log.info('effect refused, will be tried again', { ...details, error: outcome.error });
  if (delivery.is === 'given-up') desk.log.error('effect given up', details);
  if (isUncertain(delivery)) desk.log.error('letter uncertain', details);
  return delivery;
}

/** How each effect of a commit is carried out. All but letters are made from the ticket as it is now, and may be repeated. */
const effectOf =
  (desk: Desk, { ticket, version }: KeptCommit, history: readonly KeptCommit[]) =>
  (effect: Effect, index: number): Promise<Outcome> => {
    switch (effect.type) {
      case 'summary':
        return repeatable(summarise(desk)(stateOf(ticket, history)));
      case 'alarm':
        return repeatable(setAlarm(desk)(stateOf(ticket, history)));
      case 'letter':
        return sendLetter(desk)(effect, `${ticket}.${version}.${index}`, stateOf(ticket, history, version).ticket);
    }
  };

const repeatable = (work: Promise<void>): Promise<Outcome> =>
  work.then(
    () => ({ is: 'done' }),
    (error: unknown) => ({ is: 'refused', error: String(error) }),
  );
