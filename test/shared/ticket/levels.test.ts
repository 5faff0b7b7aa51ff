import { HOUR, type Instant } from '../../../shared/promises/instant';
import { defaultPolicy } from '../../../shared/promises/policy';
import type { Act } from '../../../shared/ticket/command';
import type { TicketId } from '../../../shared/ticket/ids';
import { timeAtLevels } from '../../../shared/ticket/levels';
import { at } from '../../support/desk-time';
import { anna, bo, given, look, mailAt, type Story } from '../../support/ticket-story';

const handOver = (to: 2 | 3): Act => ({ type: 'hand-over', to, by: anna, reason: 'Feil i koden.' });
const wait = (until: Instant): Act => ({
  type: 'wait',
  until,
  by: bo,
  reason: 'Venter på skjermbilde.',
  remind: false,
});
const resolve: Act = { type: 'resolve', by: bo };

/** Hours of work at level 2 and at level 3, and how often it was handed over. */
function hours(story: Story, now: Instant): readonly [number, number, number] {
  const { 2: level2, 3: level3, handovers } = timeAtLevels(story.opened(), now, defaultPolicy);
  return [level2 / HOUR, level3 / HOUR, handovers];
}

const received = given(mailAt(at('mon 10:00')));

describe('the time that a ticket has been with each level', () => {
  it('is counted in working time, from when it was received', () => {
    expect(hours(received, at('mon 12:00'))).toEqual([2, 0, 0]);
    expect(hours(received, at('tue 09:00'))).toEqual([7, 0, 0]);
    expect(hours(received, at('next mon 09:00'))).toEqual([6 + 4 * 8 + 1, 0, 0]);
  });

  it('is counted where it is, each time that it is there', () => {
    const story = received
      .when(handOver(3), at('mon 12:00'))
      .when(handOver(2), at('tue 10:00'))
      .when(handOver(3), at('tue 11:00'));
    expect(hours(story, at('tue 15:00'))).toEqual([2 + 1, 4 + 2 + 4, 3]);
  });

  it('stands still while we wait for the customer', () => {
    const story = received.when(wait(at('wed 16:00')), at('mon 14:00'));
    expect(hours(story, at('wed 12:00'))).toEqual([4, 0, 0]);
    expect(hours(story.when(look, at('thu 08:00')), at('thu 10:00'))).toEqual([6, 0, 0]);
  });

  it('ends with the resolution, and goes on when it is reopened', () => {
    const resolved = received.when(handOver(3), at('mon 12:00')).when(resolve, at('mon 15:00'));
    expect(hours(resolved, at('fri 12:00'))).toEqual([2, 3, 1]);
    const reopened = resolved.when({ type: 'reopen', by: bo }, at('fri 12:00'));
    expect(hours(reopened, at('fri 14:00'))).toEqual([2, 5, 1]);
  });

  it('is not counted twice where it is resolved while it waits', () => {
    const story = received.when(wait(at('wed 16:00')), at('mon 14:00')).when(resolve, at('tue 12:00'));
    expect(hours(story, at('next fri 12:00'))).toEqual([4, 0, 0]);
  });

  it('ends where it goes on in another ticket', () => {
    const merged = received.when({ type: 'merge', into: 'AB12-CD34' as TicketId, by: bo }, at('mon 11:00'));
    expect(hours(merged, at('fri 12:00'))).toEqual([1, 0, 0]);
  });
});
