import { type Commitment, commitmentFor, commitmentOn } from '../../../shared/promises/commitment';
import { datesBetween } from '../../../shared/promises/days';
import { standardPromise } from '../../../shared/promises/default-policy';
import { DAY, type LocalDate } from '../../../shared/promises/instant';
import { defaultPolicy, KINDS, type Policy, policySchema } from '../../../shared/promises/policy';
import { chanceFrom, oneOf } from '../../support/chance';
import { type Row, thousands } from '../findings';
import { median } from '../measure';
import { atMost } from './at-most';

const TICKETS = 10_000;
const MS_MAX = 100;

const NOW = Date.UTC(2026, 3, 27);
// Working days of the month in which the tickets came in, without Easter.
const EDITS = [...datesBetween('2026-04-07', '2026-04-10'), ...datesBetween('2026-04-13', '2026-04-17')];

/** Open tickets of all kinds are promised anew after a date more is closed, from the edited file on. */
export function measureNewDeadlines(): Row[] {
  const promised = openTickets();
  const edits = EDITS.map((date) => promiseAnew(promised, date));
  const time = median(edits.map(({ ms }) => ms));
  const moved = median(edits.map(({ moved }) => moved));
  return [
    {
      what: `new deadlines for ${thousands(TICKETS)} open tickets, of which ${thousands(moved)} move`,
      figure: coreTime(time),
      floor: atMost(time, MS_MAX, coreTime),
    },
  ];
}

function openTickets(): readonly Commitment[] {
  const chance = chanceFrom(TICKETS);
  return Array.from({ length: TICKETS }, () =>
    commitmentFor(oneOf(chance, KINDS), NOW - Math.floor(chance() * 30 * DAY), defaultPolicy),
  );
}

function promiseAnew(promised: readonly Commitment[], closed: LocalDate): { ms: number; moved: number } {
  const start = process.cpuUsage();
  const policy = closedOn(closed);
  const anew = promised.map(({ kind, basis }) => commitmentOn({ ...basis, policy: policy.version }, kind, policy));
  const { user, system } = process.cpuUsage(start);
  const moved = anew.filter(({ beginLatest }, i) => beginLatest !== promised[i]?.beginLatest);
  return { ms: (user + system) / 1_000, moved: moved.length };
}

function closedOn(date: LocalDate): Policy {
  const calendars = Object.entries(standardPromise.calendars).map(([name, calendar]) => [
    name,
    { ...calendar, specialHours: { ...calendar.specialHours, [date]: [] } },
  ]);
  return policySchema.parse({
    ...standardPromise,
    version: `${standardPromise.version}, closed on ${date}`,
    calendars: Object.fromEntries(calendars),
  });
}

const coreTime = (ms: number): string => `${ms.toFixed(1)} ms of core time`;
