import { Refusal } from '../../../shared/ticket/refusal';
import { agentOf, isAbsent, isSenior, leads, seniors } from '../../../shared/ticket/staff';
import { anna, bo, dina, erik, STAFF } from '../../support/ticket-story';
import { away, crew, ids } from './crew';

describe('the staff', () => {
  it('has seniors at both levels, and none in management', () => {
    expect(ids(seniors(crew({ erik: { senior: true } }).staff))).toEqual([anna, dina]);
    expect(isSenior(agentOf(STAFF, bo))).toBe(false);
  });

  it('is led by seniors and management', () => {
    expect(ids(STAFF.filter(leads))).toEqual([anna, dina, erik]);
  });

  it('is told apart by name; a name that nobody has is refused with those that there are', () => {
    expect(agentOf(STAFF, 'bo').id).toBe(bo);
    const unknown = new Refusal(
      'no-such-agent',
      'There is no agent “frida”. Choose one of: anna, bo, cato, dina, erik.',
    );
    expect(() => agentOf(STAFF, 'frida')).toThrow(unknown);
  });
});

describe('an absence', () => {
  const agent = { ...agentOf(STAFF, bo), ...away('2026-01-12', '2026-01-13') };

  it.each([
    ['2026-01-11', false],
    ['2026-01-12', true],
    ['2026-01-13', true],
    ['2026-01-14', false],
  ])('holds from its first date to its last: %s, %s', (date, absent) => {
    expect(isAbsent(agent, date)).toBe(absent);
  });
});
