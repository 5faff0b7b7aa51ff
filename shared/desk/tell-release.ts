import { filled, valuesOf } from '../mail/letters/canned';
import { type Instant, MINUTE } from '../promises/instant';
import { type Release, releaseKey, releaseNamed } from '../promises/releases';
import { heldTo } from '../ticket/circumstances';
import type { Act } from '../ticket/command';
import { isReachable } from '../ticket/customer';
import { commandId, type TicketId } from '../ticket/ids';
import { Refusal } from '../ticket/refusal';
import type { Summary } from '../ticket/summary';
import type { OpenedTicket } from '../ticket/ticket';
import { handle } from './handle';
import { currentOf } from './history';
import { keepWords } from './keep-words';
import type { Desk, KeptRelease, OwedByRelease, ToldTicket } from './ports';
import { rowsUnderway } from './rows-underway';

/**
 * For so long a ticket may still be tied to a version that has just come out or been moved: a list is a moment late, and
 * every function reads the calendar once a minute.
 */
const LATECOMERS = 5 * MINUTE;

/** A version, and what came of the tickets that wait for it. */
export interface ToldOfRelease {
  readonly release: Release;
  readonly tickets: readonly ToldTicket[];
  /** How many are still to be told. */
  readonly left: number;
}

/**
 * Carries out what a version owes to the tickets that wait for it, for as long as told. Each is told under a name of its
 * own: to begin again, after a crash or at once, tells nobody twice.
 */
export async function tellTickets(desk: Desk, kept: KeptRelease, until: Instant): Promise<ToldOfRelease> {
  const { owes } = kept;
  if (!owes) return { release: kept, tickets: kept.told, left: 0 };
  const { now } = await desk.circumstances();
  const waiting = (await waitingForFixes(desk)).filter((row) => isTiedTo(kept, row.fixIn));
  const attempts: Attempt[] = [];
  for (const { id } of waiting) attempts.push(await attemptBefore(desk, { kept, owes, until }, id));
  const tickets = attempts.filter((attempt) => typeof attempt !== 'string');
  const left = attempts.filter((attempt) => attempt === 'left').length;
  const isDone = left === 0 && now >= owes.since + LATECOMERS;
  return { release: kept, tickets: await note(desk, { kept, owes, isDone }, tickets), left };
}

/** The rows of open tickets that wait for a version. */
export const waitingForFixes = async (desk: Pick<Desk, 'lists'>): Promise<Summary[]> =>
  (await rowsUnderway(desk)).filter(({ fixIn }) => fixIn !== undefined);

export const isTiedTo = ({ name }: Release, fixIn: string | undefined): boolean =>
  fixIn !== undefined && releaseKey(fixIn) === releaseKey(name);

interface Telling {
  readonly kept: KeptRelease;
  readonly owes: OwedByRelease;
  readonly until: Instant;
}

type Attempt = ToldTicket | 'left' | 'waits-no-more';

// A ticket that breaks keeps no other back.
async function attemptBefore(desk: Desk, telling: Telling, id: TicketId): Promise<Attempt> {
  if ((await desk.circumstances()).now > telling.until) return 'left';
  return tell(desk, telling, id).catch((error: unknown) => {
    if (error instanceof Refusal) return { ticket: id, is: 'skipped', reason: error.reason, message: error.message };
    desk.log.error('ticket not told of its version', {
      ticket: id,
      version: telling.kept.name,
      error: String(error),
    });
    return 'left';
  });
}

const CALL = 'We know no address of this customer. Call, and then resolve the ticket.';

async function tell(desk: Desk, { kept, owes }: Telling, id: TicketId): Promise<Attempt> {
  const { ticket } = await currentOf(desk, id);
  // Its row was a moment late.
  if (ticket.state === 'unopened' || !isTiedTo(kept, ticket.fixIn?.version)) return 'waits-no-more';
  if (owes.is === 'answers' && !isReachable(ticket.customer)) throw new Refusal('unreachable', CALL);
  await handle(desk)(id, await actOf(desk, kept, owes, ticket), commandId(`${owes.mark} ${id}`));
  return { ticket: id, is: 'told' };
}

async function actOf(desk: Desk, kept: KeptRelease, owes: OwedByRelease, ticket: OpenedTicket): Promise<Act> {
  const { by } = owes;
  const { name: version, date } = kept;
  if (owes.is === 'new-date') return { type: 'tie-to-version', version, date, by };
  const { now, policies, staff } = await desk.circumstances();
  const author = staff.find(({ id }) => id === by)?.name ?? by;
  const values = valuesOf(ticket, author, { policy: heldTo(ticket, policies), now, version });
  return { type: 'resolve', words: await keepWords(desk, filled(owes.words[ticket.language], values).text), by };
}

interface Done extends Omit<Telling, 'until'> {
  readonly isDone: boolean;
}

/** Keeps what came of it, beside what came of it before. */
async function note(desk: Desk, done: Done, tickets: readonly ToldTicket[]): Promise<readonly ToldTicket[]> {
  const { owes, ...kept } = releaseNamed(await desk.releases.kept(), done.kept.name);
  const told = [...new Map([...kept.told, ...tickets].map((one) => [one.ticket, one])).values()];
  // It was moved again, or came out: something else is owed by now.
  if (owes?.mark !== done.owes.mark) return tickets;
  if (tickets.length === 0 && !done.isDone) return told;
  const next = { ...kept, told, ...(!done.isDone && { owes }) };
  return (await desk.releases.keep(next)) ? told : note(desk, done, tickets);
}
