import { retriaged } from '../promises/change';
import type { Kind } from '../promises/policy';
import { type Answers, triageBy } from '../promises/triage';
import { QUESTIONS } from '../promises/triage-table';
import type { Terms } from './circumstances';
import type { ActOf } from './command';
import type { TicketEvent } from './events';
import type { AgentId } from './ids';
import { Refusal } from './refusal';
import { givenToSenior } from './seniors';
import { type OpenedTicket, replay } from './ticket';
import { tiedToNext } from './version-acts';
import { underVersion, versionOf } from './versions';

/** The kind is said, or said anew, or follows from what was answered: the promise moves by the change rules (P2). */
export function triage(ticket: OpenedTicket, command: ActOf<'triage'>, terms: Terms): TicketEvent[] {
  const { kind, ...grounds } = judged(command);
  if (ticket.kind === kind && (!grounds.answers || isSame(grounds.answers, ticket.triage?.answers))) return [];
  const { now: at } = terms;
  const commitment = retriaged(changeTo(kind, ticket, command, terms));
  const triaged: TicketEvent = { type: 'ticket-triaged', at, kind, by: command.by, commitment, ...grounds };
  const judgedSo: TicketEvent[] = [triaged, ...leavingIncident(ticket, kind, command.by, terms)];
  const after = replay(judgedSo, ticket);
  if (after.state === 'unopened') return judgedSo;
  return [...judgedSo, ...givenToSenior(after, command.by, terms), ...tiedToNext(after, terms)];
}

// What needs a senior has an alarm of its own, whatever its incident has.
const leavingIncident = (
  { partOf }: OpenedTicket,
  kind: Kind,
  by: AgentId,
  { now: at, policy }: Terms,
): TicketEvent[] => (partOf && policy.kinds[kind].seniorsOnly ? [{ type: 'incident-left', at, by }] : []);

interface Judgement {
  readonly kind: Kind;
  readonly answers?: Answers;
  readonly clause?: string;
}

function judged(command: ActOf<'triage'>): Judgement {
  if ('kind' in command) return { kind: command.kind };
  const { answers } = command;
  const triage = triageBy(answers);
  if (triage.is === 'decided') return { kind: triage.kind, answers, clause: triage.clause.id };
  const { ask } = triage;
  throw new Refusal('answers-missing', `One more answer is needed, to “${ask.id}”: ${ask.en}`, { ask });
}

const isSame = (a: Answers, b: Answers = {}): boolean => QUESTIONS.every(({ id }) => a[id] === b[id]);

function changeTo(kind: Kind, ticket: OpenedTicket, { because: reason }: ActOf<'triage'>, { now, policy }: Terms) {
  const { commitment, receivedAt, incident, told, pauses, begun } = ticket;
  return {
    commitment,
    receivedAt: incident?.firstReceivedAt ?? receivedAt,
    told,
    pauses,
    begun: begun !== undefined,
    to: kind,
    because: ticket.kind === undefined ? 'first-triage' : (reason ?? 'misjudged'),
    now,
    policy,
  } as const;
}

/** An open ticket is held to another version of the promise from now on. */
export function applyPolicy(
  ticket: OpenedTicket,
  { by, version }: ActOf<'apply-policy'>,
  { now, policy: held, policies }: Terms,
): TicketEvent[] {
  const to = versionOf(policies, version);
  if (to === held) return [];
  return [{ type: 'policy-applied', at: now, by, commitment: underVersion(ticket, held, to, now) }];
}
