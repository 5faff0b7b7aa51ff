import * as z from 'zod';

// A place in a queue, as the lists give it: when it is due, when it was received, and a ticket's number.
const POSITION = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z#){2}[\dA-Z]{4}-[\dA-Z]{4}$/;

/** Where a list goes on, as its answer before gave it. */
export const cursorIn = z
  .string()
  .transform((text) => Buffer.from(text, 'base64url').toString('utf8'))
  .refine((position) => POSITION.test(position), 'A cursor is taken over from the answer before, as it is.');

export const cursorOut = (cursor: string | undefined): string | null =>
  cursor === undefined ? null : Buffer.from(cursor).toString('base64url');
