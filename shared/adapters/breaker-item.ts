import { COUNTS_FOR, type Counter, type Grant, NEW_COUNTER } from '../mail/breakers';
import { type Instant, SECOND } from '../promises/instant';
import type { Item } from './table';

/** A counter as it is kept; `revision` is the lock on it. */
export interface KeptCounter {
  readonly counter: Counter;
  readonly revision: number;
}

export const NEVER_KEPT: KeptCounter = { counter: NEW_COUNTER, revision: 0 };

export const counterKey = (name: string) => ({ pk: `BREAKER#${name}`, sk: 'COUNT' });

/** A grant is nine bytes, so that the desk's 200 take 1.8 kB: as much as two write units hold. */
const INSTANT_BYTES = 4;
const MARK_BYTES = 5;
const GRANT_BYTES = INSTANT_BYTES + MARK_BYTES;

interface CounterItem extends Pick<Counter, 'tripped'> {
  readonly revision: number;
  /** From where the instants below count on, in milliseconds. */
  readonly from: Instant;
  readonly tickets?: Uint8Array;
  readonly acknowledgements?: Uint8Array;
  /** What they were about, in the same order; the sender's only. */
  readonly subjects?: Uint8Array;
}

/** The counter as it is put, changed at that instant. */
export function counterItem(name: string, { granted, tripped }: Counter, revision: number, at: Instant): Item {
  const { ticket, acknowledgement } = granted;
  const from = Math.min(at, ...[...ticket, ...acknowledgement].map((grant) => grant.at));
  const subjects = acknowledgement.map(({ subject = '' }) => subject).join('');
  return {
    ...counterKey(name),
    revision,
    from,
    tripped,
    ...(ticket.length > 0 && { tickets: packed(ticket, from) }),
    ...(acknowledgement.length > 0 && { acknowledgements: packed(acknowledgement, from) }),
    ...(subjects && { subjects: Buffer.from(subjects, 'hex') }),
    expiresAt: Math.ceil((at + COUNTS_FOR) / SECOND),
  };
}

export function counterIn(item: Item | undefined): KeptCounter {
  if (!item) return NEVER_KEPT;
  const { revision, from, tripped, tickets, acknowledgements, subjects } = item as unknown as CounterItem;
  const about = subjects && Buffer.from(subjects);
  const acknowledgement = unpacked(acknowledgements, from).map((grant, n) =>
    about ? { ...grant, subject: about.toString('hex', n * MARK_BYTES, (n + 1) * MARK_BYTES) } : grant,
  );
  return { revision, counter: { tripped, granted: { ticket: unpacked(tickets, from), acknowledgement } } };
}

function packed(grants: readonly Grant[], from: Instant): Uint8Array {
  const bytes = Buffer.alloc(grants.length * GRANT_BYTES);
  for (const [n, { at, mark }] of grants.entries()) {
    bytes.writeUInt32BE(at - from, n * GRANT_BYTES);
    bytes.write(mark, n * GRANT_BYTES + INSTANT_BYTES, 'hex');
  }
  return bytes;
}

function unpacked(packed: Uint8Array = new Uint8Array(), from: Instant): Grant[] {
  const bytes = Buffer.from(packed);
  return Array.from({ length: bytes.length / GRANT_BYTES }, (_, n) => ({
    at: from + bytes.readUInt32BE(n * GRANT_BYTES),
    mark: bytes.toString('hex', n * GRANT_BYTES + INSTANT_BYTES, (n + 1) * GRANT_BYTES),
  }));
}
