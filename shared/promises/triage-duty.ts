import type { Hours } from './calendar-definition';
import { millisecondsOf } from './duration';
import { type Instant, type LocalDate, MINUTE } from './instant';
import type { Policy } from './policy';
import { calendarNamed } from './policy-calendar';
import { zoneOf } from './zone';

/** When the person on duty is reminded of what nobody has triaged, and by when they do so: an internal duty. */
export interface TriageReminderDue {
  readonly at: Instant;
  readonly closesAt: Instant;
}

/** The one of a date, on which support may be closed; undefined where nobody works. */
export function triageReminderOn(date: LocalDate, policy: Policy): TriageReminderDue | undefined {
  const { calendar, remindBefore } = policy.triageBy;
  const closesAt = calendarNamed(calendar, policy).calendar.closeOn(date);
  if (closesAt === undefined) return undefined;
  const midnight = zoneOf(policy.timeZone).instantOf(date, '00:00');
  return { at: Math.max(midnight, closesAt - millisecondsOf(remindBefore)), closesAt };
}

/** The local times at which a reminder may be due on some date, '15:00', for schedules, which know no dates. */
export function triageReminderTimes({ triageBy, calendars }: Policy): string[] {
  const { hours = {}, specialHours = {} } = calendars[triageBy.calendar] ?? {};
  const closes = [...Object.values(hours), ...Object.values(specialHours)].flatMap((day) => lastCloseOf(day) ?? []);
  const before = millisecondsOf(triageBy.remindBefore) / MINUTE;
  return [...new Set(closes.map((close) => timeOf(Math.max(0, minutesOf(close) - before))))].toSorted();
}

const lastCloseOf = (day: Hours = []): string | undefined =>
  day
    .map(([, close]) => close)
    .toSorted()
    .at(-1);

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}

const timeOf = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
