import { reportOf } from '../../../shared/report/week';
import type { Fact, Facts } from '../../../shared/ticket/facts';
import type { TicketId } from '../../../shared/ticket/ids';
import { at } from '../../support/desk-time';

const WEEK = '2026-W03';
const MAIL = { channel: 'mail', level: 2, status: 'open', receivedAt: at('mon 10:00'), at: at('mon 10:00') } as const;

const commit = (ticket: string, version: number, did: readonly Fact[], changes: Partial<Facts> = {}): Facts => ({
  ...MAIL,
  ticket: ticket as TicketId,
  version,
  did,
  ...changes,
});

const received: Fact = { is: 'received' };
const inTime: Fact = { is: 'begun', inTime: true, withinTarget: true };
const late: Fact = { is: 'begun', inTime: false, withinTarget: false };
const missed: Fact = { is: 'missed', latest: at('tue 15:00') };

describe('the report of a week', () => {
  it('counts what came in by channel and by kind as it stands at the end of the week', () => {
    const { levels } = reportOf(
      WEEK,
      [
        commit('A', 1, [received]),
        commit('A', 2, [], { kind: 'severe' }),
        commit('B', 1, [received], { channel: 'chat' }),
        commit('C', 1, [received], { channel: 'phone', kind: 'request' }),
      ],
      [],
      '1',
    );
    expect(levels[2].received).toBe(3);
    expect(levels[2].byChannel).toEqual({ mail: 1, chat: 1, phone: 1 });
    expect(levels[2].byKind).toMatchObject({ severe: 1, request: 1, untriaged: 1, critical: 0 });
  });

  it('counts begun in time of all that were begun, and each missed ticket once', () => {
    const facts = [
      commit('A', 1, [received]),
      commit('A', 2, [inTime]),
      commit('B', 1, [received]),
      commit('B', 2, [missed]),
      commit('B', 3, [late]),
      commit('B', 4, [{ is: 'missed', latest: at('mon 10:15') }]),
    ];
    expect(reportOf(WEEK, facts, [], '1').levels[2]).toMatchObject({ begun: 2, begunInTime: 1, missed: 1 });
  });

  it('lists each miss with when it was begun after all', () => {
    const facts = [
      commit('A', 1, [received]),
      commit('A', 2, [missed]),
      commit('A', 3, [late], { at: at('wed 09:00') }),
      commit('B', 1, [missed]),
    ];
    expect(reportOf(WEEK, facts, [], '1').misses).toEqual([
      expect.objectContaining({ ticket: 'A', latest: at('tue 15:00'), begunAt: at('wed 09:00') }),
      expect.not.objectContaining({ begunAt: expect.anything() }),
    ]);
  });

  it('counts one miss a ticket, its earliest instant, whether or not somebody looked between two', () => {
    const begunTooLate: Fact = { is: 'missed', latest: at('mon 10:15') };
    const critical = { kind: 'critical', at: at('wed 09:00') } as const;
    const looked = [commit('A', 1, [received]), commit('A', 2, [missed]), commit('A', 3, [begunTooLate], critical)];
    const unseen = [commit('A', 1, [received]), commit('A', 2, [missed, begunTooLate], critical)];
    const report = reportOf(WEEK, looked, [], '1');
    expect(report.misses).toEqual([
      { ticket: 'A', level: 2, kind: 'critical', channel: 'mail', latest: at('mon 10:15') },
    ]);
    expect(report.levels[2].missed).toBe(1);
    expect(reportOf(WEEK, unseen, [], '1')).toEqual(report);
  });

  it('books what happened on the level of then, and on that of the commit where it is not told', () => {
    const facts = [
      commit('A', 1, [received]),
      commit(
        'A',
        2,
        [
          { ...missed, level: 2 },
          { is: 'handed-over', level: 3 },
        ],
        { level: 3 },
      ),
      commit('B', 1, [missed], { level: 3 }),
    ];
    const { levels, misses } = reportOf(WEEK, facts, [], '1');
    expect([levels[2].missed, levels[3].missed]).toEqual([1, 1]);
    expect(misses.map(({ ticket, level }) => [ticket, level])).toEqual([
      ['A', 2],
      ['B', 3],
    ]);
    expect(levels[3].received).toBe(1);
  });

  it('counts what was parked when it is released, and not before', () => {
    const parked = commit('A', 1, [received], { status: 'parked' });
    expect(reportOf(WEEK, [parked], [], '1').levels[2]).toMatchObject({ received: 0, stillOpen: 0 });
    const released = commit('A', 2, [received]);
    expect(reportOf(WEEK, [parked, released], [], '1').levels[2]).toMatchObject({
      received: 1,
      stillOpen: 1,
      byChannel: { mail: 1 },
    });
  });

  it('carries what is still open from week to week, until it is solved', () => {
    const first = reportOf(WEEK, [commit('A', 1, [received]), commit('B', 1, [received])], [], '1');
    expect(first.open.map(({ ticket }) => ticket)).toEqual(['A', 'B']);
    const second = reportOf(
      '2026-W04',
      [commit('A', 2, [{ is: 'resolved' }], { status: 'resolved' })],
      first.open,
      '1',
    );
    expect(second.open.map(({ ticket }) => ticket)).toEqual(['B']);
    expect(second.levels[2]).toMatchObject({ received: 0, resolved: 1, stillOpen: 1 });
  });

  it('counts at level 3 what was handed over to it', () => {
    const { levels } = reportOf(
      WEEK,
      [commit('A', 1, [received]), commit('A', 2, [{ is: 'handed-over' }], { level: 3 })],
      [],
      '1',
    );
    expect([levels[2].received, levels[3].received]).toEqual([1, 1]);
    expect([levels[2].stillOpen, levels[3].stillOpen]).toEqual([0, 1]);
  });

  it('counts the hand-overs away from each level', () => {
    const over = (version: number, level: 2 | 3) => commit('A', version, [{ is: 'handed-over', level }], { level });
    const { levels } = reportOf(WEEK, [commit('A', 1, [received]), over(2, 3), over(3, 2), over(4, 3)], [], '1');
    expect([levels[2].handedOver, levels[3].handedOver]).toEqual([2, 1]);
  });

  it('counts how often we came back as we had said, and how often not (P14)', () => {
    const facts = [true, true, false].map((kept, i) => commit('A', i + 1, [{ is: 'came-back', kept }]));
    expect(reportOf(WEEK, facts, [], '1').comingBack).toEqual({ kept: 2, broken: 1 });
  });

  it('counts a commit that was read twice once, in whatever order they come', () => {
    const facts = [commit('A', 2, [inTime]), commit('A', 1, [received]), commit('A', 1, [received])];
    expect(reportOf(WEEK, facts, [], '1').levels[2]).toMatchObject({ received: 1, begun: 1 });
  });

  it('says how many letters are uncertain', () => {
    expect(reportOf(WEEK, [commit('A', 1, [received], { uncertain: 2 })], [], '1').lettersUncertain).toBe(2);
  });
});
