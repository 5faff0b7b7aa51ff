import type { Outcome } from '../ticket/delivery';
import type { Desk, Ledger, OwedKey } from './ports';
import { sendDigest, sendReminder, sendReport } from './send-report';

/** What owes but one letter, and owns its words. */
export type KeptLetterKey = Exclude<OwedKey, { readonly version: number }>;

/** A kept letter: how far it has come, and how it is sent. */
export interface KeptLetter extends Ledger {
  readonly type: 'report' | 'digest';
  readonly carryOut: () => Promise<Outcome>;
}

export function keptLetter(desk: Desk, key: KeptLetterKey): Promise<KeptLetter | undefined> {
  if ('week' in key) return keptReport(desk, key.week);
  return 'digest' in key ? keptDigest(desk, key.digest) : keptReminder(desk, key.reminder);
}

type Key<K extends PropertyKey> = Extract<KeptLetterKey, Readonly<Record<K, unknown>>>;

async function keptReport(desk: Desk, week: Key<'week'>['week']): Promise<KeptLetter | undefined> {
  const kept = await desk.reports.kept(week);
  return kept && { ...kept, type: 'report', carryOut: () => sendReport(desk)(kept.report) };
}

async function keptDigest(desk: Desk, date: Key<'digest'>['digest']): Promise<KeptLetter | undefined> {
  const kept = await desk.digests.kept(date);
  return kept && { ...kept, type: 'digest', carryOut: () => sendDigest(desk)(kept.digest) };
}

async function keptReminder(desk: Desk, date: Key<'reminder'>['reminder']): Promise<KeptLetter | undefined> {
  const kept = await desk.digests.keptReminder(date);
  return kept && { ...kept, type: 'digest', carryOut: () => sendReminder(desk)(kept.reminder) };
}
