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
  const moved = (way: 1 | -1) => changes.filter((change) => Math.sign(movedBy(change)) === way);
  return [
    `Version ${other.version} rehearsed on what was recorded from ${day(from)} to ${day(to)}. Nothing was changed.`,
    '',
    ...tableOf(kinds, policy),
    '',
    ...listOf('Open tickets that would get an earlier deadline', moved(-1), context),
    ...listOf('Open tickets that would get a later deadline', moved(1), context),
    ...listOf(
      'Of these, missed at once',
      changes.filter(({ missedAtOnce }) => missedAtOnce),
      context,
    ),
  ].join('\n');
}

const movedBy = ({ before, after }: ChangeOfPromise): number => after.beginLatest - before.beginLatest;

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

function listOf(title: string, changes: readonly ChangeOfPromise[], { policy }: Context): string[] {
  const say = (t: Instant) => sayInstant(t, policy, 'en');
  const lines = changes.map(
    ({ ticket, before, after }) => `  ${ticket.id}  ${say(before.beginLatest)} → ${say(after.beginLatest)}`,
  );
  return [`${title}: ${changes.length === 0 ? 'none' : changes.length}`, ...lines];
}
