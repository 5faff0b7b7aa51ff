import * as z from 'zod';
import { givenAddress } from '../../shared/mail/given-address';
import { RELEASE_FIELDS } from '../../shared/mail/letters/canned';
import { textWith } from '../../shared/mail/letters/canned-answer';
import { date } from '../../shared/promises/calendar-definition';
import { FIRST_YEAR, LAST_YEAR } from '../../shared/promises/days';
import { LANGUAGES } from '../../shared/promises/say';
import { answersSchema } from '../../shared/promises/triage';

/** What the API takes in, and what its description is made from. Instants are ISO 8601 with an offset. */
export const instant = z.iso
  .datetime({ offset: true, message: 'Write an instant with its offset, like 2026-01-12T15:00:00+01:00.' })
  .refine(isCovered, 'Write an instant in the years 1970 to 2198.')
  .transform(Date.parse);
const text = z
  .string('Write something first.')
  .trim()
  .min(1, 'Write something first.')
  .max(20_000, 'At most 20,000 characters.');
const reason = z.string('Say why.').trim().min(1, 'Say why.').max(2_000, 'At most 2,000 characters.');
export const line = z.string().trim().min(1).max(255);

const minutes = z
  .int()
  .min(1)
  .max(24 * 60, 'A call is of a day at most.')
  .optional();
const direction = z.enum(['in', 'out'], 'A call comes in, or goes out.');

export const phoneCall = z.strictObject({
  channel: z.literal('phone', 'Only phone calls are logged here; mail and chat come in by themselves.'),
  caller: z.strictObject({ name: line, phone: line.optional(), email: givenAddress.optional() }),
  subject: line,
  text,
  receivedAt: instant.optional(),
  direction: direction.default('in'),
  answered: z.boolean().default(true),
  minutes,
  callBackAt: instant.optional(),
});

/** A call about a ticket that is there. */
export const callOn = z
  .strictObject({
    direction,
    answered: z.boolean(),
    minutes,
    text: text.optional(),
    callBackAt: instant.optional(),
  })
  .refine(({ answered, text }) => !answered || text !== undefined, { path: ['text'], error: 'Write what was said.' });

export const assignment = z.strictObject({ agent: line });

const because = z.enum(['misjudged', 'new-facts']).optional();

const SEVERITIES = 'Say how severe the error is: “critical”, “severe” or “minor”.';
const A_KIND = 'A kind is “error”, “request”, “assignment” or “security”; or send “answers” (GET /api/triage).';

/** The kind itself, or the answers to the questions that decide it (`GET /api/triage`). */
export const triage = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      kind: z.literal('error'),
      severity: z.enum(['critical', 'severe', 'minor'], SEVERITIES),
      because,
    }),
    z.strictObject({ kind: z.enum(['request', 'assignment', 'security']), because }),
    z.strictObject({ kind: z.literal('as-answered').optional(), answers: answersSchema, because }),
  ],
  A_KIND,
);

export const reply = z.strictObject({
  text,
  cc: z.array(givenAddress).max(20).default([]),
  /** Ids of files that were attached before. */
  attachments: z.array(z.string().max(1_000)).max(20, 'At most 20 files.').default([]),
  seen: z.int().min(0),
  /** To all tickets of the incident that this one leads. */
  toAll: z.boolean().optional(),
});
export const note = z.strictObject({ text });
export const handover = z.strictObject({ to: z.union([z.literal(2), z.literal(3)], 'Levels are 2 and 3.'), reason });
export const escalation = z.strictObject({ reason });
export const comingBack = z
  .strictObject({ until: instant.optional(), version: line.optional(), text: text.optional() })
  .refine(({ until, version }) => (until === undefined) !== (version === undefined), {
    path: ['until'],
    error: 'Say when: “until”, an instant, or “version”, with which the fix comes.',
  });
export const dismissal = z.strictObject({ reason });
export const redaction = z.strictObject({
  message: z.int().min(0, 'Messages are counted from 0.'),
  attachment: z.int().min(0, 'Files are counted from 0.').optional(),
  reason,
});
export const version = z.strictObject({ version: line });
export const incident = z.strictObject({ title: line });
export const publication = z.strictObject({ text });
export const language = z.strictObject({ language: z.enum(LANGUAGES) });
export const confirmation = z.strictObject({ held: z.int().min(0, 'Mails that are held are counted from 0.') });
export const waiting = z.strictObject({ until: instant, reason, remind: z.boolean().optional() });

export const time = z.strictObject({
  minutes: z
    .int()
    .min(1)
    .max(24 * 60),
  level: z.union([z.literal(2), z.literal(3)], 'Levels are 2 and 3.'),
  what: reason,
  workedAt: instant.optional(),
});

export const estimate = z.strictObject({ hours: z.number().positive().max(10_000), text, validUntil: instant });
export const postponement = z.strictObject({ reason, version: line.optional() });
export const maintenance = z.strictObject({ startsAt: instant, endsAt: instant, what: line });
export const nothing = z.strictObject({});
export const resolution = z.strictObject({ text: text.optional(), toAll: z.boolean().optional() });
export const reopening = z.strictObject({ reason: reason.optional() });

export const releasePlan = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, 'Name the version.')
    .max(40, 'At most 40 characters.')
    .regex(/^[\p{L}\d][\p{L}\d ._+-]*$/u, 'A version is named with letters, digits, spaces and . _ + -'),
  freeze: date,
  date,
});
export const releaseWords = z.strictObject({ nb: textWith(RELEASE_FIELDS), en: textWith(RELEASE_FIELDS) });

// The last year is left to what is promised by then: calendars end with it.
function isCovered(written: string): boolean {
  const year = new Date(written).getUTCFullYear();
  return !(year < FIRST_YEAR || year >= LAST_YEAR);
}
