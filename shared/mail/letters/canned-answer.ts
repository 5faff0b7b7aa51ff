import * as z from 'zod';
import { KINDS } from '../../promises/policy';
import { FIELDS, listed, strangersAmong } from './canned';

const TEXT_MAX = 5_000;

/** A text with fields, which are filled when it is sent; one that nobody could fill is refused with those there are. */
export const textWith = (fields: readonly string[]) =>
  z
    .string()
    .trim()
    .min(1, 'Write something first.')
    .max(TEXT_MAX, `At most ${TEXT_MAX} characters.`)
    .superRefine((text, found) => {
      const strangers = strangersAmong(text, fields);
      if (strangers.length === 0) return;
      const message = `There is no field ${strangers.join(', ')}. There are: ${listed(fields)}.`;
      found.addIssue({ code: 'custom', message });
    });

const title = z.string().trim().min(1, 'Give it a title.').max(100, 'At most 100 characters.');

/** An answer that is written beforehand: for tickets of some kinds, or of any, in each language. */
export const cannedAnswer = z.strictObject({
  id: z
    .string()
    .max(60, 'At most 60 characters.')
    .regex(/^[a-z\d]+(-[a-z\d]+)*$/, 'An id is written like “more-information”.'),
  kinds: z.array(z.enum(KINDS)).max(KINDS.length).default([]),
  title: z.strictObject({ nb: title, en: title }),
  text: z.strictObject({ nb: textWith(FIELDS), en: textWith(FIELDS) }),
});

export type CannedAnswer = Readonly<z.output<typeof cannedAnswer>>;

/**
 * The answers that a desk begins with, as somebody wrote them.
 * @throws {ZodError} with every fault, where it is.
 */
export const cannedAnswersOf = (written: readonly z.input<typeof cannedAnswer>[]): readonly CannedAnswer[] =>
  z.array(cannedAnswer).parse(written);
