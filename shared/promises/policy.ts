import * as z from 'zod';
import { date, hoursByDate, hoursByWeekday, time, timeZone } from './calendar-definition';
import { isDate, WEEKDAYS } from './days';
import { standardPromise } from './default-policy';
import { duration } from './duration';
import { parseIsoWeek } from './iso-week';
import { inPlainWords, refuseFaults } from './policy-faults';
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
const dateRange = z
  .tuple([date, date], 'Dates are written as ["2026-05-15", "2026-05-18"], the last one closed too.')
  .refine(([first, last]) => first <= last, 'The last date comes after the first.');
const closure = z.union(
  [
    z.strictObject({ name: words, weeks: weeksByYear }),
    z.strictObject({ name: words, from: monthAndDay, to: monthAndDay }),
    z.strictObject({ name: words, dates: z.array(dateRange) }),
  ],
  'A closure has a name in nb and en, and one of: weeks, { "2026": [29, 30] }; from and to, "12-27"; dates, [["2026-05-15", "2026-05-18"]].',
);

// Easter is from 22 March to 25 April, and a holiday stays in its year.
const EASTER = 'From 80 days before Easter Sunday to 250 days after it.';
const holiday = z.union(
  [
    z.strictObject({ name: words, on: monthAndDay }),
    z.strictObject({ name: words, daysAfterEaster: z.int().min(-80, EASTER).max(250, EASTER) }),
    z.strictObject({
      name: words,
      nth: z
        .int()
        .min(-5)
        .max(5)
        .refine((n) => n !== 0, 'Count from 1, or back from the end with -1.'),
      weekday: z.enum(WEEKDAYS),
      month: z.int().min(1).max(12),
    }),
  ],
  'A holiday has a name in nb and en, and one of: on, "07-04"; daysAfterEaster, -2; nth, weekday and month, 4, "thu" and 11.',
);

const calendar = z.strictObject({
  name: words,
  hours: hoursByWeekday,
  closedOnHolidays: z.boolean(),
  closures: z.array(text),
  breaks: hoursByDate.exactOptional(),
  specialHours: hoursByDate.exactOptional(),
});

const kind = z.strictObject({
  name: words,
  /** What the published promise says that such an inquiry is. */
  means: z.array(words).exactOptional(),
  promise: text,
  begunAs: text.exactOptional(),
  rank: count,
  calendar: text,
  target: rule,
  latest: rule,
  management: z.strictObject({ promise: text, calendar: text, openTime: duration }).exactOptional(),
  seniorsOnly: z.boolean(),
  /**
   * How often the alarm to seniors goes out until one of them takes it; without a calendar day and night. After so many
   * times it goes on more seldom: whoever has not heard it by then does not hear the next one either.
   */
  alarm: z
    .strictObject({ every: duration, times: count, afterwards: duration, calendar: text.exactOptional() })
    .exactOptional(),
});

const kindAsSaid = z.discriminatedUnion('said', [
  kind.extend({ said: z.literal('target-and-latest') }),
  kind.extend({ said: z.literal('none'), sentence: words }),
]);

/** Whose desk it is, and how its letters look. */
const vendor = z.strictObject({
  name: text,
  consultantOrePerHour: z.int().min(0),
  colour: z
    .string()
    .regex(/^#[\da-f]{6}$/i, 'A colour is written as “#0a5f4f”.')
    .exactOptional(),
  logo: z.url({ protocol: /^https$/, error: 'A logo is the address of an image, “https://…”.' }).exactOptional(),
});

/** What the customers' page says besides what follows from the rules; a part without words is left out. */
const published = z.strictObject({
  introduction: z.array(words),
  support: z.array(words),
  levels: z.array(z.strictObject({ name: words, does: words })),
  escalation: z.array(words),
  uptime: z.array(words),
  agreement: z.array(words),
  reporting: z.array(words),
});

/** What a vendor promises, as data. Every fault is told at once, with where it is. */
export const policySchema = z
  .strictObject({
    version: text,
    effectiveFrom: date,
    timeZone,
    languages: z.array(z.enum(LANGUAGES)).min(1, 'Name at least one language.'),
    vendor,
    calendars: z.record(z.string(), calendar),
    holidays: z.union(
      [z.enum(['norway', 'none']), z.array(holiday)],
      'Holidays are “norway”, “none” or a list of your own.',
    ),
    closures: z.record(z.string(), closure),
    workingDays: text,
    kinds: z.record(z.enum(KINDS), kindAsSaid),
    untriaged: z.enum(KINDS),
    answers: z.enum(KINDS),
    begunBy: z.array(z.enum(['taken', 'answered', 'assigned'])).min(1, 'Name at least one act that begins the work.'),
    triageBy: z.strictObject({ calendar: text, closeOf, remindBefore: duration }),
    warnAt: z.number().gt(0).lt(1),
    reopenWithinWorkingDays: count,
    lookAgainAfterWorkingDays: count,
    /** A customer who is waited for is reminded so often, and after that the ticket is closed with notice. */
    waiting: z.strictObject({ remind: z.boolean(), reminders: z.int().min(0), everyWorkingDays: count }),
    comingBack: z.strictObject({ calendar: text, remindBefore: duration }),
    chat: z.strictObject({ calendar: text, waitsAtMost: duration }),
    /** Whether mails that alert staff say what the ticket is about. */
    alerts: z.strictObject({ saySubject: z.boolean() }),
    uptime: z.strictObject({ saidToBeWellAbove: z.number().gt(0).lt(1) }),
    billing: z.strictObject({ roundedTo: z.enum(['minutes', 'started-half-hours']) }),
    report: z.strictObject({ weekday: z.enum(WEEKDAYS), at: time }),
    digest: z.strictObject({ at: time }),
    maintenance: z.strictObject({ atMost: duration, perQuarter: z.int().min(0), outside: text }),
    published,
  })
  .superRefine(refuseFaults);

/** A policy as it is written. */
export type PolicyFile = z.input<typeof policySchema>;
export type Policy = z.output<typeof policySchema>;
export type KindPolicy = Policy['kinds'][Kind];
export type Management = NonNullable<KindPolicy['management']>;
export type Rule = z.output<typeof rule>;
export type Closure = z.output<typeof closure>;

export const defaultPolicy: Policy = readPolicy(standardPromise);

/**
 * Reads a policy as somebody wrote it.
 * @throws {RangeError} with every fault, where it is and what to write instead.
 */
export function readPolicy(written: unknown): Policy {
  const { data, error } = policySchema.safeParse(written, { error: inPlainWords });
  if (!data) throw new RangeError(z.prettifyError(error), { cause: error });
  return data;
}

function areWeeks(weeks: Record<string, number[]>): boolean {
  const written = Object.entries(weeks).flatMap(([year, weeks]) =>
    weeks.map((week) => `${year}-W${String(week).padStart(2, '0')}`),
  );
  return written.every((week) => parseIsoWeek(week) !== undefined);
}
