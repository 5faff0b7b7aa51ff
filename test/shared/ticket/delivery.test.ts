import { HOUR, MINUTE } from '../../../shared/promises/instant';
import {
  afterAttempt,
  claimed,
  type Delivery,
  isDue,
  isUncertain,
  nextAttemptAt,
  type Outcome,
  owed,
} from '../../../shared/ticket/delivery';

const REFUSED: Outcome = { is: 'refused', error: 'Throttling' };
const SENT: Outcome = { is: 'done', serviceId: '0102' };

/** Tries the letter once for each outcome; `crash` is a process that dies with the letter in its hands. */
function tried(...outcomes: (Outcome | 'crash')[]): { delivery: Delivery; sends: number } {
  let delivery = owed(0);
  let sends = 0;
  let now = 0;
  for (const outcome of outcomes) {
    const due = nextAttemptAt(delivery);
    if (due === undefined) break;
    now = due;
    delivery = claimed(delivery, now);
    if (delivery.is !== 'under-way') break;
    sends += 1;
    if (outcome !== 'crash') delivery = afterAttempt(delivery, outcome, now);
  }
  return { delivery, sends };
}

describe('a letter', () => {
  it('is sent once when the service says so, and is certain', () => {
    const { delivery } = tried(SENT);
    expect(delivery).toMatchObject({ is: 'done', serviceId: '0102' });
    expect(isUncertain(delivery)).toBe(false);
  });

  it('is tried again later when the service answers an error, since then nothing was sent', () => {
    const { delivery } = tried(REFUSED);
    expect(delivery).toMatchObject({ is: 'owed', notBefore: 30_000, doubts: 0 });
    expect(isUncertain(tried(REFUSED, REFUSED, SENT).delivery)).toBe(false);
  });

  it('backs off, six hours at the most', () => {
    const waits = [1, 2, 3, 12].map((tries) => {
      const delivery: Delivery = { is: 'under-way', leaseUntil: MINUTE, tries, doubts: 0 };
      return nextAttemptAt(afterAttempt(delivery, REFUSED, 0));
    });
    expect(waits).toEqual([30_000, 60_000, 120_000, 6 * HOUR]);
  });

  it('is given up, loudly, after very many answered errors', () => {
    expect(tried(...Array<Outcome>(30).fill(REFUSED)).delivery).toMatchObject({ is: 'given-up', error: 'Throttling' });
  });

  it.each([
    ['whose answer was lost', { is: 'no-answer' } as const],
    ['whose sender was killed', 'crash' as const],
  ])('%s is sent once more at most, and counted as uncertain', (_, doubt) => {
    const again = tried(doubt, SENT, SENT);
    expect(again).toMatchObject({ sends: 2, delivery: { is: 'done' } });
    expect(isUncertain(again.delivery)).toBe(true);
    const lost = tried(doubt, doubt, doubt, SENT);
    expect(lost).toMatchObject({ sends: 2, delivery: { is: 'unknown' } });
    expect(isUncertain(lost.delivery)).toBe(true);
  });

  it('that is withheld is neither owed nor uncertain, and no error', () => {
    const { delivery } = tried({ is: 'withheld', reason: 'complained' });
    expect(delivery).toMatchObject({ is: 'withheld', reason: 'complained' });
    expect([isUncertain(delivery), isDue(delivery, Infinity)]).toEqual([false, false]);
  });

  it('under way is left alone until its lease runs out', () => {
    const delivery = claimed(owed(0), 0);
    expect(isDue(delivery, MINUTE - 1)).toBe(false);
    expect(isDue(delivery, MINUTE)).toBe(true);
  });

  it('that has come to its end is never due again, not even at the end of time', () => {
    const ends = [tried(SENT), tried('crash', 'crash', 'crash'), tried(...Array<Outcome>(30).fill(REFUSED))];
    expect(ends.map(({ delivery }) => delivery.is)).toEqual(['done', 'unknown', 'given-up']);
    expect(ends.map(({ delivery }) => isDue(delivery, Infinity))).toEqual([false, false, false]);
  });
});
