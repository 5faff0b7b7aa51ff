import { digestLetter } from '../mail/letters/digest-letter';
import type { LetterText } from '../mail/letters/letter-text';
import { addressedToManagement, type PostOffice } from '../mail/letters/letters';
import { reportLetter } from '../mail/letters/report-letter';
import type { Policy } from '../promises/policy';
import type { Language } from '../promises/say';
import type { Digest } from '../report/digest';
import type { WeekReport } from '../report/week';
import type { Outcome } from '../ticket/delivery';
import { ofLevel } from '../ticket/staff';
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
    orRefused(mail(desk, (writing) => digestLetter(digest, writing), level2));

interface Writing {
  readonly policy: Policy;
  readonly language: Language;
}

async function mail(
  desk: Desk,
  write: (writing: Writing) => LetterText,
  readers: (office: PostOffice) => readonly string[] = () => [],
): Promise<Outcome> {
  const office = await postOffice(desk);
  const language = office.policy.languages[0] ?? 'nb';
  const toManagement = addressedToManagement(write({ policy: office.policy, language }), language, office);
  const to = readers(office);
  return desk.mailer.send(to.length > 0 ? { ...toManagement, to } : toManagement);
}

const level2 = ({ staff }: PostOffice): readonly string[] => ofLevel(staff, 2).map(({ email }) => email);
