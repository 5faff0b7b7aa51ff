import { policiesOf } from '../../../shared/promises/policies';
import { defaultPolicy } from '../../../shared/promises/policy';
import type { Command } from '../../../shared/ticket/command';
import { on } from '../../support/desk-time';
import { anna, bo, given, look, mailAt, types } from '../../support/ticket-story';
import { STRICTER, twoVersions } from '../../support/two-versions';

const opened = (receivedAt: string) => given(mailAt(on(receivedAt)), twoVersions);
const apply: Command = { type: 'apply-policy', version: '2026-1', by: anna };
const severe: Command = { type: 'triage', kind: 'severe', by: anna };
const answer: Command = { type: 'write-reply', words: { text: 'Vi er i gang.' }, cc: [], seen: 1, by: anna };

const FRIDAY = '2026-01-30T10:00:00+01:00';
const MONDAY = (time: string) => on(`2026-02-02T${time}:00+01:00`);
const TUESDAY = (time: string) => on(`2026-02-03T${time}:00+01:00`);

describe('a ticket', () => {
  it('is held to the version that was in force when it arrived, though another is by now', () => {
    const old = opened(FRIDAY).when(severe, MONDAY('09:00')).opened();
    expect(old.commitment).toMatchObject({ basis: { policy: '2024-1' }, beginLatest: MONDAY('15:00') });
    const young = opened('2026-02-02T10:00:00+01:00').when(severe, MONDAY('10:05')).opened();
    expect(young.commitment).toMatchObject({ basis: { policy: '2026-1' }, beginLatest: MONDAY('14:00') });
  });

  it('that was read late is held to the version of its arrival too', () => {
    const { commitment } = given(mailAt(on(FRIDAY)), twoVersions).opened();
    expect(commitment.basis.policy).toBe('2024-1');
  });
});

describe('a new version applied to an open ticket', () => {
  it('counts the open time that was used, and sets the rest by its own rule', () => {
    const story = opened(FRIDAY).when(severe, on(FRIDAY)).when(apply, on('2026-01-30T12:00:00+01:00'));
    // Half of the four hours has gone, of which people are warned.
    expect(types(story.events)).toEqual(['policy-applied', 'promise-warned']);
    // Two of four hours to begin are left, eight of ten to management.
    expect(story.opened().commitment.beginLatest).toBe(on('2026-01-30T14:00:00+01:00'));
    expect(story.managementAt()).toBe(MONDAY('12:00'));
  });

  it('makes nothing late backwards in time: what has no time left is due now', () => {
    const story = opened(FRIDAY).when(severe, on(FRIDAY)).when(apply, MONDAY('11:00'));
    expect(story.opened().commitment.beginLatest).toBe(MONDAY('11:00'));
    expect(types(story.events)).toEqual(['promise-warned', 'senior-called', 'policy-applied', 'promise-missed']);
    expect(story.opened().missed).toEqual([MONDAY('11:00')]);
    expect(story.managementAt()).toBe(MONDAY('12:00'));
  });

  it('leaves a miss and what has begun as they were', () => {
    const late = opened(FRIDAY).when(look, MONDAY('15:00')).when(apply, TUESDAY('10:00')).opened();
    expect(late.missed).toEqual([MONDAY('15:00')]);
    expect(late.commitment.beginLatest).toBe(MONDAY('15:00'));
    const begun = opened(FRIDAY).when(severe, on(FRIDAY)).when(answer, MONDAY('09:00')).when(apply, MONDAY('09:30'));
    expect(begun.opened().missed).toEqual([]);
    expect(begun.opened().commitment.beginLatest).toBe(MONDAY('15:00'));
  });

  it('keeps the pauses of the clock to management', () => {
    const wait: Command = { type: 'wait', until: TUESDAY('12:00'), reason: 'Spurt', by: anna };
    const waiting = opened(FRIDAY)
      .when(severe, on(FRIDAY))
      .when(answer, on('2026-01-30T11:00:00+01:00'))
      .when(wait, on('2026-01-30T12:00:00+01:00'))
      .when(apply, MONDAY('12:00'));
    expect(waiting.managementAt()).toBeUndefined();
    // Two of ten hours were used: four on Tuesday, four on Wednesday.
    expect(waiting.when(look, TUESDAY('12:00')).managementAt()).toBe(on('2026-02-04T12:00:00+01:00'));
  });

  it('is not forgotten by a triage: nothing is late before it was applied, and what was begun stays', () => {
    const applied = opened(FRIDAY).when(apply, MONDAY('10:00'));
    const triaged = applied.when(severe, MONDAY('10:05'));
    expect(triaged.opened().commitment).toMatchObject({ beginLatest: MONDAY('10:00'), basis: { policy: '2026-1' } });
    const begun = opened(FRIDAY).when(answer, MONDAY('09:00')).when(apply, MONDAY('14:00'));
    expect(types(begun.when({ ...severe, kind: 'request' }, MONDAY('14:05')).events)).not.toContain('promise-missed');
  });

  it('with a new clock to management counts it as if it had always been there, pauses and all', () => {
    const minor: Command = { type: 'triage', kind: 'minor', by: anna };
    const wait: Command = { type: 'wait', until: TUESDAY('10:00'), reason: 'Spurt', remind: false, by: anna };
    const management = { promise: 'P8', calendar: 'working', openTime: '10 hours' };
    const strict = { ...STRICTER, kinds: { ...STRICTER.kinds, minor: { ...STRICTER.kinds.minor, management } } };
    const story = given(mailAt(on(FRIDAY)), policiesOf([defaultPolicy, strict]))
      .when(minor, on(FRIDAY))
      .when(answer, on('2026-01-30T11:00:00+01:00'))
      .when(wait, on('2026-01-30T12:00:00+01:00'))
      .when(look, TUESDAY('10:00'))
      .when(apply, TUESDAY('10:30'));
    // Two hours on Friday, half an hour on Tuesday: seven and a half are left.
    expect(types(story.events)).not.toContain('management-told');
    expect(story.managementAt()).toBe(on('2026-02-04T10:00:00+01:00'));
  });

  it('moves the alarm, by the new version’s look again as well', () => {
    const begun = opened(FRIDAY).when(answer, on('2026-01-30T11:00:00+01:00'));
    const applied = begun.when(apply, MONDAY('10:00'));
    expect(applied.effects).toContainEqual({ type: 'alarm' });
    expect(applied.wakesAt()).toBe(on('2026-02-04T16:00:00+01:00'));
  });

  it('is one act, which repeated does nothing', () => {
    expect(opened(FRIDAY).when(apply, MONDAY('09:00')).when(apply, MONDAY('09:05')).events).toEqual([]);
  });

  it.each([
    [
      'a closed ticket',
      () => opened(FRIDAY).when({ type: 'resolve', by: bo }, on(FRIDAY)).when(apply, MONDAY('09:00')),
      'already-resolved',
    ],
    [
      'a version that is not there',
      () => opened(FRIDAY).when({ ...apply, version: '2030-1' } as Command, MONDAY('09:00')),
      'no-such-version',
    ],
  ])('is refused for %s', (_, act, reason) => {
    expect(act).toThrow(expect.objectContaining({ reason }));
  });
});
