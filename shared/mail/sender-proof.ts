import { domainOf } from './address';
import type { Mail } from './read';
import type { Receipt } from './receipt';

/** Whether the sender's domain disowns the mail: it fails DMARC, and the domain wants such mail stopped (rule 25). */
export const isDisowned = ({ verdicts, dmarcPolicy }: Receipt): boolean =>
  verdicts.dmarc === 'FAIL' && (dmarcPolicy === 'reject' || dmarcPolicy === 'quarantine');

/** Whether From names several people, which proves nothing about any of them (RFC 7489 6.6.1 checks one). */
export const hasSeveralAuthors = ({ authors }: Mail): boolean =>
  new Set(authors.map(({ address }) => address)).size > 1;

/** Whether DMARC proves that the mail is from the domain of its one author. */
export const isProven = (mail: Mail, { verdicts }: Receipt): boolean =>
  verdicts.dmarc === 'PASS' && mail.authors.length > 0 && !hasSeveralAuthors(mail);

/**
 * Whether the domain of From sent the mail, by DMARC or by the envelope that SPF vouches for. A DKIM verdict does not say
 * whose signature it was, so it proves nothing of From.
 */
export function comesFromItsDomain(mail: Mail, receipt: Receipt): boolean {
  const [author] = mail.authors;
  if (!author || hasSeveralAuthors(mail)) return false;
  const { spf, dmarc } = receipt.verdicts;
  const sentByDomain = spf === 'PASS' && domainOf(receipt.envelopeFrom.toLowerCase()) === domainOf(author.address);
  return dmarc === 'PASS' || (sentByDomain && dmarc !== 'FAIL');
}
