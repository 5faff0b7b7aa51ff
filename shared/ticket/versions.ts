import { managementDue } from '../promises/change';
import type { Commitment } from '../promises/deadlines';
import type { Instant } from '../promises/instant';
import { underNewVersion } from '../promises/new-version';
import type { Policies } from '../promises/policies';
import type { Policy } from '../promises/policy';
import { type Circumstances, heldTo } from './circumstances';
import { isUnderway, promisesDue } from './due';
import { Refusal } from './refusal';
import { type OpenedTicket, replay, type Ticket } from './ticket';

/** The version of that name, or a refusal that says which there are. */
export function versionOf(policies: Policies, version: string): Policy {
  const policy = policies.named(version);
  if (policy) return policy;
  const there = policies.versions.map(({ version }) => version).join(', ');
  throw new Refusal('no-such-version', `The promise has no version “${version}”. Choose one of: ${there}.`);
}

/** What a ticket would be promised if it were held to another version from now on. */
export function underVersion(ticket: OpenedTicket, held: Policy, to: Policy, now: Instant): Commitment {
  const { kind = to.untriaged, begun } = ticket;
  return underNewVersion({ ...ticket, kind, held, to, begun: begun !== undefined, now });
}

/** What is promised of a ticket. `managementAt` is not there where nobody knows, or nobody is to be told. */
export interface PromisedInstants {
  readonly version: string;
  readonly beginTarget: Instant;
  readonly beginLatest: Instant;
  readonly managementAt?: Instant;
}

/** What another version of the promise would change about an open ticket, were it applied now. */
export interface ChangeOfPromise {
  /** As it stands now. */
  readonly ticket: OpenedTicket;
  readonly before: PromisedInstants;
  readonly after: PromisedInstants;
  /** Whether it would be late at once, for having no time left. */
  readonly missedAtOnce: boolean;
}

type Now = Pick<Circumstances, 'now' | 'policies'>;

/** The ticket with what of the promise has come due by now, which is in its history only once somebody has looked. */
export const upToDate = (ticket: Ticket, { now, policies }: Now): Ticket =>
  ticket.state === 'unopened' ? ticket : replay(promisesDue(ticket, now, heldTo(ticket, policies)), ticket);

/** What a version would change about a ticket: nothing where that is not under way, or is held to the version already. */
export function changeUnder(ticket: Ticket, to: Policy, circumstances: Now): ChangeOfPromise | undefined {
  // The act reads off the clock first what has come due: what is said of it must too.
  const current = upToDate(ticket, circumstances);
  if (current.state === 'unopened' || !isUnderway(current)) return undefined;
  const held = heldTo(current, circumstances.policies);
  return held === to ? undefined : changeOf(current, held, to, circumstances.now);
}

function changeOf(ticket: OpenedTicket, held: Policy, to: Policy, now: Instant): ChangeOfPromise {
  const commitment = underVersion(ticket, held, to, now);
  const { begun, missed } = ticket;
  return {
    ticket,
    before: promised(ticket.commitment, ticket, held),
    after: promised(commitment, ticket, to),
    missedAtOnce: !begun && commitment.beginLatest <= now && !missed.includes(commitment.beginLatest),
  };
}

function promised(commitment: Commitment, { pauses }: OpenedTicket, policy: Policy): PromisedInstants {
  const { beginTarget, beginLatest } = commitment;
  const managementAt = managementDue(commitment, pauses, policy);
  return { version: policy.version, beginTarget, beginLatest, ...(managementAt !== undefined && { managementAt }) };
}
