import type { LetterKey } from '../mail/letter-tag';
import { nextAttemptAt } from '../ticket/delivery';
import type { EventOf } from '../ticket/events';
import type { TicketId } from '../ticket/ids';
import { type Redacted, traced } from '../ticket/origins';
import type { PassedOn } from '../ticket/passed-on';
import { mapEach, TICKETS_AT_ONCE } from './each-of';
import { stateOf } from './history';
import { passedAs, passedBy } from './passing';
import type { Desk, KeptCommit } from './ports';

/** A message in another ticket, by its place, that is the same as one of ours. */
export interface Copy {
  readonly ticket: TicketId;
  readonly place: number;
}

/** A ticket with all its commits. */
export interface Whole {
  readonly ticket: TicketId;
  readonly history: readonly KeptCommit[];
}

/**
 * The copies of a message: in the tickets that it was passed on to, and in the one that passed it on. Those in turn know
 * of theirs.
 */
export async function copiesOf({ tickets }: Pick<Desk, 'tickets'>, ours: Whole, redaction: Redacted): Promise<Copy[]> {
  const targets = passingsOf(ours, redaction).flatMap((passing) => passing.effect.to.map((to) => ({ passing, to })));
  const passedOn = await mapEach(targets, TICKETS_AT_ONCE, ({ passing, to }) =>
    copyIn({ tickets }, ours, redaction, passing, to),
  );
  return [...passedOn, await sourceOf({ tickets }, ours, redaction)].filter((copy) => copy !== undefined);
}

/** Whether a message is still on its way to another ticket. */
export const isOnItsWay = (ours: Whole, redaction: Redacted): boolean =>
  passingsOf(ours, redaction).some(({ isDue }) => isDue);

interface Passing {
  readonly key: LetterKey;
  readonly effect: PassedOn;
  readonly isDue: boolean;
}

/** The effects by which the message went on. */
function passingsOf(ours: Whole, { event: { message } }: Redacted): Passing[] {
  const { ticket, history } = ours;
  return history.flatMap(({ version, effects, deliveries }) =>
    effects.flatMap((effect, index) => {
      if (effect.type !== 'pass-on') return [];
      const key = { ticket, version, index };
      const carries = 'message' in effect ? effect.message === message : effect.what === 'absorb';
      const delivery = deliveries[index];
      const isDue = delivery !== undefined && nextAttemptAt(delivery) !== undefined;
      return carries && message < messagesAfter(ours, version) ? [{ key, effect, isDue }] : [];
    }),
  );
}

function messagesAfter({ ticket, history }: Whole, version: number): number {
  const then = stateOf(ticket, history, version).ticket;
  return then.state === 'opened' ? then.messages.length : 0;
}

// A ticket that was merged itself has handed it on, to where it goes on.
async function copyIn(
  { tickets }: Pick<Desk, 'tickets'>,
  ours: Whole,
  redaction: Redacted,
  passing: Passing,
  ticket: TicketId,
): Promise<Copy | undefined> {
  const history = await tickets.history(ticket);
  const commit = history.find(({ command }) => command === passedAs(passing.key));
  if (commit) return placed({ ticket, history }, commit, amongAbsorbed(commit, ours, redaction, passing));
  const { ticket: other } = stateOf(ticket, history);
  if (other.state === 'unopened' || other.status.is !== 'merged' || other.status.into === ours.ticket) return undefined;
  return copyIn({ tickets }, ours, redaction, passing, other.status.into);
}

function placed({ ticket, history }: Whole, { version }: KeptCommit, among: number | undefined): Copy | undefined {
  const { origins } = traced(ticket, history);
  const place = origins.findIndex((origin) => origin.version === version && origin.among === among);
  return place < 0 ? undefined : { ticket, place };
}

// Of a long ticket the newest messages alone were taken over.
function amongAbsorbed(
  { events }: KeptCommit,
  ours: Whole,
  { event: { message } }: Redacted,
  { key, effect }: Passing,
) {
  if (effect.what !== 'absorb') return undefined;
  return message - (messagesAfter(ours, key.version) - absorbedIn(events));
}

const absorbedIn = (events: KeptCommit['events']): number =>
  events.find((event): event is EventOf<'ticket-absorbed'> => event.type === 'ticket-absorbed')?.messages.length ?? 0;

async function sourceOf(
  { tickets }: Pick<Desk, 'tickets'>,
  { history: ours }: Whole,
  { origin: { version, among = 0 } }: Redacted,
): Promise<Copy | undefined> {
  const commit = ours.find((one) => one.version === version);
  const source = commit && passedBy(commit.command);
  if (!source) return undefined;
  const { ticket } = source;
  const history = await tickets.history(ticket);
  const effect = history.find((one) => one.version === source.version)?.effects[source.index];
  if (effect?.type !== 'pass-on') return undefined;
  if ('message' in effect) return { ticket, place: effect.message };
  return { ticket, place: messagesAfter({ ticket, history }, source.version) - absorbedIn(commit.events) + among };
}
