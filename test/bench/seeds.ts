import { DAY, HOUR, type Instant, MINUTE, SECOND } from '../../shared/promises/instant';
import { type TicketId, ticketIdFrom } from '../../shared/ticket/ids';
import { bo, cato, look } from '../support/ticket-story';
import { arrives, SOLVED, type Step, type Told, tell } from './story';

/** How many tickets of a desk are where, and over how many days back the solved ones came in. */
export interface Shape {
  readonly level2: number;
  readonly level3: number;
  readonly waiting: number;
  readonly resolved: number;
  readonly days: number;
}

export const countOf = ({ level2, level3, waiting, resolved }: Shape): number => level2 + level3 + waiting + resolved;

/** The tickets of a desk as they are now, the solved ones first. */
export function* ticketsOf(shape: Shape, now: Instant): Iterable<Told> {
  const { level2, level3, resolved } = shape;
  for (let n = 0; n < countOf(shape); n += 1) {
    const place = n - resolved;
    if (place < 0) yield tell(seededId(n), solved(n, shape, now));
    else if (place < level2) yield tell(seededId(n), underway(place, now));
    else if (place < level2 + level3) yield tell(seededId(n), underway(place, now, handedOver));
    else yield tell(seededId(n), underway(place, now, waits));
  }
}

/** The n-th ticket of any shape. An odd factor: no two of 2^40 are the same, and neighbours are far apart. */
export function seededId(n: number): TicketId {
  const bytes = Buffer.alloc(5);
  bytes.writeUIntBE((n * 2_654_435_761) % 2 ** 40, 0, 5);
  return ticketIdFrom(bytes);
}

// Two days ago at the latest, so that each story is over.
function solved(n: number, { resolved, days }: Shape, now: Instant): readonly Step[] {
  const receivedAt = now - 2 * DAY - Math.floor((n / resolved) * days * DAY);
  return SOLVED[n % SOLVED.length]?.(receivedAt) ?? [];
}

/** One by turns of bo's, late, new and cato's. */
function underway(n: number, now: Instant, alsoAt?: (t: Instant) => Step): readonly Step[] {
  const [ago = 0, ...taken] = TURNS[n % TURNS.length] ?? [];
  const receivedAt = now - ago - n * SECOND;
  const also = alsoAt ? [alsoAt(receivedAt + MINUTE)] : [];
  const taking = taken.map((command) => ({ at: receivedAt + 2 * MINUTE, command }));
  return [arrives(receivedAt), ...also, ...taking, { at: now, command: look }];
}

const TURNS: readonly (readonly [ago: number, ...taken: readonly Step['command'][]])[] = [
  [HOUR, { type: 'assign', agent: 'bo', by: bo }],
  [4 * DAY],
  [HOUR],
  [HOUR, { type: 'assign', agent: 'cato', by: cato }],
];

const handedOver = (at: Instant): Step => ({
  at,
  command: { type: 'hand-over', to: 3, reason: 'Feilen er i koden.', by: bo },
});

const waits = (at: Instant): Step => ({
  at,
  command: { type: 'wait', until: at + 7 * DAY, reason: 'Venter på skjermbilde.', by: bo },
});
