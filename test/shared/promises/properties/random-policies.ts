import * as fc from 'fast-check';
import { standardPromise } from '../../../../shared/promises/default-policy';
import { KINDS, type PolicyFile } from '../../../../shared/promises/policy';
import { closureIn, holidays } from './random-closings';
import { calendarIn, dateIn } from './random-hours';
import { OSLO, SCENES, type Scene } from './scenes';

type Rules = Pick<PolicyFile['kinds']['severe'], 'calendar' | 'target' | 'latest' | 'management'>;

/** What a random policy says otherwise than the default one; no more, so that a counterexample can be read. */
interface Changes extends Pick<PolicyFile, 'holidays' | 'closures'> {
  readonly calendars: Record<CalendarName, Omit<PolicyFile['calendars'][string], 'name'>>;
  readonly rules: Record<string, Rules>;
}

/** The default policy where nothing is changed. */
export interface Written {
  readonly scene: Scene;
  /** A date that is closed too, for the law that it makes nothing earlier. */
  readonly further: string;
  readonly changes?: Changes;
}

export const CALENDARS = ['support', 'working'] as const;
export type CalendarName = (typeof CALENDARS)[number];

/** The default policy, with another further date. */
export const theDefaultPolicy: fc.Arbitrary<Written> = fc.record({ scene: fc.constant(OSLO), further: dateIn(OSLO) });

/** A policy of random hours, closures, holidays and rules, in the zone of a random scene. */
export function randomPolicy(): fc.Arbitrary<Written> {
  return fc
    .constantFrom(...SCENES)
    .chain((scene) => fc.record({ scene: fc.constant(scene), further: dateIn(scene), changes: changesIn(scene) }));
}

/** The policy as a vendor would write it. */
export function policyFileOf({ scene: { timeZone }, changes }: Written): PolicyFile {
  if (!changes) return standardPromise;
  const { holidays, closures, calendars, rules } = changes;
  const name = { nb: 'navn', en: 'name' };
  const kinds = KINDS.map((kind) => {
    const { management: _, ...rest } = standardPromise.kinds[kind];
    return [kind, { ...rest, ...rules[kind] }] as const;
  });
  return {
    ...standardPromise,
    timeZone,
    holidays,
    closures,
    calendars: { support: { name, ...calendars.support }, working: { name, ...calendars.working } },
    kinds: { ...standardPromise.kinds, ...Object.fromEntries(kinds) },
  };
}

function changesIn(scene: Scene): fc.Arbitrary<Changes> {
  const closure = closureIn(scene);
  const calendar = calendarIn(scene, ['first', 'second', 'third']);
  return fc.record({
    holidays,
    closures: fc.record({ first: closure, second: closure, third: closure }),
    calendars: fc.record({ support: calendar, working: calendar }),
    rules: fc.record(Object.fromEntries(KINDS.map((kind) => [kind, rules]))),
  });
}

const calendarName = fc.constantFrom(...CALENDARS);
const openTime = fc.oneof(
  fc.integer({ min: 1, max: 600 }).map((minutes) => `${minutes} minutes`),
  fc.integer({ min: 1, max: 40 }).map((hours) => `${hours} hours`),
);
const rule = fc.oneof(
  fc.constantFrom({ closeOf: 'day-of-receipt' as const }, { closeOf: 'next-open-day' as const }),
  fc.record({ within: openTime }),
);
const management = fc.record({ promise: fc.constant('P8'), calendar: calendarName, openTime });
const rules: fc.Arbitrary<Rules> = fc
  .record(
    { calendar: calendarName, target: rule, latest: rule, management },
    { requiredKeys: ['calendar', 'target', 'latest'] },
  )
  .map((rules) => (isRefused(rules) ? { ...rules, target: rules.latest, latest: rules.target } : rules));

// A target that is always later than the latest is refused as a policy.
function isRefused({ target, latest }: Rules): boolean {
  if ('within' in target) return 'within' in latest && minutesOf(target.within) > minutesOf(latest.within);
  return target.closeOf === 'next-open-day' && 'closeOf' in latest && latest.closeOf === 'day-of-receipt';
}

const minutesOf = (written: string): number => Number.parseInt(written, 10) * (written.includes('hour') ? 60 : 1);
