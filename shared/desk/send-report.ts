import { addressedToManagement } from '../mail/letters/letters';
import { reportLetter } from '../mail/letters/report-letter';
import type { WeekReport } from '../report/week';
import type { Outcome } from '../ticket/delivery';
import { orRefused } from './or-refused';
import type { Desk } from './ports';
import { postOffice } from './post-office';

/** Mails a kept report to management. */
export const sendReport =
  (desk: Desk) =>
  (report: WeekReport): Promise<Outcome> =>
    orRefused(mail(desk, report));

async function mail(desk: Desk, report: WeekReport): Promise<Outcome> {
  const office = await postOffice(desk);
  const language = office.policy.languages[0] ?? 'nb';
  return desk.mailer.send(
    addressedToManagement(reportLetter(report, { policy: office.policy, language }), language, office),
  );
}
