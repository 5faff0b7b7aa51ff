import type { Instant } from '../../shared/promises/instant';
import type { Policy } from '../../shared/promises/policy';
import { sayDate, sayInstant } from '../../shared/promises/say';
import { zoneOf } from '../../shared/promises/zone';
import type { Kept, Rehearsal } from '../../shared/report/rehearsal';
import type { ChangeOfPromise } from '../../shared/ticket/versions';

interface Context {
  /** The version in force. */
  readonly policy: Policy;
  readonly other: Policy;
  readonly from: Instant;
  readonly to: Instant;
}

/** A rehearsal as whoever plans a change of the promise reads it. */
export function printed({ kinds, changes }: Rehearsal, context: Context): string {
  const { policy, other, from, to } = context;
  const day = (t: Instant) => sayDate(zoneOf(policy.timeZone).dateOf(t), 'en');
  const missed = changes.filter(({ missedAtOnce }) => missedAtOnce);
  return [
    `Version ${other.version} rehearsed on what was recorded from ${day(from)} to ${day(to - 1)}. Nothing was changed.`,
    '',
    ...tableOf(kinds, policy),
    '',
    ...listOf('Open tickets that would get an earlier deadline', changes, isEarlier, context),
    ...listOf('Open tickets that would get a later deadline', changes, isLater, context),
    ...listOf('Open tickets that would be missed at once', missed, isEarlier, context),
  ].join('\n');
}

function tableOf(kinds: readonly Kept[], { kinds: names }: Policy): string[] {
  if (kinds.length === 0) return ['No ticket arrived then.'];
  const rows = kinds.map(({ kind, tickets, before, after }) => [
    kind === 'untriaged' ? 'not triaged yet' : names[kind].name.en,
    String(tickets),
    `${before.kept} → ${after.kept}`,
    `${before.missed} → ${after.missed}`,
  ]);
  return aligned([['kind', 'tickets', 'kept', 'missed'], ...rows]);
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart((widths[column] ?? 0) + 2)))
      .join(''),
  );
}

function listOf(
  title: string,
  changes: readonly ChangeOfPromise[],
  isListed: (move: Move) => boolean,
  { policy }: Context,
): string[] {
  const say = (t: Instant | undefined) => (t === undefined ? 'none' : sayInstant(t, policy, 'en'));
  const lines = changes.flatMap((change) => {
    const moves = movesOf(change).filter(isListed);
    const said = moves.map(({ instant, from, to }) => `${instant} ${say(from)} → ${say(to)}`);
    return said.length === 0 ? [] : [`  ${change.ticket.id}  ${said.join('; ')}`];
  });
  return [`${title}: ${lines.length === 0 ? 'none' : lines.length}`, ...lines];
}

/** An instant before and after; undefined where there is no such clock, or it stands still. */
interface Move {
  readonly instant: 'begin' | 'management';
  readonly from: Instant | undefined;
  readonly to: Instant | undefined;
}

const movesOf = ({ before, after }: ChangeOfPromise): Move[] => [
  { instant: 'begin', from: before.beginLatest, to: after.beginLatest },
  { instant: 'management', from: before.managementAt, to: after.managementAt },
];

const isEarlier = ({ from = Infinity, to = Infinity }: Move): boolean => to < from;
const isLater = ({ from = Infinity, to = Infinity }: Move): boolean => to > from;
