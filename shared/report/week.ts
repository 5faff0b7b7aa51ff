import type { Instant } from '../promises/instant';
import type { IsoWeek } from '../promises/iso-week';
import type { Kind } from '../promises/policy';
import type { UnsetClosure } from '../promises/unset-closures';
import type { Channel, Level } from '../ticket/events';
import type { Fact, Facts } from '../ticket/facts';
import type { TicketId } from '../ticket/ids';

/** A ticket that was not resolved when the week ended: carried from report to report, so that none needs to look further back. */
interface OpenTicket {
  readonly ticket: TicketId;
  readonly level: Level;
  readonly kind?: Kind;
  readonly channel: Channel;
  readonly receivedAt: Instant;
  readonly begunAt?: Instant;
  readonly missed: boolean;
}

export interface Miss {
  readonly ticket: TicketId;
  readonly level: Level;
  readonly kind?: Kind;
  readonly channel: Channel;
  readonly latest: Instant;
  /** When it was begun after all, if it was by the end of the week. */
  readonly begunAt?: Instant;
}

type ByChannel = Readonly<Record<Channel, number>>;
type ByKind = Readonly<Record<Kind | 'untriaged', number>>;

/** What a level had to do with in the week. At level 3, `received` are the tickets handed over to it. */
export interface LevelFigures {
  readonly received: number;
  readonly begun: number;
  readonly begunInTime: number;
  readonly begunWithinTarget: number;
  readonly missed: number;
  readonly resolved: number;
  readonly stillOpen: number;
  /** To the other level; reports from before it was counted do not say. */
  readonly handedOver?: number;
  readonly byChannel: ByChannel;
  readonly byKind: ByKind;
}

/** A week of commits, folded (P20). Only what the figures need: no name, no customer's word. */
export interface WeekReport {
  readonly week: IsoWeek;
  readonly policy: string;
  readonly levels: { readonly 2: LevelFigures; readonly 3: LevelFigures };
  readonly misses: readonly Miss[];
  readonly liftedToManagement: number;
  /** How often we came back as we had said, and how often we had not when the time came (P14); counted since it is noted. */
  readonly comingBack?: { readonly kept: number; readonly broken: number };
  readonly lettersUncertain: number;
  readonly open: readonly OpenTicket[];
  /** What somebody has to set in the policy in time. */
  readonly unset?: readonly UnsetClosure[];
}

const CHANNELS: ByChannel = { mail: 0, chat: 0, phone: 0 };
const KINDS: ByKind = { critical: 0, severe: 0, minor: 0, request: 0, assignment: 0, security: 0, untriaged: 0 };

/**
 * The report of a week from its commits' facts (in any order) and what was open when the week before ended.
 * A commit read twice counts once. Everything counts at the level that the ticket had when it happened, and under the
 * kind that it has when the week ends.
 */
export function reportOf(
  week: IsoWeek,
  facts: readonly Facts[],
  carried: readonly OpenTicket[],
  policy: string,
): WeekReport {
  const commits = inOrder(facts);
  const happened = commits.flatMap(happenings);
  const open = openAtTheEnd(commits, carried);
  const kinds = new Map(commits.map(({ ticket, kind }) => [ticket, kind]));
  const misses = missesOf(happened, carried, kinds);
  const figures = (level: Level) => figuresOf(level, { happened, open, kinds, misses });
  return {
    week,
    policy,
    levels: { 2: figures(2), 3: figures(3) },
    misses,
    liftedToManagement: count(happened, 'management-told'),
    comingBack: comingBackIn(happened),
    lettersUncertain: commits.reduce((sum, { uncertain = 0 }) => sum + uncertain, 0),
    open,
  };
}

function inOrder(facts: readonly Facts[]): Facts[] {
  const once = new Map(facts.map((commit) => [`${commit.ticket} ${commit.version}`, commit]));
  return [...once.values()].sort((a, b) => a.ticket.localeCompare(b.ticket) || a.version - b.version);
}

function openAtTheEnd(commits: readonly Facts[], carried: readonly OpenTicket[]): OpenTicket[] {
  const open = new Map(carried.map((ticket) => [ticket.ticket, ticket]));
  for (const commit of commits) {
    if (commit.status === 'open' || commit.status === 'waiting')
      open.set(commit.ticket, stands(commit, open.get(commit.ticket)));
    else open.delete(commit.ticket);
  }
  return [...open.values()].sort((a, b) => a.receivedAt - b.receivedAt || a.ticket.localeCompare(b.ticket));
}

function stands(commit: Facts, before: OpenTicket | undefined): OpenTicket {
  const { ticket, level, kind, channel, receivedAt } = commit;
  const begunAt = begunIn(commit) ?? before?.begunAt;
  const missed = before?.missed || commit.did.some(({ is }) => is === 'missed');
  return {
    ticket,
    level,
    ...(kind && { kind }),
    channel,
    receivedAt,
    ...(begunAt !== undefined && { begunAt }),
    missed,
  };
}

const begunIn = ({ did, at }: Facts): Instant | undefined => (did.some(({ is }) => is === 'begun') ? at : undefined);

interface Happening {
  readonly fact: Fact;
  readonly level: Level;
  readonly commit: Facts;
}

const happenings = (commit: Facts): Happening[] =>
  commit.did.map((fact) => ({ fact, level: fact.level ?? commit.level, commit }));

type Kinds = ReadonlyMap<TicketId, Kind | undefined>;

interface Week extends Pick<WeekReport, 'open' | 'misses'> {
  readonly happened: readonly Happening[];
  readonly kinds: Kinds;
}

function figuresOf(level: Level, { happened, open, kinds, misses }: Week): LevelFigures {
  const here = happened.filter((happening) => happening.level === level);
  const arrived = here.filter(level === 2 ? isReceived : isHandedOver).map(({ commit }) => commit);
  const begun = here.map(({ fact }) => fact).filter((fact) => fact.is === 'begun');
  return {
    received: arrived.length,
    begun: begun.length,
    begunInTime: begun.filter(({ inTime }) => inTime).length,
    begunWithinTarget: begun.filter(({ withinTarget }) => withinTarget).length,
    missed: misses.filter((miss) => miss.level === level).length,
    resolved: count(here, 'resolved'),
    stillOpen: open.filter((ticket) => ticket.level === level).length,
    handedOver: happened.filter((happening) => isHandedOver(happening) && happening.level !== level).length,
    byChannel: tally(
      CHANNELS,
      arrived.map(({ channel }) => channel),
    ),
    byKind: tally(
      KINDS,
      arrived.map(({ ticket }) => kinds.get(ticket) ?? 'untriaged'),
    ),
  };
}

function comingBackIn(happened: readonly Happening[]): NonNullable<WeekReport['comingBack']> {
  const came = happened.map(({ fact }) => fact).filter((fact) => fact.is === 'came-back');
  const kept = came.filter((fact) => fact.kept).length;
  return { kept, broken: came.length - kept };
}

// What is parked has reached nobody: it counts when it is released.
const isReceived = ({ fact, commit }: Happening) => fact.is === 'received' && commit.status !== 'parked';
const isHandedOver = ({ fact }: Happening) => fact.is === 'handed-over';

// One a ticket, its earliest: how many instants it has missed depends on how often somebody looked meanwhile.
function missesOf(happened: readonly Happening[], carried: readonly OpenTicket[], kinds: Kinds): Miss[] {
  const begun = begunAts(happened, carried);
  const earliest = new Map<TicketId, Miss>();
  for (const { fact, level, commit } of happened) {
    const { ticket, channel } = commit;
    if (fact.is !== 'missed' || fact.latest >= (earliest.get(ticket)?.latest ?? Number.POSITIVE_INFINITY)) continue;
    const { latest } = fact;
    const [kind, begunAt] = [kinds.get(ticket), begun.get(ticket)];
    const miss = { ticket, level, ...(kind && { kind }), channel, latest, ...(begunAt !== undefined && { begunAt }) };
    earliest.set(ticket, miss);
  }
  return [...earliest.values()];
}

const begunAts = (happened: readonly Happening[], carried: readonly OpenTicket[]) =>
  new Map([
    ...carried.map(({ ticket, begunAt }) => [ticket, begunAt] as const),
    ...happened.filter(({ fact }) => fact.is === 'begun').map(({ commit }) => [commit.ticket, commit.at] as const),
  ]);

const count = (happened: readonly Happening[], what: Fact['is']): number =>
  happened.filter(({ fact }) => fact.is === what).length;

function tally<K extends string>(zeros: Readonly<Record<K, number>>, keys: readonly K[]): Readonly<Record<K, number>> {
  const counts: Record<K, number> = { ...zeros };
  for (const key of keys) counts[key] += 1;
  return counts;
}
