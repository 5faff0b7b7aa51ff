import * as z from 'zod';
import { date, hoursByDate, hoursByWeekday, opensEver, time, timeZone } from './calendar-definition';
import { isDate, WEEKDAYS } from './days';
import { standardPromise } from './default-policy';
import { duration } from './duration';
import { parseIsoWeek } from './iso-week';
import { LANGUAGES } from './say';

export { WEEKDAYS, type Weekday } from './days';

export const KINDS = ['critical', 'severe', 'minor', 'request', 'assignment', 'security'] as const;
export type Kind = (typeof KINDS)[number];

const text = z.string().trim().min(1, 'Write something here.');
const words = z.strictObject({ nb: text, en: text });
const count = z.int().min(1, 'A whole number from 1 up.');

const closeOf = z.enum(['day-of-receipt', 'next-open-day']);
const rule = z.union(
  [z.strictObject({ within: duration }), z.strictObject({ closeOf })],
  'A rule is { within: "15 minutes" } of open time, or { closeOf: "day-of-receipt" } or { closeOf: "next-open-day" }.',
);

const monthAndDay = z
  .string()
  .refine((written) => isDate(`2024-${written}`), 'A day of every year is written as “12-27”.');
const weeksByYear = z
  .record(z.string().regex(/^\d{4}$/), z.array(z.int()))
  .refine(areWeeks, 'Name ISO weeks that the year has, as in { "2026": [29, 30] }.');
const closure = z.union(
  [
    z.strictObject({ name: words, weeks: weeksByYear }),
    z.strictObject({ name: words, from: monthAndDay, to: monthAndDay }),
  ],
  'A closure has a name in nb and en, and either ISO weeks by year, { "2026": [29, 30] }, or from and to, "12-27".',
);

const calendar = z
  .strictObject({
    name: words,
    hours: hoursByWeekday,
    closedOnHolidays: z.boolean(),
    closures: z.array(text),
    specialHours: hoursByDate.exactOptional(),
  })
  .refine(opensEver, 'The calendar is never open.');

const kind = z.strictObject({
  name: words,
  promise: text,
  begunAs: text.exactOptional(),
  rank: count,
  calendar: text,
  target: rule,
  latest: rule,
  management: z.strictObject({ promise: text, calendar: text, openTime: duration }).exactOptional(),
  seniorsOnly: z.boolean(),
});

const kindAsSaid = z.discriminatedUnion('said', [
  kind.extend({ said: z.literal('target-and-latest') }),
  kind.extend({ said: z.literal('none'), sentence: words }),
]);

/** What a vendor promises, as data. Every fault is told at once, with where it is. */
export const policySchema = z
  .strictObject({
    version: text,
    effectiveFrom: date,
    timeZone,
    languages: z.array(z.enum(LANGUAGES)).min(1, 'Name at least one language.'),
    vendor: z.strictObject({ name: text, consultantOrePerHour: z.int().min(0) }),
    calendars: z.record(z.string(), calendar),
    holidays: z.enum(['norway', 'none']),
    closures: z.record(z.string(), closure),
    workingDays: text,
    kinds: z.record(z.enum(KINDS), kindAsSaid),
    untriaged: z.enum(KINDS),
    answers: z.enum(KINDS),
    triageBy: z.strictObject({ calendar: text, closeOf }),
    warnAt: z.number().gt(0).lt(1),
    reopenWithinWorkingDays: count,
    lookAgainAfterWorkingDays: count,
    uptime: z.strictObject({ saidToBeWellAbove: z.number().gt(0).lt(1) }),
    billing: z.strictObject({ roundedTo: z.enum(['minutes', 'started-half-hours']) }),
    report: z.strictObject({ weekday: z.enum(WEEKDAYS), at: time }),
    maintenance: z.strictObject({ atMost: duration, perQuarter: z.int().min(0), outside: text }),
  })
  .superRefine(refuseUnknownNames);

/** A policy as it is written. */
export type PolicyFile = z.input<typeof policySchema>;
export type Policy = z.output<typeof policySchema>;
export type KindPolicy = Policy['kinds'][Kind];
export type Rule = z.output<typeof rule>;
export type Closure = z.output<typeof closure>;

export const defaultPolicy: Policy = policySchema.parse(standardPromise);

function areWeeks(weeks: Record<string, number[]>): boolean {
  const written = Object.entries(weeks).flatMap(([year, weeks]) =>
    weeks.map((week) => `${year}-W${String(week).padStart(2, '0')}`),
  );
  return written.every((week) => parseIsoWeek(week) !== undefined);
}

function refuseUnknownNames(policy: Policy, found: z.core.$RefinementCtx): void {
  for (const { path, name, among } of namesIn(policy)) {
    if (among.includes(name)) continue;
    found.addIssue({ code: 'custom', path, message: `There is no “${name}”; there are: ${among.join(', ')}.` });
  }
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
    calendar(policy.workingDays, 'workingDays'),
    calendar(policy.triageBy.calendar, 'triageBy', 'calendar'),
    calendar(policy.maintenance.outside, 'maintenance', 'outside'),
  ];
}
