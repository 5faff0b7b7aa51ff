import { domainOf } from './address';
import { isPublicDomain } from './public-domains';
import type { Mail } from './read';
import type { Receipt, Verdict } from './receipt';
import { hasSeveralAuthors, isDisowned, isProven } from './sender-proof';
import type { ThreadCandidate } from './thread';

/** What says that a mail belongs to a ticket, the best first. */
export type Evidence = ThreadCandidate['by'];

/** What the sender is to the ticket that a mail names. */
export type Standing = 'participant' | 'colleague' | 'stranger' | 'unverified';

/**
 * What becomes of a mail that names a ticket. `add`: it is a message of the ticket's participant. `hold`: it waits on the
 * ticket, seen by agents alone, until one confirms it. `link`: it opens a ticket that names the other.
 */
export interface Admission {
  readonly is: 'add' | 'hold' | 'link';
  readonly rule: number;
  /** Why, in words for an agent. */
  readonly reason: string;
}

/** A row that says nothing of something applies whatever it is. */
interface AdmissionRule extends Admission {
  readonly evidence?: readonly Evidence[];
  readonly standing?: readonly Standing[];
  readonly spam?: Verdict;
  readonly dmarc?: Verdict;
}

/** What is left where no other rule applies: a subject that anybody could have written. */
const LAST: AdmissionRule = {
  rule: 23,
  is: 'link',
  reason: 'its subject names a ticket that its sender takes no part in',
};

/** The first that applies decides. Nothing that names a ticket ever tells its sender anything of it. */
export const admissionRules: readonly AdmissionRule[] = [
  {
    rule: 25,
    is: 'hold',
    reason: 'it bears the ticket’s token, but its sender is not verified',
    evidence: ['token'],
    standing: ['unverified'],
  },
  { rule: 25, is: 'link', reason: 'its sender is not verified', standing: ['unverified'] },
  {
    rule: 2,
    is: 'add',
    reason: 'it was taken for spam, but bears the token of its sender’s ticket',
    evidence: ['token'],
    standing: ['participant'],
    spam: 'FAIL',
  },
  {
    rule: 2,
    is: 'hold',
    reason: 'it was taken for spam, and its sender takes no part in the ticket whose token it bears',
    evidence: ['token'],
    spam: 'FAIL',
  },
  { rule: 2, is: 'link', reason: 'it was taken for spam', spam: 'FAIL' },
  {
    rule: 20,
    is: 'add',
    reason: 'it bears the token of its sender’s ticket',
    evidence: ['token'],
    standing: ['participant', 'colleague'],
  },
  {
    rule: 21,
    is: 'hold',
    reason: 'it bears the ticket’s token, but its sender takes no part in it',
    evidence: ['token'],
  },
  {
    rule: 22,
    is: 'add',
    reason: 'it answers a mail of its sender’s ticket',
    evidence: ['reference', 'own-id'],
    standing: ['participant'],
  },
  {
    rule: 22,
    is: 'link',
    reason: 'it answers a mail of a ticket that its sender takes no part in',
    evidence: ['reference', 'own-id'],
  },
  {
    rule: 23,
    is: 'add',
    reason: 'its subject names its sender’s ticket, and its sender is proven',
    evidence: ['subject'],
    standing: ['participant'],
    dmarc: 'PASS',
  },
  {
    rule: 23,
    is: 'hold',
    reason: 'its subject names its sender’s ticket, but nothing proves its sender',
    evidence: ['subject'],
    standing: ['participant'],
  },
  LAST,
];

/** What becomes of a mail that names a ticket, by what says so and what its sender is to the ticket (rules 2, 20–25). */
export function admit(evidence: Evidence, standing: Standing, { verdicts }: Receipt): Admission {
  const { is, rule, reason } = admissionRules.find((row) => fits(row, evidence, standing, verdicts)) ?? LAST;
  return { is, rule, reason };
}

const fits = (row: AdmissionRule, evidence: Evidence, standing: Standing, verdicts: Receipt['verdicts']): boolean =>
  (row.evidence?.includes(evidence) ?? true) &&
  (row.standing?.includes(standing) ?? true) &&
  (row.spam ?? verdicts.spam) === verdicts.spam &&
  (row.dmarc ?? verdicts.dmarc) === verdicts.dmarc;

/** What the sender of a mail is to a ticket with these participants (their addresses, normalised). */
export function standingOf(mail: Mail, receipt: Receipt, participants: readonly string[]): Standing {
  const address = mail.from?.address;
  if (address === undefined) return 'stranger';
  // A sender whom From does not name is not who DMARC proves.
  if (isDisowned(receipt) || hasSeveralAuthors(mail) || mail.authors.length === 0) return 'unverified';
  if (participants.includes(address)) return 'participant';
  return isProven(mail, receipt) && shareADomain(address, participants) ? 'colleague' : 'stranger';
}

const shareADomain = (address: string, participants: readonly string[]): boolean =>
  !isPublicDomain(domainOf(address)) && participants.some((other) => domainOf(other) === domainOf(address));
