import { DAY, HOUR, type Instant, MINUTE } from '../promises/instant';
import type { TicketId } from '../ticket/ids';
import type { Summary } from '../ticket/summary';
import { setAlarm } from './alarm';
import { currentOf } from './history';
import { perform } from './perform';
import type { Desk } from './ports';
import { receiveLeftMail } from './receive-left-mail';
import { catchUpReleases } from './releases';
import { sendDueDigest } from './send-digest';
import { sendDueReminder } from './send-reminder';
import { catchUpReports } from './send-weekly-report';
import { wakeTicket } from './wake-ticket';
import { whileTime } from './while-time';

export const SWEEPS = ['critical', 'severe', 'minor'] as const;
export type SweepOf = (typeof SWEEPS)[number];

/** How often each goes round, as EventBridge Scheduler writes a rate. */
export const SWEEP_RATES: Readonly<Record<SweepOf, string>> = {
  critical: '5 minutes',
  severe: '15 minutes',
  minor: '1 hour',
};

/** How far ahead a sweep reads the queues: the sooner the promise, the more often, and the fewer rows. */
const READS_AHEAD: Readonly<Record<SweepOf, number>> = { critical: HOUR, severe: 2 * DAY, minor: Infinity };

/** Mail is moved on within seconds; what lies longer was left behind by a crash. */
const LEFT_BEHIND_AFTER = 5 * MINUTE;

/** How far into a round each part takes up something new; the rest is for the next one, so that nothing is cut off. */
const TAKES_UP_FOR = { tickets: 2 * MINUTE, owed: 4 * MINUTE, releases: 5 * MINUTE, leftMail: 6 * MINUTE } as const;

/**
 * Finds what alarms, streams and deliveries have missed, one sweep for each severity: wakes what should have been
 * woken, and carries out what is owed. The most frequent one also takes up mail that was left, and tells the tickets of
 * a version that is out; the rarest mends alarms, and sends a report, a digest or a reminder that its schedule did not.
 */
export const sweep =
  (desk: Desk) =>
  async (severity: SweepOf): Promise<void> => {
    const { now } = await desk.circumstances();
    const released = () => catchUpReleases(desk)(now + TAKES_UP_FOR.releases);
    const leftMail = () => receiveLeftMail(desk)(now - LEFT_BEHIND_AFTER, now + TAKES_UP_FOR.leftMail);
    await eachPart([
      () => lookAfterTickets(desk, severity, now),
      () => performOwed(desk)(now, now + TAKES_UP_FOR.owed),
      ...(severity === 'critical' ? [released, leftMail] : []),
      ...(severity === 'minor' ? [catchUpReports(desk), sendDueDigest(desk), sendDueReminder(desk)] : []),
    ]);
  };

// Storage that is down keeps no letter back: each part is done, and then the round is made again for what broke.
async function eachPart(parts: readonly (() => Promise<unknown>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const part of parts) await part().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, `The sweep broke: ${failures.map(String).join(', ')}`);
}

/** Carries out all that is owed and should have been tried by then, for as long as told; one that breaks stops no other. */
export const performOwed =
  (desk: Desk) =>
  async (asOf: Instant, until: Instant = Infinity): Promise<number> => {
    let count = 0;
    for await (const key of whileTime(desk, until, desk.outbox.overdue(asOf))) {
      count += 1;
      await perform(desk)(key, asOf).catch((error: unknown) =>
        desk.log.error('owed effects failed', { ...key, error: String(error) }),
      );
    }
    return count;
  };

async function lookAfterTickets(desk: Desk, severity: SweepOf, now: Instant): Promise<void> {
  const underway = await wakeWhatIsDue(desk, now, READS_AHEAD[severity]);
  if (severity === 'minor') await mendAlarms(desk, underway);
}

async function wakeWhatIsDue(desk: Desk, now: Instant, ahead: number): Promise<Summary[]> {
  const rows: Summary[] = [];
  for await (const row of whileTime(desk, now + TAKES_UP_FOR.tickets, desk.lists.underway(now + ahead))) {
    rows.push(row);
    if (row.wakeAt !== undefined && row.wakeAt <= now) await logged(desk, row.id, wakeTicket(desk)(row.id));
  }
  return rows;
}

// A list row may be a moment late, so a ticket is read before its alarm is judged.
async function mendAlarms(desk: Desk, underway: readonly Summary[]): Promise<void> {
  const without = new Set(underway.map(({ id }) => id));
  for await (const id of desk.alarms.all()) without.delete(id);
  for (const id of without) await logged(desk, id, currentOf(desk, id).then(setAlarm(desk)));
}

// A ticket that breaks keeps no other from being looked after.
const logged = (desk: Desk, ticket: TicketId, work: Promise<void>): Promise<void> =>
  work.catch((error: unknown) => desk.log.error('ticket not looked after', { ticket, error: String(error) }));
