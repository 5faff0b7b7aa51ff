/** A point in time, in epoch milliseconds. Durations are plain milliseconds as well; names say which is meant (`…At`). */
export type Instant = number;

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A calendar date in some time zone, `YYYY-MM-DD`; it sorts as text. */
export type LocalDate = string;
