import { DAY, HOUR, type Instant, MINUTE } from '../promises/instant';
import type { TicketId } from '../ticket/ids';
import type { Summary } from '../ticket/summary';
import { setAlarm } from './alarm';
import { currentOf } from './history';
import { perform } from './perform';
import type { Desk } from './ports';
import { receiveLeftMail } from './receive-left-mail';
import { catchUpReports } from './send-weekly-report';
import { wakeTicket } from './wake-ticket';

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

/**
 * Finds what alarms, streams and deliveries have missed, one sweep for each severity: wakes what should have been
 * woken, carries out what is owed, takes up mail that was left. The rarest one also mends alarms, and sends a
 * report that Monday did not.
 */
export const sweep =
  (desk: Desk) =>
  async (severity: SweepOf): Promise<void> => {
    const { now } = await desk.circumstances();
    await eachPart([
      () => lookAfterTickets(desk, severity, now),
      () => receiveLeftMail(desk)(now - LEFT_BEHIND_AFTER),
      () => performOwed(desk)(now),
      ...(severity === 'minor' ? [catchUpReports(desk)] : []),
    ]);
  };

// Storage that is down keeps no letter back: each part is done, and then the round is made again for what broke.
async function eachPart(parts: readonly (() => Promise<unknown>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const part of parts) await part().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, `The sweep broke: ${failures.map(String).join(', ')}`);
}

/** Carries out all that is owed and should have been tried by then; one that breaks stops no other. */
export const performOwed =
  (desk: Desk) =>
  async (asOf: Instant): Promise<number> => {
    let count = 0;
    for await (const key of desk.outbox.overdue(asOf)) {
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
  for await (const row of desk.lists.underway(now + ahead)) {
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
