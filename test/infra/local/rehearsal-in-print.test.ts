import { printed } from '../../../infra/local/rehearsal-in-print';
import { type Instant, MINUTE } from '../../../shared/promises/instant';
import { defaultPolicy } from '../../../shared/promises/policy';
import type { ChangeOfPromise } from '../../../shared/ticket/versions';
import { at } from '../../support/desk-time';
import { given } from '../../support/ticket-story';
import { STRICTER } from '../../support/two-versions';

interface Instants {
  readonly begin: Instant;
  readonly management?: Instant;
}

const promised = (version: string, { begin, management }: Instants) => ({
  version,
  beginTarget: begin - MINUTE,
  beginLatest: begin,
  ...(management !== undefined && { managementAt: management }),
});

const change = (before: Instants, after: Instants, missedAtOnce = false): ChangeOfPromise => ({
  ticket: given().opened(),
  before: promised('2024-1', before),
  after: promised('2026-1', after),
  missedAtOnce,
});

const listsOf = (...changes: ChangeOfPromise[]): string[] => {
  const range = { from: at('mon 00:00'), to: at('wed 00:00') };
  return printed({ kinds: [], changes }, { policy: defaultPolicy, other: STRICTER, ...range })
    .split('\n')
    .slice(4);
};

const begin = at('tue 15:00');
const TUESDAY = 'Tuesday 13 January 2026';
const NONE = {
  earlier: 'Open tickets that would get an earlier deadline: none',
  later: 'Open tickets that would get a later deadline: none',
  missed: 'Open tickets that would be missed at once: none',
};

describe('a rehearsal in print', () => {
  it('tells of management that is told later, where nothing else moves', () => {
    expect(listsOf(change({ begin, management: at('tue 12:00') }, { begin, management: at('tue 14:00') }))).toEqual([
      NONE.earlier,
      'Open tickets that would get a later deadline: 1',
      `  7K3M-Q9XD  management ${TUESDAY} at 12:00 → ${TUESDAY} at 14:00`,
      NONE.missed,
    ]);
  });

  it('tells of each instant where it moves to, be it one sooner and one later', () => {
    const before = { begin, management: at('tue 12:00') };
    expect(listsOf(change(before, { begin: at('tue 10:00'), management: at('tue 14:00') }))).toEqual([
      'Open tickets that would get an earlier deadline: 1',
      `  7K3M-Q9XD  begin ${TUESDAY} at 15:00 → ${TUESDAY} at 10:00`,
      'Open tickets that would get a later deadline: 1',
      `  7K3M-Q9XD  management ${TUESDAY} at 12:00 → ${TUESDAY} at 14:00`,
      NONE.missed,
    ]);
  });

  it('tells of a ticket once, with all that comes sooner, a clock that is new among it', () => {
    const line = `  7K3M-Q9XD  begin ${TUESDAY} at 15:00 → ${TUESDAY} at 10:00; management none → ${TUESDAY} at 12:00`;
    expect(listsOf(change({ begin }, { begin: at('tue 10:00'), management: at('tue 12:00') }, true))).toEqual([
      'Open tickets that would get an earlier deadline: 1',
      line,
      NONE.later,
      'Open tickets that would be missed at once: 1',
      line,
    ]);
  });

  it('leaves out a ticket of which no instant moves', () => {
    expect(listsOf(change({ begin }, { begin }))).toEqual([NONE.earlier, NONE.later, NONE.missed]);
  });
});
