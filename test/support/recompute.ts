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

function ruledBy(step: StepJson): number {
  const { rule, goingOn, counted, from, ruled } = step;
  refuseDisorder(counted);
  const start = goingOn?.at ?? from;
  const due = 'within' in rule ? sumOf(rule.within, start, step) : closeOf(rule.closeOf, start, step);
  if (due !== Date.parse(ruled)) throw new Error(`The rule gives ${new Date(due).toISOString()}, not ${ruled}.`);
  return due;
}

function refuseDisorder(counted: readonly PeriodJson[]): void {
  for (const [i, { start, end }] of counted.entries()) {
    const before = counted[i - 1]?.end ?? start;
    if (Date.parse(start) < Date.parse(before) || Date.parse(end) <= Date.parse(start))
      throw new Error(`The period from ${start} to ${end} is out of order.`);
  }
}

function sumOf(within: string, start: string, step: StepJson): number {
  const { goingOn, counted, ruled } = step;
  const asked = Math.max(0, milliseconds(within) - (goingOn?.used ?? 0));
  if (sum(counted) !== asked) throw new Error(`The rule asks for ${asked} ms, the periods come to ${sum(counted)}.`);
  const [first] = counted;
  if (!first) return nextOpening(start, ruled, step);
  if (Date.parse(first.start) < Date.parse(start)) throw new Error(`Time is counted from before ${start}.`);
  return lastEnd(counted, 0);
}

// A rule whose time had gone already falls due where the calendar next opens. The trace does not tell its hours: only
// that this is no earlier, and that every date in between was closed.
function nextOpening(start: string, ruled: string, step: StepJson): number {
  if (Date.parse(ruled) < Date.parse(start)) throw new Error(`${ruled} is before ${start}.`);
  refuseOpenBetween(dateOf(start), dateOf(ruled), step);
  return Date.parse(ruled);
}

function closeOf(rule: string, start: string, step: StepJson): number {
  const { goingOn, counted, ruled, from } = step;
  // A close that had passed when a version was applied falls due there and then; its own day is not told.
  if (goingOn && Date.parse(ruled) === Date.parse(start)) return Date.parse(start);
  const day = onlyDateOf(counted);
  refuseOtherDay(rule, dateOf(from), day, step);
  const close = lastEnd(counted, 0);
  if (close <= Date.parse(start)) throw new Error(`The close is not after ${start}.`);
  return close;
}

function onlyDateOf(counted: readonly PeriodJson[]): string {
  const [day, ...others] = new Set(counted.map(({ start }) => dateOf(start)));
  if (day === undefined || others.length > 0) throw new Error('A close is that of one day.');
  return day;
}

// Of a day of receipt that was over, the trace tells that it was not closed, and not when it closed.
function refuseOtherDay(rule: string, received: string, day: string, step: StepJson): void {
  if (day < received || step.closed.some(({ date }) => date === day)) throw new Error(`${day} is not an open day.`);
  if (rule === 'next-open-day' && day === received) throw new Error(`${day} is the day of receipt itself.`);
  refuseOpenBetween(received, day, step);
}

// The closed days are told up to the instant that is promised: where an earlier one stood, not up to the rule's.
function refuseOpenBetween(first: string, last: string, { closed, stood, to }: StepJson): void {
  const end = stood === undefined || to === null || last < dateOf(to) ? last : dateOf(to);
  for (let date = dayAfter(first); date < end; date = dayAfter(date)) {
    if (!closed.some((day) => day.date === date))
      throw new Error(`${date} was passed over, and is not told as closed.`);
  }
}

// The instants carry the offset of the promise's zone, so the local date is what they begin with.
const dateOf = (iso: string): string => iso.slice(0, 10);

const dayAfter = (date: string): string => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);

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
