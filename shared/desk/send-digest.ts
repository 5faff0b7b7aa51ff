import type { Instant, LocalDate } from '../promises/instant';
import type { Policy } from '../promises/policy';
import { calendarNamed } from '../promises/policy-calendar';
import { zoneOf } from '../promises/zone';
import { digestOf } from '../report/digest';
import { agentId } from '../ticket/ids';
import type { Summary } from '../ticket/summary';
import { perform } from './perform';
import type { Desk } from './ports';

/** How much parked mail a digest takes in: more of it at once is a flood, which is read in its list. */
const ROWS_MAX = 2_000;
const PAGE = 200;

/**
 * Makes and sends the digest of parked mail to level 2, on a working day from the policy's hour on, as the desk stood
 * at that hour. A date's is kept once with its letter owed, or without one where nothing is parked: so a schedule that
 * fires twice does no harm, and a sweep makes up for one that did not fire.
 */
export const sendDueDigest = (desk: Desk) => async (): Promise<void> => {
  const { now, policies } = await desk.circumstances();
  const due = digestDue(now, policies.inForce(now));
  if (!due || (await desk.digests.kept(due.date))) return;
  const digest = digestOf(due.date, await parkedBefore(desk, due.at, now), await desk.digests.lastBefore(due.date));
  await desk.digests.keep(digest, now);
  await perform(desk)({ digest: due.date });
};

/** Today's, once its hour has come on a working day. One that a whole day missed is made up for by the next. */
function digestDue(now: Instant, policy: Policy): { date: LocalDate; at: Instant } | undefined {
  const { dateOf, instantOf } = zoneOf(policy.timeZone);
  const date = dateOf(now);
  const at = instantOf(date, policy.digest.at);
  const isWorkingDay = calendarNamed(policy.workingDays, policy).dayOff(date) === undefined;
  return isWorkingDay && now >= at ? { date, at } : undefined;
}

async function parkedBefore(desk: Desk, at: Instant, now: Instant): Promise<Summary[]> {
  const rows: Summary[] = [];
  let cursor: string | undefined;
  do {
    const page = await desk.lists.page('parked', { agent: NOBODY, now, limit: PAGE, ...(cursor && { cursor }) });
    rows.push(...page.tickets);
    cursor = page.cursor;
  } while (cursor && rows.length < ROWS_MAX);
  return rows.filter(({ receivedAt }) => receivedAt < at);
}

const NOBODY = agentId('');
