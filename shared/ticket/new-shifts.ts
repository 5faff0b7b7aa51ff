import { dateOf, dayOf } from '../promises/days';
import type { LocalDate } from '../promises/instant';
import type { AgentId } from './ids';
import { Refusal } from './refusal';
import type { Roster, Shift, Workforce } from './roster';
import { agentOf, names, ofLevel, type Staff, seniors } from './staff';

/** The shifts of a date and all that follow, as somebody would have them. */
export interface NewShifts {
  readonly from: LocalDate;
  /** Where two cover a date, the later one counts. */
  readonly shifts: readonly Shift[];
}

/**
 * The roster with new shifts from a date on: what was set before ends the day before it.
 * @throws {Refusal} for dates that have passed, and for people who may not have such a shift, with the names who may.
 */
export function withNewShifts({ staff, roster }: Workforce, { from, shifts }: NewShifts, today: LocalDate): Roster {
  if (from < today)
    throw new Refusal('in-the-past', `${from} has passed. Change the roster from ${today} on, or later.`);
  for (const shift of shifts) {
    refuseWrongDates(shift, from);
    refuseWrongPeople(shift, staff);
  }
  return { shifts: [...before(from, roster), ...shifts] };
}

function refuseWrongDates({ from, to }: Shift, start: LocalDate): void {
  if (to < from) throw new Refusal('bad-request', `The shift from ${from} to ${to} ends before it begins.`);
  if (from < start)
    throw new Refusal(
      'bad-request',
      `The shift from ${from} begins before ${start}, from which on the roster is changed. Say “from” as early as that.`,
    );
}

function refuseWrongPeople({ duty, senior, onCall }: Shift, staff: Staff): void {
  for (const id of [duty, senior, ...onCall]) agentOf(staff, id);
  const level2 = ofLevel(staff, 2);
  if (!includes(level2, duty))
    throw new Refusal(
      'bad-request',
      `“${duty}” is not of level 2, which has the person on duty. Choose one of: ${names(level2)}.`,
    );
  const junior = [senior, ...onCall].find((id) => !includes(seniors(staff), id));
  if (junior)
    throw new Refusal('senior-needed', `“${junior}” is no senior (P8). Choose among: ${names(seniors(staff))}.`);
}

const includes = (staff: Staff, id: AgentId): boolean => staff.some((agent) => agent.id === id);

function before(start: LocalDate, { shifts }: Roster): Shift[] {
  const last = dateOf(dayOf(start) - 1);
  return shifts.filter(({ from }) => from < start).map((shift) => (shift.to < start ? shift : { ...shift, to: last }));
}
