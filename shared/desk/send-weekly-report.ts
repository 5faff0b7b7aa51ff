import { WEEKDAYS } from '../promises/days';
import type { Instant } from '../promises/instant';
import { boundsOfWeek, type IsoWeek, isoWeekOf, weekBefore, weeksBetween } from '../promises/iso-week';
import type { Policies } from '../promises/policies';
import type { Policy } from '../promises/policy';
import { unsetClosures } from '../promises/unset-closures';
import { clockOf, zoneOf } from '../promises/zone';
import { reportOf, type WeekReport } from '../report/week';
import { perform } from './perform';
import type { Desk } from './ports';

/** How far back a report looks for the last one, so as to carry over what was open and catch up what was missed. */
const WEEKS_BACK = 13;

/**
 * Makes and sends the report of each week that is due and not reported yet (P20). A week is kept once, with its letter
 * owed, so a schedule that fires twice, or a Monday that was missed, does no harm.
 */
export const sendDueReports = (desk: Desk) => async (): Promise<void> => {
  const { now, policies } = await desk.circumstances();
  const policy = policies.inForce(now);
  const due = lastDueWeek(now, policy);
  if (await desk.reports.kept(due)) return;
  const before = await desk.reports.lastBefore(due);
  let carried = before?.open ?? [];
  for (const week of weeksToRead(before?.week, due)) {
    const report = reportOf(week, await desk.reports.facts(week), carried, policy.version);
    carried = report.open;
    // Before the first report there was nobody to read one: earlier weeks are only counted through.
    if (before || week === due) await keepAndSend(desk, withWarnings(report, policies, now), now);
  }
};

/** The same for a Monday that was missed; a week in which there was no desk yet is none. */
export const catchUpReports = (desk: Desk) => async (): Promise<void> => {
  const { now, policies } = await desk.circumstances();
  const policy = policies.inForce(now);
  const due = lastDueWeek(now, policy);
  const wasThere = (await desk.reports.lastBefore(due)) ?? (await desk.reports.facts(due)).length > 0;
  if (wasThere) await sendDueReports(desk)();
};

function withWarnings(report: WeekReport, policies: Policies, now: Instant): WeekReport {
  const unset = unsetClosures(policies, now);
  return { ...report, ...(unset.length > 0 && { unset }) };
}

const weeksToRead = (reported: IsoWeek | undefined, due: IsoWeek): IsoWeek[] =>
  reported ? weeksBetween(reported, due).slice(1) : weeksBetween(weeksBefore(due, WEEKS_BACK), due);

const weeksBefore = (week: IsoWeek, weeks: number): IsoWeek =>
  weeks === 0 ? week : weeksBefore(weekBefore(week), weeks - 1);

async function keepAndSend(desk: Desk, report: WeekReport, now: Instant): Promise<void> {
  await desk.reports.keep(report, now);
  await perform(desk)({ week: report.week });
}

/** The newest week whose report's hour (Monday 07:00 by default, in the policy's zone) has come. */
function lastDueWeek(now: Instant, { timeZone, report }: Policy): IsoWeek {
  const zone = zoneOf(timeZone);
  const week = isoWeekOf(now, timeZone);
  const day = zone.dayOf(boundsOfWeek(week, timeZone).start) + WEEKDAYS.indexOf(report.weekday);
  return now >= zone.instantAt(day, clockOf(report.at)) ? weekBefore(week) : weekBefore(weekBefore(week));
}
