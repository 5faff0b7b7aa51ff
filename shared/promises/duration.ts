import * as z from 'zod';
import { HOUR, MINUTE } from './instant';
import type { Words } from './say';

/** A stretch of open time as the policy writes it: '15 minutes', '4 hours'. */
export type Duration = string;

const WRITTEN = /^([1-9]\d*) (minute|hour)s?$/;

export const duration = z.string().regex(WRITTEN, 'A time is written as “15 minutes” or “4 hours”.');

export function millisecondsOf(written: Duration): number {
  const { count, unit } = partsOf(written);
  return count * (unit === 'hour' ? HOUR : MINUTE);
}

export function sayDuration(written: Duration): Words {
  const { count, unit } = partsOf(written);
  const [one, many] = NAMES[unit];
  const name = count === 1 ? one : many;
  return { nb: `${count} ${name.nb}`, en: `${count} ${name.en}` };
}

type Unit = 'minute' | 'hour';

const NAMES: Record<Unit, readonly [one: Words, many: Words]> = {
  minute: [
    { nb: 'minutt', en: 'minute' },
    { nb: 'minutter', en: 'minutes' },
  ],
  hour: [
    { nb: 'time', en: 'hour' },
    { nb: 'timer', en: 'hours' },
  ],
};

function partsOf(written: Duration): { count: number; unit: Unit } {
  const [, count, unit] = WRITTEN.exec(written) ?? [];
  return { count: Number(count), unit: unit === 'hour' ? 'hour' : 'minute' };
}
