import type { PolicyFile } from '../../../../shared/promises/policy';
import { type Clocks, clocksOf } from '../oracle/clocks';

/** A zone and two years of it from which questions are asked; the oracle knows the year before and the year after too. */
export interface Scene {
  readonly timeZone: PolicyFile['timeZone'];
  readonly years: readonly [first: number, last: number];
}

/** Norway as it is: 53 weeks in 2026, and a 17 May 2027 that is Whit Monday too. */
export const OSLO: Scene = { timeZone: 'Europe/Oslo', years: [2026, 2027] };

/** Each with something of its own about its clocks. */
export const SCENES: readonly Scene[] = [
  OSLO,
  // 2100 is no leap year.
  { timeZone: 'Europe/Oslo', years: [2099, 2100] },
  { timeZone: 'America/New_York', years: [2024, 2025] },
  // Half an hour.
  { timeZone: 'Australia/Lord_Howe', years: [2026, 2027] },
  // A quarter of an hour, once, at the New Year of 1986.
  { timeZone: 'Asia/Kathmandu', years: [1985, 1986] },
  // At midnight.
  { timeZone: 'America/Sao_Paulo', years: [2017, 2018] },
  // A minute past midnight, back over it.
  { timeZone: 'America/St_Johns', years: [2009, 2010] },
  // Back for Ramadan.
  { timeZone: 'Africa/Casablanca', years: [2026, 2027] },
  // 30 December 2011 was skipped.
  { timeZone: 'Pacific/Apia', years: [2011, 2012] },
];

const looked = new Map<Scene, Clocks>();

/** The clocks of a scene; they are looked at once. */
export function clocksIn(scene: Scene): Clocks {
  const { timeZone, years } = scene;
  const clocks = looked.get(scene) ?? clocksOf(timeZone, years[0] - 1, years[1] + 1);
  looked.set(scene, clocks);
  return clocks;
}
