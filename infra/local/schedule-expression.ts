import { DAY, HOUR, type Instant, MINUTE } from '../../shared/promises/instant';
import { cronOf, cronTimes } from './schedule-expression-cron';
import { instantOf, instantsOf, wallTimeAt } from './schedule-expression-zone';

/** Whether a schedule fires at instants of its own, or again and again as long as there is time. */
export const isRate = (expression: string) => expression.startsWith('rate(');

/**
 * The first instant after one at which EventBridge Scheduler would fire `at(…)`, `rate(…)` or `cron(…)`;
 * undefined if there is none. A rate counts from its anchor, when it was made. On the days the clocks change
 * a cron time in the gap is skipped, and one that comes twice fires the first time.
 * Throws a RangeError that says what is wrong with the expression or the zone.
 */
export function nextFiring(expression: string, timeZone: string, after: Instant, anchor: Instant): Instant | undefined {
  const [, kind, content = ''] = EXPRESSION.exec(expression) ?? [];
  switch (kind) {
    case 'at':
      return nextAt(content, timeZone, after);
    case 'rate':
      return nextOfRate(content, after, anchor);
    case 'cron':
      return nextOfCron(content, timeZone, after);
    default:
      throw new RangeError('an expression is at(…), rate(…) or cron(…)');
  }
}

const EXPRESSION = /^(at|rate|cron)\((.*)\)$/;

function nextAt(content: string, timeZone: string, after: Instant): Instant | undefined {
  const wall = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(content) ? Date.parse(`${content}Z`) : Number.NaN;
  if (Number.isNaN(wall)) throw new RangeError('at has a local time, yyyy-mm-ddThh:mm:ss');
  const at = instantOf(wall, timeZone);
  return at > after ? at : undefined;
}

function nextOfRate(content: string, after: Instant, anchor: Instant): Instant {
  const [, count, unit = ''] = /^([1-9]\d*) (minute|hour|day)s?$/.exec(content) ?? [];
  const every = Number(count) * (UNITS[unit] ?? Number.NaN);
  if (Number.isNaN(every)) throw new RangeError('rate has a number and minutes, hours or days');
  return anchor + every * (Math.max(0, Math.floor((after - anchor) / every)) + 1);
}

const UNITS: Record<string, number> = { minute: MINUTE, hour: HOUR, day: DAY };

function nextOfCron(content: string, timeZone: string, after: Instant): Instant | undefined {
  for (const wall of cronTimes(cronOf(content), wallTimeAt(after, timeZone))) {
    const [first] = instantsOf(wall, timeZone);
    if (first !== undefined && first > after) return first;
  }
  return undefined;
}
