import type { Instant } from '../../../shared/promises/instant';
import { defaultPolicy } from '../../../shared/promises/policy';
import { gatheredSince } from '../../../shared/report/gathered';
import type { TicketEvent } from '../../../shared/ticket/events';
import { bo } from '../../support/ticket-story';
import { row } from './rows';

const july = (day: number, time = '10:00'): Instant =>
  Date.parse(`2026-07-${String(day).padStart(2, '0')}T${time}+02:00`);

const CLOSURE = { closedFrom: july(13, '00:00'), policy: defaultPolicy };

const begun = (history: readonly TicketEvent[], id = 'AAAA-AAAA') => ({
  row: row(id, july(1), { begunAt: july(1), kind: 'request' }),
  history,
});

const cameDue = (...history: readonly TicketEvent[]) =>
  gatheredSince(CLOSURE, [], [begun(history)]).cameDue.map(({ why, at }) => [why, at]);

const waitOver = (at: Instant): TicketEvent => ({ type: 'waiting-ended', at, why: 'time-is-up' });
const look = (at: Instant): TicketEvent => ({ type: 'look-due', at });

describe('what gathers while support is closed', () => {
  it('is what nobody has begun, what has to be begun first before the rest', () => {
    const { toBegin } = gatheredSince(
      CLOSURE,
      [
        row('AAAA-AAAA', july(15), { beginLatest: july(27, '15:00') }),
        row('BBBB-BBBB', july(14), { beginLatest: july(27, '15:00') }),
        row('CCCC-CCCC', july(20), { beginLatest: july(21, '16:00'), kind: 'severe' }),
      ],
      [],
    );
    expect(toBegin.map(({ ticket }) => ticket)).toEqual(['CCCC-CCCC', 'BBBB-BBBB', 'AAAA-AAAA']);
  });

  it.each<[string, TicketEvent, string]>([
    ['a wait that was over', waitOver(july(20)), 'waiting-over'],
    ['an answer that was due', { type: 'answer-overdue', at: july(20), latest: july(20) }, 'answer-overdue'],
    [
      'a version that should have been out',
      { type: 'version-overdue', at: july(20), version: '5.2' },
      'version-overdue',
    ],
    ['something to look at again', look(july(20)), 'look-again'],
  ])('is what came due meanwhile: %s', (_, event, why) => {
    expect(cameDue(event)).toEqual([[why, july(20)]]);
  });

  it('names the weightiest where more than one thing came due', () => {
    expect(cameDue(look(july(17)), waitOver(july(22)), look(july(24)))).toEqual([['waiting-over', july(22)]]);
  });

  it('is no promise to come back or to call: of those somebody was told at once', () => {
    expect(cameDue({ type: 'coming-back-due', at: july(20) })).toEqual([]);
    expect(cameDue({ type: 'call-back-due', at: july(20) })).toEqual([]);
  });

  it('is not what somebody has worked on since', () => {
    expect(
      cameDue(waitOver(july(20)), { type: 'note-written', at: july(21), by: bo, words: { text: 'Ringt.' } }),
    ).toEqual([]);
  });

  it('is not what was told at once: before it closed, and on the day on which it opens', () => {
    expect(cameDue(waitOver(july(10)))).toEqual([]);
    expect(cameDue(waitOver(july(27, '07:00')))).toEqual([]);
    expect(cameDue(waitOver(july(26)))).toHaveLength(1);
  });

  it('is not what is for seniors, who are told all the time', () => {
    const severe = {
      ...begun([waitOver(july(20))]),
      row: row('AAAA-AAAA', july(1), { begunAt: july(1), kind: 'severe' }),
    };
    expect(gatheredSince(CLOSURE, [], [severe]).cameDue).toEqual([]);
  });
});
