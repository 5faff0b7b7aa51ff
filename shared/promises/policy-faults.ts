import type * as z from 'zod';
import { opensEver } from './calendar-definition';
import { dayOf } from './days';
import { millisecondsOf } from './duration';
import { DAY } from './instant';
import type { Policy, Rule } from './policy';
import { calendarNamed } from './policy-calendar';

/** What is wrong with a policy whose parts are all well written: names of what is not there, calendars that never open. */
export function refuseFaults(policy: Policy, found: z.core.$RefinementCtx): void {
  const unknown = namesIn(policy).filter(({ name, among }) => !among.includes(name));
  for (const { path, name, among } of unknown) {
    found.addIssue({ code: 'custom', path, message: `There is no “${name}”; there are: ${among.join(', ')}.` });
  }
  if (unknown.length === 0) refuseClosedCalendars(policy, found);
  refuseLateTargets(policy, found);
}

interface Named {
  readonly path: string[];
  readonly name: string;
  readonly among: readonly string[];
}

function namesIn({ kinds, calendars, closures, ...policy }: Policy): Named[] {
  const calendar = (name: string, ...path: string[]) => ({ path, name, among: Object.keys(calendars) });
  const closure = (name: string, ...path: string[]) => ({ path, name, among: Object.keys(closures) });
  return [
    ...Object.entries(calendars).flatMap(([key, { closures }]) =>
      closures.map((name) => closure(name, 'calendars', key, 'closures')),
    ),
    ...Object.entries(kinds).map(([key, { calendar: name }]) => calendar(name, 'kinds', key, 'calendar')),
    ...Object.entries(kinds).flatMap(([key, { management }]) =>
      management ? [calendar(management.calendar, 'kinds', key, 'management', 'calendar')] : [],
    ),
    ...Object.entries(kinds).flatMap(([key, { alarm }]) =>
      alarm?.calendar ? [calendar(alarm.calendar, 'kinds', key, 'alarm', 'calendar')] : [],
    ),
    calendar(policy.workingDays, 'workingDays'),
    calendar(policy.comingBack.calendar, 'comingBack', 'calendar'),
    calendar(policy.chat.calendar, 'chat', 'calendar'),
    calendar(policy.triageBy.calendar, 'triageBy', 'calendar'),
    calendar(policy.maintenance.outside, 'maintenance', 'outside'),
  ];
}

function refuseClosedCalendars(policy: Policy, found: z.core.$RefinementCtx): void {
  for (const [name, written] of Object.entries(policy.calendars)) {
    if (opensEver(written) && opensWithinAYear(name, policy)) continue;
    const message = 'The calendar is never open in the year after the promise takes effect.';
    found.addIssue({ code: 'custom', path: ['calendars', name], message });
  }
}

function refuseLateTargets({ kinds }: Policy, found: z.core.$RefinementCtx): void {
  for (const [kind, { target, latest }] of Object.entries(kinds)) {
    if (!isLater(target, latest)) continue;
    const message = 'The target comes after the latest. Write one that is as early or earlier.';
    found.addIssue({ code: 'custom', path: ['kinds', kind, 'target'], message });
  }
}

// Which of a close and a sum of open time comes first depends on when an inquiry is received.
function isLater(target: Rule, latest: Rule): boolean {
  if ('within' in target) return 'within' in latest && millisecondsOf(target.within) > millisecondsOf(latest.within);
  return target.closeOf === 'next-open-day' && 'closeOf' in latest && latest.closeOf === 'day-of-receipt';
}

// Weekdays may have hours, and closures may take all of them.
function opensWithinAYear(name: string, policy: Policy): boolean {
  const start = dayOf(policy.effectiveFrom) * DAY;
  return calendarNamed(name, policy).calendar.between(start, start + 366 * DAY) > 0;
}

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'a text, in quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list, [ … ]',
  object: 'named values, { … }',
  record: 'named values, { … }',
  tuple: 'a pair, [ … , … ]',
};

/** Faults of form as a support manager understands them, where the policy says nothing of its own. */
export function inPlainWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'This is missing.'
        : `Write ${EXPECTED[issue.expected] ?? issue.expected} here.`;
    case 'unrecognized_keys':
      return `There is no such value here: ${issue.keys.join(', ')}. Is it misspelt?`;
    case 'invalid_value':
      return `Write one of: ${issue.values.join(', ')}.`;
    case 'invalid_key':
      return 'There is no such name here. Is it misspelt?';
    default:
      return undefined;
  }
}
