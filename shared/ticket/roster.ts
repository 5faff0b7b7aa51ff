import { supportCalendar } from '../promises/closure';
import { dayOf, WEEKDAYS, weekdayOf } from '../promises/days';
import type { Instant, LocalDate } from '../promises/instant';
import type { Policy } from '../promises/policy';
import { calendarNamed, type PolicyCalendar } from '../promises/policy-calendar';
import type { AgentId } from './ids';
import { type Agent, isAbsent, ofLevel, type Staff, seniors } from './staff';

/** Who stands in for what, from the first date to the last, both included: a date begins and ends at local midnight. */
export interface Shift {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Level 2's person on duty: triages every inquiry the same working day. */
  readonly duty: AgentId;
  /** Is given severe and critical errors (P8). */
  readonly senior: AgentId;
  /** Called outside working hours (P5), the first one first. */
  readonly onCall: readonly AgentId[];
}

/** The shifts as they were set: of those that cover a date, the last one counts. */
export interface Roster {
  readonly shifts: readonly Shift[];
}

/** The people at work, as they are kept. */
export interface Workforce {
  readonly staff: Staff;
  readonly roster: Roster;
}

export interface Crew extends Workforce {
  readonly policy: Policy;
}

/** Whether somebody works on a date: not away, on a weekday of theirs, and on no holiday of the working calendar. */
export const isAvailable = (agent: Agent, date: LocalDate, policy: Policy): boolean =>
  !isAbsent(agent, date) && worksOn(agent, date, working(policy));

/**
 * Level 2's person on duty: the shift's, or where they do not work, the first of level 2 who does. On a date on which
 * support is closed, whoever has the shift is on duty, unless absent: that is what a shift is for.
 */
export function onDuty(at: Instant, crew: Crew): Agent | undefined {
  const chosen = shiftAt(at, crew)?.duty;
  return holderOf({ chosen, candidates: ofLevel(crew.staff, 2), hours: supportCalendar(crew.policy) }, at, crew.policy);
}

/**
 * The senior who is given what is for seniors alone (P8): the shift's, or where they do not work, another who does; of
 * level 2 first, who needs no hand-over. On a date outside the working calendar it is the shift's, unless absent.
 */
export function seniorOnDuty(at: Instant, crew: Crew): Agent | undefined {
  const all = seniors(crew.staff);
  const candidates = [...ofLevel(all, 2), ...all.filter(({ works }) => works !== 2)];
  return holderOf({ chosen: shiftAt(at, crew)?.senior, candidates, hours: working(crew.policy) }, at, crew.policy);
}

/**
 * Whom the alarm of a critical error goes to, in order (P5). In working hours the senior on duty, then the others who
 * work; outside them who is on call, then every other senior who is not away. Empty: management is to be told at once.
 */
export function callChain(at: Instant, crew: Crew): Staff {
  const { calendar } = working(crew.policy);
  const date = calendar.dateOf(at);
  const all = seniors(crew.staff);
  if (!calendar.isOpen(at)) return onceEach([...onCall(at, crew), ...all.filter((agent) => !isAbsent(agent, date))]);
  const first = seniorOnDuty(at, crew);
  return onceEach([...(first ? [first] : []), ...all.filter((agent) => isAvailable(agent, date, crew.policy))]);
}

/** Who is on call on the local date of an instant, the first one first: the seniors of the shift who are not away. */
export function onCall(at: Instant, crew: Crew): Staff {
  const date = working(crew.policy).calendar.dateOf(at);
  return named(shiftAt(at, crew)?.onCall ?? [], seniors(crew.staff)).filter((agent) => !isAbsent(agent, date));
}

/**
 * Whom an attempt calls, counted from 0: the next of the chain alone, so that whoever is called knows that it is theirs
 * and others sleep; once everybody has been called, all of them each time. Who was called before may still take it.
 */
export const calledNow = (chain: Staff, attempt: number): Staff =>
  attempt < chain.length ? chain.slice(attempt, attempt + 1) : chain;

/** The shift of an instant's local date. */
export function shiftAt(at: Instant, { roster, policy }: Pick<Crew, 'roster' | 'policy'>): Shift | undefined {
  const date = working(policy).calendar.dateOf(at);
  return roster.shifts.findLast(({ from, to }) => from <= date && date <= to);
}

const working = (policy: Policy): PolicyCalendar => calendarNamed(policy.workingDays, policy);

/** What a shift gives to one of some people; on a date outside these hours it is theirs whatever their weekdays. */
interface Post {
  readonly chosen: AgentId | undefined;
  readonly candidates: Staff;
  readonly hours: PolicyCalendar;
}

function holderOf({ chosen, candidates, hours }: Post, at: Instant, policy: Policy): Agent | undefined {
  const date = hours.calendar.dateOf(at);
  const isClosed = hours.dayOff(date) !== undefined;
  const works = (agent: Agent) => (isClosed ? !isAbsent(agent, date) : isAvailable(agent, date, policy));
  const holder = candidates.find(({ id }) => id === chosen);
  return holder && works(holder) ? holder : candidates.find((agent) => isAvailable(agent, date, policy));
}

// Who ordinarily works on Saturdays does so; on a holiday nobody's weekdays count.
function worksOn({ workingDays }: Agent, date: LocalDate, { dayOff }: PolicyCalendar): boolean {
  const because = dayOff(date)?.because;
  if (!workingDays) return because === undefined;
  const weekday = WEEKDAYS[weekdayOf(dayOf(date))];
  return workingDays.some((day) => day === weekday) && (because === undefined || because === 'weekday');
}

const named = (ids: readonly AgentId[], among: Staff): Agent[] =>
  ids.flatMap((id) => among.filter((agent) => agent.id === id));

const onceEach = (agents: Staff): Staff => agents.filter(({ id }, i) => agents.findIndex((one) => one.id === id) === i);
