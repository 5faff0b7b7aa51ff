import type { Digests } from '../desk/ports';
import { type Digest, isEmpty } from '../report/digest';
import type { TriageReminder } from '../report/triage-reminder';
import { keepWithLetter, keepWithoutLetter, keptAt, lastKeptBefore } from './owing-item';
import { digestKey, reminderKey, type Table } from './table';

/** A date's digest is kept once, and owes its letter as a commit does; one that lists nothing owes none. So is a reminder. */
export const dynamoDigests = (table: Table): Digests => ({
  kept: async (date) => {
    const found = await keptAt<Digest>(table, digestKey(date));
    return found && { ...found, digest: found.content };
  },
  lastBefore: (date) => lastKeptBefore<Digest>(table, digestKey(date)),
  keep: (digest, at) => {
    const keep = isEmpty(digest) ? keepWithoutLetter : keepWithLetter;
    return keep(table, digestKey(digest.date), digest, at);
  },
  keptReminder: async (date) => {
    const found = await keptAt<TriageReminder>(table, reminderKey(date));
    return found && { ...found, reminder: found.content };
  },
  keepReminder: (reminder, at) => {
    const keep = reminder.untriaged.length === 0 ? keepWithoutLetter : keepWithLetter;
    return keep(table, reminderKey(reminder.date), reminder, at);
  },
});
