import { triageReminderOn } from '../promises/triage-duty';
import { zoneOf } from '../promises/zone';
import { triageReminderOf } from '../report/triage-reminder';
import { perform } from './perform';
import type { Desk } from './ports';
import { rowsUnderway } from './rows-underway';

/**
 * Reminds the person on duty, some time before the close of a working day, of what nobody has triaged: closures of
 * support included. A date's is kept once, with its letter owed where there is anything to tell, as a digest is.
 */
export const sendDueReminder = (desk: Desk) => async (): Promise<void> => {
  const { now, policies } = await desk.circumstances();
  const policy = policies.inForce(now);
  const date = zoneOf(policy.timeZone).dateOf(now);
  const due = triageReminderOn(date, policy);
  if (!due || now < due.at || (await desk.digests.keptReminder(date))) return;
  const reminder = triageReminderOf({ date, closesAt: due.closesAt }, await rowsUnderway(desk), policy);
  await desk.digests.keepReminder(reminder, now);
  await perform(desk)({ reminder: date });
};
