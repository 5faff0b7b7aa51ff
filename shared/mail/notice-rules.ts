import { domainOf } from './address';
import { looksLikeAnother } from './look-alikes';
import { isOurs } from './loop-signals';
import type { NoticeRule } from './marks';
import { suggestedParticipants, wantsAnswersElsewhere } from './participants';
import type { Receipt } from './receipt';
import { hasSeveralAuthors, isDisowned } from './sender-proof';
import { calendarsIn } from './signals';
import { type Seal, sealOf } from './signed-or-encrypted';

/** Whether the attachments stay shut: only a scan that found them clean opens them (rule 1). */
export const areLocked = ({ verdicts }: Receipt): boolean => verdicts.virus !== 'PASS';

export const noticeRules: readonly NoticeRule[] = [
  {
    rule: 1,
    notices: ({ mail, receipt }) =>
      when(
        mail.attachments.length > 0 && areLocked(receipt),
        'The virus scan did not clear the attachments, so they are locked.',
      ),
  },
  {
    rule: 25,
    notices: ({ receipt }) =>
      when(isDisowned(receipt), 'The sender is not verified: their domain says that such mail is not theirs (DMARC).'),
  },
  {
    rule: 25,
    notices: ({ mail }) =>
      when(hasSeveralAuthors(mail), 'The sender is not verified: the mail names several people as its author.'),
  },
  {
    rule: 25,
    notices: ({ mail }) => {
      const domain = domainOf(mail.from?.address ?? '');
      const shown = looksLikeAnother(domain);
      return shown && `The sender’s domain may pass for another: ${shown} is ${domain}.`;
    },
  },
  {
    rule: 28,
    notices: ({ mail }) => when(mail.messageId === undefined, 'The mail bears no Message-ID.'),
  },
  {
    rule: 30,
    notices: ({ mail, own }) =>
      when(
        ![...mail.to, ...mail.cc].some(({ address }) => isOurs(address, own)),
        'Our address stands in none of its headers: it was a hidden copy, or forwarded to us.',
      ),
  },
  {
    rule: 31,
    notices: ({ mail, own }) => {
      const others = suggestedParticipants(mail, own).map(({ address }) => address);
      return when(others.length > 0, `It was also sent to ${others.join(', ')}.`);
    },
  },
  {
    rule: 32,
    notices: ({ mail }) =>
      when(wantsAnswersElsewhere(mail), `It wants its answers sent to ${mail.replyTo[0]?.address}, not to its sender.`),
  },
  {
    rule: 33,
    notices: ({ mail }) => {
      const seal = sealOf(mail);
      return seal && SEALS[seal];
    },
  },
  {
    rule: 34,
    notices: ({ mail }) => calendarsIn(mail).map(invitationIn).find(Boolean),
  },
  {
    rule: 35,
    notices: ({ mail }) =>
      when(
        mail.tnef === true,
        'Outlook packed its attachments into one file (winmail.dat), which is kept beside them.',
      ),
  },
];

const when = (applies: boolean, says: string): string | undefined => (applies ? says : undefined);

const SEALS: Readonly<Record<Seal, string>> = {
  signed: 'It is signed. Nobody has verified the signature.',
  encrypted: 'It is encrypted. Its reader has to open the original.',
};

const INVITATIONS: ReadonlyMap<string, string> = new Map([
  ['REQUEST', 'It invites to a meeting. Nobody has accepted it.'],
  ['CANCEL', 'It cancels a meeting.'],
  ['REPLY', 'It answers an invitation to a meeting.'],
  ['COUNTER', 'It proposes another time for a meeting.'],
]);

const invitationIn = (calendar: string): string | undefined =>
  INVITATIONS.get((/^METHOD:(\w{1,20})[ \t]*\r?$/im.exec(calendar)?.[1] ?? '').toUpperCase());
