import type { Instant } from '../promises/instant';
import { afterAttempt, claimed, type Delivery, isDue, isUncertain, type Outcome } from '../ticket/delivery';
import type { Effect } from '../ticket/effects';
import { withoutRedacted } from '../ticket/origins';
import { setAlarm } from './alarm';
import { erase } from './erase';
import { summarise } from './handle';
import { stateOf } from './history';
import { type KeptLetterKey, keptLetter } from './kept-letter';
import { type LedgerBook, ledgerBook } from './ledger-book';
import { orRefused } from './or-refused';
import { passOn } from './pass-on';
import type { Desk, KeptCommit, Ledger, OwedKey } from './ports';
import { rememberLanguage } from './remember-language';
import { sendLetter } from './send-letter';
import { publishStatus } from './status';

/**
 * The one way the world changes: carry out what a commit, a report or a digest owes, as far as it is due `asOf` then.
 * The stream calls it to be quick, the sweep to be sure; a broken effect never blocks another.
 */
export const perform =
  (desk: Desk) =>
  async (key: OwedKey, asOf?: Instant): Promise<void> => {
    if (!('ticket' in key)) return performLetter(desk, key, asOf);
    const history = await desk.tickets.history(key.ticket);
    const commit = history.find(({ version }) => version === key.version);
    if (commit) await carryOut(desk, key, commit, owedBy(desk, commit, history), asOf);
  };

async function performLetter(desk: Desk, key: KeptLetterKey, asOf?: Instant): Promise<void> {
  const kept = await keptLetter(desk, key);
  if (kept) await carryOut(desk, key, kept, [kept], asOf);
}

interface Owed {
  readonly type: Effect['type'] | 'report' | 'digest';
  readonly carryOut: () => Promise<Outcome>;
}

async function carryOut(
  desk: Desk,
  key: OwedKey,
  ledger: Ledger,
  owed: readonly Owed[],
  asOf?: Instant,
): Promise<void> {
  const book = ledgerBook(desk, key, ledger);
  // What was sent is not forgotten because something broke after it.
  try {
    for (const [index, effect] of owed.entries()) await attempt({ desk, key, book, asOf }, effect, index);
  } finally {
    await book.keep();
  }
}

interface Work {
  readonly desk: Desk;
  readonly key: OwedKey;
  readonly book: LedgerBook;
  readonly asOf: Instant | undefined;
}

async function attempt(work: Work, effect: Owed, index: number): Promise<void> {
  const { desk, book, asOf } = work;
  const { now } = await desk.circumstances();
  const delivery = book.delivery(index);
  if (!delivery || !isDue(delivery, asOf ?? now)) return;
  const taken = claimed(delivery, now);
  if (taken.is !== 'under-way') return note(work, effect, index, taken);
  // A letter is claimed before it is sent, and whoever comes second lets go. All else may be done twice.
  if (isSaid(effect) && !(await book.claim(index, taken))) return;
  const outcome = await effect.carryOut();
  note(work, effect, index, afterAttempt(taken, outcome, now), outcome);
}

const isSaid = ({ type }: Owed): boolean => type === 'letter' || type === 'report' || type === 'digest';

function note({ desk, key, book }: Work, { type }: Owed, index: number, to: Delivery, outcome?: Outcome): void {
  book.note(index, to);
  const details = { ...key, effect: type, tries: to.tries };
  if (outcome?.is === 'refused')
    desk.log.info('effect refused, will be tried again', { ...details, error: outcome.error });
  if (to.is === 'given-up') desk.log.error('effect given up', details);
  if (isUncertain(to)) desk.log.error('letter uncertain', details);
}

/** How each effect of a commit is carried out. All but letters are made from the ticket as it is now, and may be repeated. */
function owedBy(desk: Desk, commit: KeptCommit, history: readonly KeptCommit[]): Owed[] {
  const { ticket, version, effects, feedback } = commit;
  const carryOutEffect = (effect: Effect, index: number): Promise<Outcome> => {
    switch (effect.type) {
      case 'summary':
        return repeatable(summarise(desk)(stateOf(ticket, history)));
      case 'alarm':
        return repeatable(setAlarm(desk)(stateOf(ticket, history)));
      case 'contact':
        return repeatable(rememberLanguage(desk)(stateOf(ticket, history).ticket));
      case 'status':
        return repeatable(publishStatus(desk)(stateOf(ticket, history)));
      case 'erase':
        return orRefused(erase(desk)(ticket));
      case 'pass-on':
        return orRefused(passOn(desk)({ history, key: { ticket, version, index }, effect }));
      case 'letter':
        // Its answer was lost, and the mail service has told since that it arrived: sent again, it would be said twice.
        if (feedback[index]?.deliveredAt !== undefined) return Promise.resolve({ is: 'done' });
        return sendLetter(desk)({
          letter: effect,
          key: { ticket, version, index },
          ticket: withoutRedacted(ticket, history, version),
          events: history.filter((before) => before.version <= version).flatMap(({ events }) => events),
        });
    }
  };
  return effects.map((effect, index) => ({ type: effect.type, carryOut: () => carryOutEffect(effect, index) }));
}

const repeatable = (work: Promise<void>): Promise<Outcome> => orRefused(work.then(() => ({ is: 'done' })));
