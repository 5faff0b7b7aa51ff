/** A trace as the API gives it: all that the program below may know. */
export interface TraceJson {
  readonly policy: string;
  readonly at: string;
  readonly steps: readonly StepJson[];
}

export interface StepJson {
  readonly instant: string;
  readonly rule: { readonly within: string } | { readonly closeOf: string };
  readonly from: string;
  readonly goingOn?: { readonly at: string; readonly used: number };
  readonly ruled: string;
  readonly stood?: string;
  readonly to: string | null;
  readonly counted: readonly PeriodJson[];
  readonly closed: readonly { readonly date: string }[];
  readonly pauses: readonly (PauseJson & { readonly left: number; readonly counted: readonly PeriodJson[] })[];
}

interface PeriodJson {
  readonly start: string;
  readonly end: string;
}

interface PauseJson {
  readonly from: string;
  readonly to: string | null;
}

/**
 * Works an instant out again from its trace alone, with no code and no calendar of the engine: adds up the periods, and
 * throws where they do not come to what the rule says. Null while the clock stands still.
 */
export function recompute(step: StepJson, decidedAt: string): string | null {
  const isBefore = ({ to }: PauseJson) => to !== null && Date.parse(to) <= Date.parse(decidedAt);
  const ruled = { due: ruledBy(step), counted: step.counted };
  const decided = step.pauses.filter(isBefore).reduce(pause, ruled);
  const made = { ...decided, ...(step.stood !== undefined && { due: Date.parse(step.stood) }) };
  const { due } = step.pauses.filter((other) => !isBefore(other)).reduce(pause, made);
  return due === null ? null : new Date(due).toISOString();
}

interface Counted {
  readonly due: number | null;
  readonly counted: readonly PeriodJson[];
}

function pause({ due, counted }: Counted, step: StepJson['pauses'][number]): Counted {
  if (due === null) throw new Error('A pause follows one that lasts.');
  const left = sum(clip(counted, Date.parse(step.from), due));
  if (left !== step.left) throw new Error(`A pause has ${step.left} ms left, the periods before it leave ${left}.`);
  if (step.to === null) return { due: null, counted: [] };
  if (sum(step.counted) !== left) throw new Error(`After a pause with ${left} ms left, something else was counted.`);
  return { due: lastEnd(step.counted, Date.parse(step.to)), counted: step.counted };
}

function ruledBy({ rule, goingOn, counted, ruled, from }: StepJson): number {
  const start = Date.parse(goingOn?.at ?? from);
  const end = lastEnd(counted, start);
  if ('within' in rule) {
    const asked = Math.max(0, milliseconds(rule.within) - (goingOn?.used ?? 0));
    if (sum(counted) !== asked) throw new Error(`The rule asks for ${asked} ms, the periods come to ${sum(counted)}.`);
    // A rule whose time had gone already falls due where the calendar next opens.
    if (asked === 0) return Date.parse(ruled);
  }
  return Math.max(end, goingOn ? start : end);
}

const sum = (periods: readonly PeriodJson[]): number =>
  periods.reduce((total, { start, end }) => total + Date.parse(end) - Date.parse(start), 0);

const lastEnd = (periods: readonly PeriodJson[], otherwise: number): number =>
  periods.reduce((last, { end }) => Math.max(last, Date.parse(end)), periods.length > 0 ? 0 : otherwise);

const clip = (periods: readonly PeriodJson[], from: number, to: number): PeriodJson[] =>
  periods.flatMap(({ start, end }) => {
    const [a, b] = [Math.max(Date.parse(start), from), Math.min(Date.parse(end), to)];
    return a < b ? [{ start: new Date(a).toISOString(), end: new Date(b).toISOString() }] : [];
  });

function milliseconds(written: string): number {
  const [count, unit] = written.split(' ');
  return Number(count) * (unit?.startsWith('hour') ? 3_600_000 : 60_000);
}
