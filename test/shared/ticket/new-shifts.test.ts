import { agentId } from '../../../shared/ticket/ids';
import { withNewShifts } from '../../../shared/ticket/new-shifts';
import { Refusal } from '../../../shared/ticket/refusal';
import type { Shift } from '../../../shared/ticket/roster';
import { anna, bo, cato, dina, erik, ROSTER } from '../../support/ticket-story';
import { crew } from './crew';

const TODAY = '2026-01-12';
const shift = (changes: Partial<Shift> = {}): Shift => ({
  from: '2026-02-02',
  to: '2026-02-08',
  duty: bo,
  senior: dina,
  onCall: [dina, anna],
  ...changes,
});

const set = (from: string, ...shifts: Shift[]) => withNewShifts(crew(), { from, shifts }, TODAY);

function refusalOf(act: () => unknown): { reason: string; message: string } {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return { reason: error.reason, message: error.message };
  }
  throw new Error('Nothing was refused.');
}

describe('new shifts', () => {
  it('replace what was set from a date on: the shift before ends the day before', () => {
    expect(set('2026-02-02', shift()).shifts).toEqual([{ ...ROSTER.shifts[0], to: '2026-02-01' }, shift()]);
  });

  it('leave nothing of what was to begin on that date or later', () => {
    const roster = set('2026-02-02', shift());
    const earlier = shift({ from: TODAY, to: '2026-03-01' });
    const again = withNewShifts({ ...crew(), roster }, { from: TODAY, shifts: [earlier] }, TODAY);
    expect(again.shifts).toEqual([{ ...ROSTER.shifts[0], to: '2026-01-11' }, earlier]);
  });

  it('may begin today, and overlap: then the later one counts', () => {
    const shifts = [shift({ from: TODAY, to: '2026-12-31' }), shift({ from: TODAY, to: TODAY })];
    expect(set(TODAY, ...shifts).shifts.slice(1)).toEqual(shifts);
  });

  it.each<[string, Partial<Shift>, string, string]>([
    ['that end before they begin', { to: '2026-02-01' }, 'bad-request', 'ends before it begins'],
    ['that begin before the date from which they count', { from: '2026-02-01' }, 'bad-request', 'as early as that'],
    ['of somebody unknown', { duty: agentId('frida') }, 'no-such-agent', 'Choose one of: anna, bo, cato, dina, erik.'],
    ['with a person on duty who is not of level 2', { duty: cato }, 'bad-request', 'Choose one of: anna, bo.'],
    ['with a senior who is none', { senior: bo }, 'senior-needed', 'Choose among: anna, dina.'],
    ['with somebody on call who is no senior', { onCall: [dina, cato] }, 'senior-needed', '“cato” is no senior'],
    ['with management on call', { onCall: [erik] }, 'senior-needed', 'Choose among: anna, dina.'],
  ])('%s are refused', (_, changes, reason, says) => {
    const refusal = refusalOf(() => set('2026-02-02', shift(), shift(changes)));
    expect(refusal).toMatchObject({ reason, message: expect.stringContaining(says) });
  });

  it('of days that have passed are refused', () => {
    expect(refusalOf(() => set('2026-01-11', shift()))).toMatchObject({
      reason: 'in-the-past',
      message: '2026-01-11 has passed. Change the roster from 2026-01-12 on, or later.',
    });
  });
});
