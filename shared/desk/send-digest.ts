import { firstOpeningAfterClosure, type OpeningAfterClosure } from '../promises/closure';
import type { Instant, LocalDate } from '../promises/instant';
import type { Policy } from '../promises/policy';
import { calendarNamed } from '../promises/policy-calendar';
import { zoneOf } from '../promises/zone';
import { digestOf } from '../report/digest';
import { type Gathered, gatheredSince, type Underway } from '../report/gathered';
import { agentId } from '../ticket/ids';
import type { Summary } from '../ticket/summary';
import { perform } from './perform';
import type { Desk } from './ports';
import { rowsUnderway } from './rows-underway';

/** How much parked mail a digest takes in: more of it at once is a flood, which is read in its list. */
const ROWS_MAX = 2_000;
const PAGE = 200;

/**
 * Makes and sends the digest to level 2, on a working day from the policy's hour on, as the desk stood at that hour: of
 * parked mail, and after a closure of what has gathered. A date's is kept once with its letter owed, or without one
 * where there is nothing to tell: so a schedule that fires twice does no harm, and a sweep makes up for one that did
 * not fire.
 */
export const sendDueDigest = (desk: Desk) => async (): Promise<void> => {
  const { now, policies } = await desk.circumstances();
  const policy = policies.inForce(now);
  const due = digestDue(now, policy);
  if (!due || (await desk.digests.kept(due.date))) return;
  const parked = await parkedBefore(desk, due.at, now);
  const gathered = due.closure && (await gatheredBefore(desk, due.at, due.closure, policy));
  await desk.digests.keep(digestOf(due.date, parked, await desk.digests.lastBefore(due.date), gathered), now);
  await perform(desk)({ digest: due.date });
};

interface DigestDue {
  readonly date: LocalDate;
  readonly at: Instant;
  /** Where it is the first one since a closure. */
  readonly closure: OpeningAfterClosure | undefined;
}

/** Today's, once its hour has come on a working day. One that a whole day missed is made up for by the next. */
function digestDue(now: Instant, policy: Policy): DigestDue | undefined {
  const { dateOf, instantOf } = zoneOf(policy.timeZone);
  const date = dateOf(now);
  const at = instantOf(date, policy.digest.at);
  const closure = firstOpeningAfterClosure(now, policy);
  const isWorkingDay = calendarNamed(policy.workingDays, policy).dayOff(date) === undefined;
  return (isWorkingDay || closure) && now >= at ? { date, at, closure } : undefined;
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

// A row tells what is not begun, and a history alone what came due meanwhile. An incident is told by the one that leads it.
async function gatheredBefore(
  desk: Desk,
  at: Instant,
  { closedFrom }: OpeningAfterClosure,
  policy: Policy,
): Promise<Gathered> {
  const [notBegun, begun]: [Summary[], Underway[]] = [[], []];
  for (const row of await rowsUnderway(desk)) {
    if (row.receivedAt >= at || row.partOf !== undefined) continue;
    if (row.begunAt === undefined) notBegun.push(row);
    else begun.push({ row, history: (await desk.tickets.history(row.id)).flatMap(({ events }) => events) });
  }
  return gatheredSince({ closedFrom, policy }, notBegun, begun);
}
