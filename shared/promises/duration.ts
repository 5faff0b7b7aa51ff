import * as z from 'zod';
import { HOUR, MINUTE } from './instant';
import type { Words } from './say';

/** A stretch of open time as the policy writes it: '15 minutes', '4 hours'. */
export type Duration = string;

const WRITTEN = /^([1-9]\d*) (minute|hour)s?$/;

// More would lead out of the years that calendars cover.
const HOURS_MAX = 10_000;

export const duration = z
  .string()
  .regex(WRITTEN, 'A time is written as “15 minutes” or “4 hours”.')
  .refine((written) => !(millisecondsOf(written) > HOURS_MAX * HOUR), 'A time is 10,000 hours at most.');

export function millisecondsOf(written: Duration): number {
  const { count, unit } = partsOf(written);
  return count * (unit === 'hour' ? HOUR : MINUTE);
}

export function sayDuration(written: Duration): Words {
  return sayCount(partsOf(written));
}

function sayCount({ count, unit }: Counted): Words {
  const [one, many] = NAMES[unit];
  const name = count === 1 ? one : many;
  return { nb: `${count} ${name.nb}`, en: `${count} ${name.en}` };
}

/** '5 timer og 20 minutter', '20 minutter': open milliseconds in whole minutes; a rest that is less is not said. */
export function saySpan(ms: number): Words {
  const minutes = Math.floor(ms / MINUTE);
  const parts = [
    { count: Math.floor(minutes / 60), unit: 'hour' },
    { count: minutes % 60, unit: 'minute' },
  ] as const;
  const said = parts.filter(({ count }, i) => count > 0 || (i === 1 && minutes === 0)).map(sayCount);
  return { nb: said.map(({ nb }) => nb).join(' og '), en: said.map(({ en }) => en).join(' and ') };
}

type Unit = 'minute' | 'hour';

interface Counted {
  readonly count: number;
  readonly unit: Unit;
}

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

function partsOf(written: Duration): Counted {
  const [, count, unit] = WRITTEN.exec(written) ?? [];
  return { count: Number(count), unit: unit === 'hour' ? 'hour' : 'minute' };
}
