import { defaultPolicy } from '../../../shared/promises/policy';
import {
  isOverdue,
  nextReleaseFor,
  planned,
  type Release,
  releaseAfter,
  releaseNamed,
} from '../../../shared/promises/releases';
import { at } from './at';

const JANUARY: Release = { name: '7.2', freeze: '2026-01-16', date: '2026-01-20' };
const FEBRUARY: Release = { name: '7.3', freeze: '2026-02-13', date: '2026-02-17' };
const MARCH: Release = { name: '8.0 beta', freeze: '2026-03-13', date: '2026-03-17' };
const ALL = [MARCH, JANUARY, FEBRUARY];

const out = (release: Release): Release => ({ ...release, releasedAt: at('2026-01-12T09:00+01:00') });

describe('the next version for a fix (P7)', () => {
  const next = (time: string, releases = ALL) => nextReleaseFor(at(time), releases, defaultPolicy)?.name;

  it.each([
    ['weeks before its freeze', '2026-01-02T10:00+01:00', '7.2'],
    ['to the very end of the date of its freeze, by our clock', '2026-01-16T22:59:59.999Z', '7.2'],
    ['from midnight on the one after it', '2026-01-16T23:00Z', '7.3'],
  ])('is the soonest that is not frozen: %s', (_, time, name) => {
    expect(next(time)).toBe(name);
  });

  it('is none that is out already, though it has not frozen', () => {
    expect(next('2026-01-12T10:00+01:00', [out(JANUARY), FEBRUARY])).toBe('7.3');
  });

  it('is none where the calendar has no more', () => {
    expect(next('2026-03-14T00:00+01:00')).toBeUndefined();
    expect(next('2026-01-12T10:00+01:00', [])).toBeUndefined();
  });
});

describe('the version after another', () => {
  const later = (name: string, time = '2026-01-12T10:00+01:00') =>
    releaseAfter(name, at(time), ALL, defaultPolicy)?.name;

  it('is the next by date that can still hold the fix', () => {
    expect(later('7.2')).toBe('7.3');
    expect(later('7.2', '2026-02-20T10:00+01:00')).toBe('8.0 beta');
    expect(later('8.0 beta')).toBeUndefined();
  });

  it('is the next of all where nobody knows the other', () => {
    expect(later('6.9')).toBe('7.2');
  });
});

describe('a version that is late', () => {
  const overdue = (release: Release, time: string) => isOverdue(release, at(time), defaultPolicy);

  it('is so when its date has passed, by our clock', () => {
    expect(overdue(JANUARY, '2026-01-20T22:59Z')).toBe(false);
    expect(overdue(JANUARY, '2026-01-20T23:00Z')).toBe(true);
  });

  it('is so no more when it is out', () => {
    expect(overdue(out(JANUARY), '2026-02-20T10:00Z')).toBe(false);
  });
});

describe('a version by its name', () => {
  it('is found in capitals or not', () => {
    expect(releaseNamed(ALL, ' 8.0 BETA ')).toBe(MARCH);
  });

  it('that nobody has planned is refused with those that there are', () => {
    expect(() => releaseNamed(ALL, '9')).toThrow(
      'The calendar of releases has no version “9”. Choose one of: 7.2, 7.3, 8.0 beta.',
    );
    expect(() => releaseNamed([], '9')).toThrow('Plan it first: there is none yet.');
  });
});

describe('a plan', () => {
  const plan = (changes: Partial<Release>, releases = ALL, time = '2026-01-12T10:00+01:00') =>
    planned({ ...FEBRUARY, name: '7.4', ...changes }, releases, at(time), defaultPolicy);

  it('may freeze and be out today', () => {
    expect(plan({ freeze: '2026-01-12', date: '2026-01-12' })).toEqual({
      name: '7.4',
      freeze: '2026-01-12',
      date: '2026-01-12',
    });
  });

  it.each([
    ['freezes after it is out', { freeze: '2026-02-18' }, 'bad-request', 'Let it freeze by 2026-02-17.'],
    ['is out before today', { freeze: '2026-01-09', date: '2026-01-11' }, 'in-the-past', 'Choose a later date.'],
    ['has frozen before today', { freeze: '2026-01-11' }, 'in-the-past', 'Choose a later date.'],
  ] as const)('that %s is refused, with what to do instead', (_, changes, reason, message) => {
    const refusal = expect.objectContaining({ reason, message: expect.stringContaining(message) });
    expect(() => plan(changes)).toThrow(refusal);
  });

  it('of a name that is there moves that version, which keeps its name', () => {
    const name = '8.0 BETA';
    expect(plan({ name })).toEqual({ ...FEBRUARY, name: '8.0 beta' });
  });

  it('moves the date of a version that has frozen long ago, and leaves its freeze', () => {
    const moved = { ...JANUARY, date: '2026-02-03' };
    expect(plan(moved, ALL, '2026-01-28T10:00+01:00')).toEqual(moved);
  });

  it('that changes nothing is the version itself, late as it may be', () => {
    expect(plan(JANUARY, ALL, '2026-01-28T10:00+01:00')).toBe(JANUARY);
  });

  it('moves no version that is out', () => {
    expect(() => plan({ name: '7.2' }, [out(JANUARY)])).toThrow('Version 7.2 is out already. Plan the next one.');
  });
});
