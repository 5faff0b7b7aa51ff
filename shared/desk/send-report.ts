import { digestLetter } from '../mail/letters/digest-letter';
import type { LetterText } from '../mail/letters/letter-text';
import { addressedToManagement } from '../mail/letters/letters';
import { reportLetter } from '../mail/letters/report-letter';
import { triageReminderLetter } from '../mail/letters/triage-reminder-letter';
import type { Instant } from '../promises/instant';
import type { Policy } from '../promises/policy';
import type { Language } from '../promises/say';
import { zoneOf } from '../promises/zone';
import type { Digest } from '../report/digest';
import type { TriageReminder } from '../report/triage-reminder';
import type { WeekReport } from '../report/week';
import type { Outcome } from '../ticket/delivery';
import { type Crew, onDuty } from '../ticket/roster';
import { ofLevel, type Staff } from '../ticket/staff';
import { heardBy } from '../ticket/wants';
import { orRefused } from './or-refused';
import type { Desk } from './ports';
import { postOffice } from './post-office';

/** Mails a kept report to management. */
export const sendReport =
  (desk: Desk) =>
  (report: WeekReport): Promise<Outcome> =>
    orRefused(mail(desk, (writing) => reportLetter(report, writing)));

/** Mails a kept digest to level 2; where nobody works there, management reads it. */
export const sendDigest =
  (desk: Desk) =>
  (digest: Digest): Promise<Outcome> =>
    orRefused(mail(desk, (writing) => digestLetter(digest, writing), readersOf(digest)));

/** Mails a kept reminder to the person on duty; where nobody is, level 2 reads it. */
export const sendReminder =
  (desk: Desk) =>
  (reminder: TriageReminder): Promise<Outcome> =>
    orRefused(mail(desk, (writing) => triageReminderLetter(reminder, writing), onDutyOrLevel2));

interface Writing {
  readonly policy: Policy;
  readonly language: Language;
}

async function mail(
  desk: Desk,
  write: (writing: Writing) => LetterText,
  readers: (crew: Crew, now: Instant) => Staff = () => [],
): Promise<Outcome> {
  const office = await postOffice(desk);
  const { now, roster } = await desk.circumstances();
  const language = office.policy.languages[0] ?? 'nb';
  const toManagement = addressedToManagement(write({ policy: office.policy, language }), language, office);
  const to = readers({ ...office, roster }, now).map(({ email }) => email);
  return desk.mailer.send(to.length > 0 ? { ...toManagement, to } : toManagement);
}

// What gathered while support was closed is for all of them; parked mail for whoever has not muted it (P12).
const readersOf =
  ({ gathered }: Digest) =>
  (crew: Crew, now: Instant): Staff => {
    const level2 = ofLevel(crew.staff, 2);
    const date = zoneOf(crew.policy.timeZone).dateOf(now);
    return gathered ? level2 : heardBy('digest', level2, { onDuty: onDuty(now, crew)?.id, date });
  };

function onDutyOrLevel2(crew: Crew, now: Instant): Staff {
  const person = onDuty(now, crew);
  return person ? [person] : ofLevel(crew.staff, 2);
}
