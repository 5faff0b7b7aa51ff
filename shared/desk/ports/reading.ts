import type { Instant, LocalDate } from '../../promises/instant';
import type { IsoWeek } from '../../promises/iso-week';
import type { Digest } from '../../report/digest';
import type { TriageReminder } from '../../report/triage-reminder';
import type { WeekReport } from '../../report/week';
import type { Facts } from '../../ticket/facts';
import type { Ledger } from './tickets';

export interface KeptReport extends Ledger {
  readonly report: WeekReport;
}

export interface Reports {
  kept(week: IsoWeek): Promise<KeptReport | undefined>;
  /** The newest report of a week before this one. */
  lastBefore(week: IsoWeek): Promise<WeekReport | undefined>;
  /** Keeps the report with its letter owed, unless one is kept for that week. */
  keep(report: WeekReport, at: Instant): Promise<void>;
  /** The facts of all commits of a week, in no order. */
  facts(week: IsoWeek): Promise<readonly Facts[]>;
}

export interface KeptDigest extends Ledger {
  readonly digest: Digest;
}

/** A day's reminder of what nobody has triaged. */
export interface KeptReminder extends Ledger {
  readonly reminder: TriageReminder;
}

export interface Digests {
  kept(date: LocalDate): Promise<KeptDigest | undefined>;
  /** The newest digest of a date before this one. */
  lastBefore(date: LocalDate): Promise<Digest | undefined>;
  /** Keeps the digest with its letter owed, unless one is kept for that date; one that lists nothing owes none. */
  keep(digest: Digest, at: Instant): Promise<void>;
  keptReminder(date: LocalDate): Promise<KeptReminder | undefined>;
  /** The same of a reminder. */
  keepReminder(reminder: TriageReminder, at: Instant): Promise<void>;
}
