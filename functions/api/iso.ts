import { type Instant, MINUTE } from '../../shared/promises/instant';
import type { Policy } from '../../shared/promises/policy';
import { zoneOf } from '../../shared/promises/zone';

/** Instants as the API says them: ISO 8601 with the offset of the promise's zone, `2026-01-19T15:00:00+01:00`. */
export function isoIn({ timeZone }: Policy): (at: Instant) => string {
  const zone = zoneOf(timeZone);
  return (at) => {
    const minute = Math.floor(at / MINUTE) * MINUTE;
    const offset = Date.parse(`${zone.dateOf(at)}T${zone.timeOf(at)}Z`) - minute;
    return `${new Date(at + offset).toISOString().replace(/(\.000)?Z$/, '')}${offsetText(offset / MINUTE)}`;
  };
}

/** An instant that is not known, or has not come yet, is null. */
export const isoOrNull = (at: Instant | undefined, iso: (at: Instant) => string): string | null =>
  at === undefined ? null : iso(at);

function offsetText(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}
