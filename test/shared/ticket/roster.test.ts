import { defaultPolicy } from '../../../shared/promises/policy';
import {
  callChain,
  calledNow,
  isAvailable,
  onCall,
  onDuty,
  type Roster,
  type Shift,
  seniorOnDuty,
} from '../../../shared/ticket/roster';
import { type Agent, agentOf } from '../../../shared/ticket/staff';
import { at, on } from '../../support/desk-time';
import { anna, bo, cato, dina, erik, ROSTER, STAFF } from '../../support/ticket-story';
import { away, crew, ids } from './crew';

const MONDAY = '2026-01-12';
const SATURDAY = '2026-01-17';
const MAUNDY_THURSDAY = '2026-04-02';
const IN_JULY = '2026-07-14';

const shift = (changes: Partial<Shift>): Shift => ({
  from: MONDAY,
  to: MONDAY,
  duty: bo,
  senior: dina,
  onCall: [dina],
  ...changes,
});
const EMPTY: Roster = { shifts: [] };

describe('somebody is available', () => {
  const available = (date: string, changes: Partial<Agent> = {}) =>
    isAvailable({ ...agentOf(STAFF, anna), ...changes }, date, defaultPolicy);

  it('on every working day, where no days are said', () => {
    expect([MONDAY, SATURDAY, MAUNDY_THURSDAY, IN_JULY].map((date) => available(date))).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it('on their own weekdays alone, where those are said, and on no holiday', () => {
    const workingDays = ['mon', 'thu', 'sat'] as const;
    const dates = [MONDAY, '2026-01-13', SATURDAY, MAUNDY_THURSDAY];
    expect(dates.map((date) => available(date, { workingDays }))).toEqual([true, false, true, false]);
  });

  it('but not from the first to the last date of an absence', () => {
    const dates = ['2026-01-13', '2026-01-14', '2026-01-15', '2026-01-16'];
    expect(dates.map((date) => available(date, away('2026-01-14', '2026-01-15')))).toEqual([true, false, false, true]);
  });
});

describe('the person on duty', () => {
  it('is the one of the shift', () => {
    expect(onDuty(at('mon 10:00'), crew())?.id).toBe(anna);
  });

  it('is the one of the last shift set that covers the date', () => {
    const roster = { shifts: [...ROSTER.shifts, shift({ from: '2026-01-13', to: '2026-01-14' })] };
    const days = ['mon 10:00', 'tue 10:00', 'wed 23:59', 'thu 00:00'];
    expect(days.map((day) => onDuty(at(day), crew({}, roster))?.id)).toEqual([anna, bo, bo, anna]);
  });

  it.each([
    ['is absent', away(MONDAY)],
    ['does not work that day', { workingDays: ['tue'] as const }],
    ['has moved to level 3', { works: 3 as const }],
  ])('is another of level 2 where the one of the shift %s', (_, changes) => {
    expect(onDuty(at('mon 10:00'), crew({ anna: changes }))?.id).toBe(bo);
  });

  it('is the first of level 2 who works where no shift covers the date', () => {
    expect(onDuty(at('mon 10:00'), crew({}, EMPTY))?.id).toBe(anna);
    expect(onDuty(at('mon 10:00'), crew({ anna: away(MONDAY) }, EMPTY))?.id).toBe(bo);
  });

  it('is nobody where all of level 2 are away', () => {
    expect(onDuty(at('mon 10:00'), crew({ anna: away(MONDAY), bo: away(MONDAY) }))).toBeUndefined();
  });

  it.each([
    ['a closure', '2026-07-15T10:00+02:00'],
    ['a public holiday', '2026-04-02T10:00+02:00'],
    ['a weekend', '2026-01-17T10:00+01:00'],
  ])('is the one of the shift during %s too, whatever their weekdays, unless absent', (_, then) => {
    const weekdays = { workingDays: ['fri'] as const };
    expect(onDuty(on(then), crew({ anna: weekdays }))?.id).toBe(anna);
    expect(onDuty(on(then), crew({ anna: { ...weekdays, ...away(then.slice(0, 10)) } }))?.id).not.toBe(anna);
  });
});

describe('the senior on duty', () => {
  it('is the one of the shift', () => {
    expect(seniorOnDuty(at('mon 10:00'), crew({}, { shifts: [shift({})] }))?.id).toBe(dina);
  });

  it('is another senior where that one is away, of level 2 first', () => {
    const roster = { shifts: [shift({ senior: dina })] };
    expect(seniorOnDuty(at('mon 10:00'), crew({ dina: away(MONDAY), cato: { senior: true } }, roster))?.id).toBe(anna);
  });

  it('is nobody where no senior works, and never one of management', () => {
    const absent = { anna: away(MONDAY), dina: away(MONDAY), erik: { senior: true } };
    expect(seniorOnDuty(at('mon 10:00'), crew(absent))).toBeUndefined();
  });

  it('is not whoever has been a senior', () => {
    expect(seniorOnDuty(at('mon 10:00'), crew({ anna: { senior: false } }))?.id).toBe(dina);
  });

  it('is the one of the shift on a weekend too, unless absent', () => {
    expect(seniorOnDuty(at('sat 10:00'), crew())?.id).toBe(anna);
    expect(seniorOnDuty(at('sat 10:00'), crew({ anna: away(SATURDAY) }))).toBeUndefined();
  });
});

describe('the alarm of a critical error goes', () => {
  const roster = { shifts: [shift({ from: MONDAY, to: '2026-01-18', senior: anna, onCall: [dina, cato] })] };
  const seniorCato = { cato: { senior: true } };
  const chain = (when: string, changes = {}) => ids(callChain(at(when), crew({ ...seniorCato, ...changes }, roster)));

  it('in working hours to the senior on duty, then to the others who work', () => {
    expect(chain('mon 08:00')).toEqual([anna, cato, dina]);
    expect(chain('mon 15:59', { cato: { senior: true, workingDays: ['tue'] } })).toEqual([anna, dina]);
  });

  it.each(['mon 07:59', 'mon 16:00', 'sat 12:00'])(
    'outside them, as at %s, to who is on call, then to the others',
    (when) => {
      expect(chain(when)).toEqual([dina, cato, anna]);
    },
  );

  it('outside them to those too who do not work that day, but not to who is away', () => {
    expect(chain('mon 18:00', { anna: { workingDays: ['tue'] }, dina: away(MONDAY) })).toEqual([cato, anna]);
    expect(ids(onCall(at('mon 18:00'), crew({ ...seniorCato, dina: away(MONDAY) }, roster)))).toEqual([cato]);
  });

  it('never to a junior or to management, whatever the roster says', () => {
    const wrong = { shifts: [shift({ onCall: [bo, erik, dina, dina] })] };
    expect(ids(callChain(at('mon 18:00'), crew({ erik: { senior: true } }, wrong)))).toEqual([dina, anna]);
  });

  it('to nobody where no senior is there', () => {
    const absent = { anna: away(MONDAY), dina: away(MONDAY) };
    expect(['mon 10:00', 'mon 18:00'].flatMap((when) => callChain(at(when), crew(absent)))).toEqual([]);
  });
});

describe('an alarm that nobody takes', () => {
  const chain = callChain(at('mon 18:00'), crew());

  it('moves up by one with each attempt, and then calls everybody each time', () => {
    expect([0, 1, 2, 3].map((attempt) => ids(calledNow(chain, attempt)))).toEqual([
      [anna],
      [dina],
      [anna, dina],
      [anna, dina],
    ]);
  });

  it('calls nobody where there is nobody', () => {
    expect(calledNow([], 0)).toEqual([]);
  });
});
