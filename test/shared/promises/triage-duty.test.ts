import { defaultPolicy, type Policy, policySchema } from '../../../shared/promises/policy';
import { triageReminderOn, triageReminderTimes } from '../../../shared/promises/triage-duty';

const at = (iso: string) => Date.parse(iso);

const withWorking = (changes: Partial<Policy['calendars'][string]>, remindBefore = '1 hour'): Policy => {
  const { working, ...calendars } = defaultPolicy.calendars;
  return policySchema.parse({
    ...defaultPolicy,
    calendars: { ...calendars, working: { ...working, ...changes } },
    triageBy: { ...defaultPolicy.triageBy, remindBefore },
  });
};

describe('the reminder of what nobody has triaged', () => {
  it.each([
    ['an ordinary day', '2026-01-14', '2026-01-14T15:00+01:00'],
    ['a day of the July closure', '2026-07-15', '2026-07-15T15:00+02:00'],
    ['a day of romjul', '2026-12-29', '2026-12-29T15:00+01:00'],
  ])('comes an hour before the working day closes: %s', (_, date, expected) => {
    expect(triageReminderOn(date, defaultPolicy)).toMatchObject({ at: at(expected) });
  });

  it.each([
    ['a Saturday', '2026-07-18'],
    ['Christmas Day', '2026-12-25'],
  ])('comes on no day on which nobody works: %s', (_, date) => {
    expect(triageReminderOn(date, defaultPolicy)).toBeUndefined();
  });

  it('comes before the close of special hours, and never on the day before', () => {
    const short = withWorking({
      specialHours: { '2026-12-24': [['08:00', '12:00']], '2026-12-31': [['00:00', '00:30']] },
    });
    expect(triageReminderOn('2026-12-24', short)?.at).toBe(at('2026-12-24T11:00+01:00'));
    expect(triageReminderOn('2026-12-31', short)?.at).toBe(at('2026-12-31T00:00+01:00'));
    expect(triageReminderTimes(short)).toEqual(['00:00', '11:00', '15:00']);
  });

  it('may be due at one time of day only, where all days are alike', () => {
    expect(triageReminderTimes(defaultPolicy)).toEqual(['15:00']);
    expect(triageReminderTimes(withWorking({}, '90 minutes'))).toEqual(['14:30']);
  });
});
