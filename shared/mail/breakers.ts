import { createHash } from 'node:crypto';
import { DAY, type Instant } from '../promises/instant';
import { domainOf, localPart, normaliseAddress } from './address';
import { type Asked, type BreakerLimit, type Counted, LIMITS, type LimitName } from './breaker-limits';
import { normalisedSubject } from './normalised-subject';
import { isPublicDomain } from './public-domains';

export type { Asked, BreakerLimit, Counted, LimitName } from './breaker-limits';

/** A mail for which something is asked. */
export interface Arrival {
  readonly sender: string;
  readonly subject: string;
  /** By which it is known again when it is delivered again: it counts once. */
  readonly mark: string;
  readonly now: Instant;
  /** Nothing proves that it is theirs: whoever writes in another's name uses up nothing of theirs. */
  readonly unproven?: boolean;
}

export type Permission = { readonly granted: true } | Refused;

export interface Refused {
  readonly granted: false;
  readonly limit: LimitName;
  /** In words for an agent. */
  readonly reason: string;
  /** Whether to raise the alarm: for the first arrival that is refused in a day, however often that one asks. */
  readonly first: boolean;
  /** When that was, by which what is refused after it is kept together. */
  readonly since: Instant;
}

/** A place taken: by which arrival, and with an acknowledgement of the sender's about what. Hashes, which name nobody. */
export interface Grant {
  readonly at: Instant;
  readonly mark: string;
  readonly subject?: string;
}

/** What has been granted, as far as it still counts, and the refusal that raised the last alarm. */
export interface Counter {
  readonly granted: Readonly<Record<Asked, readonly Grant[]>>;
  readonly tripped: Readonly<Partial<Record<Asked, Trip>>>;
}

export interface Trip {
  readonly at: Instant;
  readonly mark: string;
}

export type Counters = ReadonlyMap<Counted, Counter>;

export const NEW_COUNTER: Counter = { granted: { acknowledgement: [], ticket: [] }, tripped: {} };

/** How long a counter still has something to say after a change. */
export const COUNTS_FOR = DAY;

/**
 * The counters that have a say, by the names under which they are kept. Ever new plus forms of an address are one
 * sender; and where all the world has its mail, nobody is held to what the others there do.
 */
export function countersAsked(
  { sender, unproven = false }: Pick<Arrival, 'sender' | 'unproven'>,
  what: Asked,
): ReadonlyMap<Counted, string> {
  const named = (name: string) => hashed(unproven ? JSON.stringify(['unproven', name]) : name, NAME_BYTES);
  const domain = domainOf(normaliseAddress(sender));
  const own = ['sender', named(oneSender(sender))] as const;
  if (what === 'ticket') return new Map([own]);
  const shared = domain && !isPublicDomain(domain) ? [['domain', named(domain)] as const] : [];
  return new Map<Counted, string>([own, ...shared, ['desk', unproven ? 'desk-unproven' : 'desk']]);
}

/** Who a sender is to the counters: an address whatever its plus form, or what else somebody is known by. */
export function oneSender(sender: string): string {
  const address = normaliseAddress(sender);
  const domain = domainOf(address);
  return domain ? `${localPart(address).replace(/\+.*/s, '')}@${domain}` : address;
}

/** What the counters say, and those that are changed by it: all in which a grant counts, or the one that trips. */
export function askCounters(
  counters: Counters,
  arrival: Arrival,
  what: Asked,
  limits: readonly BreakerLimit[] = LIMITS,
): { readonly permission: Permission; readonly changed: Counters } {
  const grant = grantTo(arrival);
  const limit = limits.find((one) => TAKES[what].includes(one.of) && isReached(one, counters, grant));
  if (limit) return refuse(limit, counters, grant);
  const after = [...counters].map(
    ([counted, counter]) => [counted, withGrant(counter, counted, what, grant, limits)] as const,
  );
  const changed = after.filter(([counted, counter]) => counter !== counters.get(counted));
  return { permission: { granted: true }, changed: new Map(changed) };
}

const TAKES: Readonly<Record<Asked, readonly Asked[]>> = {
  ticket: ['ticket'],
  acknowledgement: ['ticket', 'acknowledgement'],
};

const NAME_BYTES = 16;
const MARK_BYTES = 5;

const hashed = (text: string, bytes: number): string =>
  createHash('sha256').update(text).digest().toString('hex', 0, bytes);

const grantTo = ({ now, mark, subject }: Arrival): Required<Grant> => ({
  at: now,
  mark: hashed(mark, MARK_BYTES),
  subject: hashed(normalisedSubject(subject), MARK_BYTES),
});

function isReached(limit: BreakerLimit, counters: Counters, { at, mark, subject }: Grant): boolean {
  const grants = counters.get(keeperOf(limit))?.granted[limit.of] ?? [];
  if (knows(grants, mark)) return false;
  const counting = grants.filter((grant) => limit.per !== 'subject' || grant.subject === subject);
  return counting.filter((grant) => grant.at > at - limit.within).length >= limit.atMost;
}

const knows = (grants: readonly Grant[], mark: string): boolean => grants.some((grant) => grant.mark === mark);

const keeperOf = ({ per }: BreakerLimit): Counted => (per === 'subject' ? 'sender' : per);

function withGrant(
  counter: Counter,
  counted: Counted,
  what: Asked,
  { at, mark, subject }: Grant,
  limits: readonly BreakerLimit[],
): Counter {
  const stretchOf = (of: Asked) => longestStretch(limits, counted, of);
  const takes = TAKES[what].filter((of) => stretchOf(of) > 0 && !knows(counter.granted[of], mark));
  if (takes.length === 0) return counter;
  const after = (of: Asked, grant: Grant): readonly Grant[] => {
    const counting = counter.granted[of].filter((one) => one.at > at - stretchOf(of));
    return takes.includes(of) ? [...counting, grant] : counting;
  };
  const acknowledged = counted === 'sender' && subject ? { at, mark, subject } : { at, mark };
  const granted = { ticket: after('ticket', { at, mark }), acknowledgement: after('acknowledgement', acknowledged) };
  return { ...counter, granted };
}

/** The longest stretch in which somebody's grants are counted: none where they are not. */
const longestStretch = (limits: readonly BreakerLimit[], counted: Counted, of: Asked): number =>
  Math.max(0, ...limits.filter((limit) => keeperOf(limit) === counted && limit.of === of).map(({ within }) => within));

function refuse(limit: BreakerLimit, counters: Counters, { at, mark }: Grant) {
  const { name, of, reason, alarms } = limit;
  const keeper = keeperOf(limit);
  const counter = counters.get(keeper) ?? NEW_COUNTER;
  const before = counter.tripped[of];
  const trip = before && before.at > at - COUNTS_FOR ? before : { at, mark };
  const permission = {
    granted: false,
    limit: name,
    reason,
    first: alarms && trip.mark === mark,
    since: trip.at,
  } as const;
  const isNew = alarms && trip !== before;
  const changed = new Map(isNew ? [[keeper, { ...counter, tripped: { ...counter.tripped, [of]: trip } }]] : []);
  return { permission, changed };
}
