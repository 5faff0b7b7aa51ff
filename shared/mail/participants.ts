import { addressesIn, type MailAddress } from './address';
import { isOurs, type Ourselves } from './loop-signals';
import { type MachineSender, machineSenderOf } from './machine-senders';
import { areOfOneOrganisation } from './organisation';
import type { Mail } from './read';
import type { Receipt } from './receipt';
import { isProven } from './sender-proof';
import { takesNoAnswers, values } from './signals';

const SUGGESTED_MAX = 20;

/** Whom else the mail went to, for an agent to take in or leave out (rule 31). */
export function suggestedParticipants(mail: Mail, own: Ourselves): MailAddress[] {
  const lists = listAddresses(mail);
  const others = new Map<string, MailAddress>();
  for (const person of [...mail.to, ...mail.cc]) {
    const { address } = person;
    const isSomebody = !isOurs(address, own) && !lists.has(address) && !takesNoAnswers(address);
    if (isSomebody && address !== mail.from?.address && !others.has(address)) others.set(address, person);
    if (others.size === SUGGESTED_MAX) break;
  }
  return [...others.values()];
}

/** Where the lists that a mail came through take mail: `List-Post`, or the `List-Id` that stands for `arr@liste.example`. */
function listAddresses(mail: Mail): ReadonlySet<string> {
  const posts = values(mail, 'list-post').flatMap((post) => addressesIn(post.replace(/mailto:/gi, '')));
  const ids = values(mail, 'list-id').map((id) => /<([^<>\s.]{1,64})\.([^<>\s]{1,255})>/.exec(id));
  return new Set([
    ...posts.map(({ address }) => address),
    ...ids.map((id) => `${id?.[1] ?? ''}@${id?.[2] ?? ''}`.toLowerCase()),
  ]);
}

/**
 * Whom an answer goes to (rule 32): the sender, whatever the mail wishes; its Reply-To only if that is of the same
 * organisation, or the sender is proven to be a form of ours, which names its visitor there.
 */
export function replyAddressee(
  mail: Mail,
  receipt: Receipt,
  senders: readonly MachineSender[],
): MailAddress | undefined {
  const { from } = mail;
  const [wanted] = mail.replyTo;
  if (!from || !wanted) return from;
  const isForm = machineSenderOf(mail, senders)?.is === 'form' && isProven(mail, receipt);
  return isForm || areOfOneOrganisation(from.address, wanted.address) ? wanted : from;
}

/** Whether the mail wants its answers elsewhere than at its sender's. */
export const wantsAnswersElsewhere = ({ from, replyTo }: Mail): boolean =>
  from !== undefined && replyTo.length > 0 && !replyTo.some(({ address }) => address === from.address);
