import { isOwnAddress } from './address';
import { answersAnswers, bearsOurId, bearsToken, isWornOut, type Ourselves } from './loop-signals';
import type { Mail } from './read';
import {
  AUTOREPLY_HEADERS,
  answersInvitation,
  forbidsReplies,
  has,
  hasPart,
  hasPrecedence,
  isFrom,
  isNullPath,
  isReport,
  LIST_HEADERS,
  saysAway,
  sendersOf,
  values,
} from './signals';

/** Where a mail goes: to a ticket, to a ticket's notes, to the letter that came back, or aside until a person looks. */
export type MailClass = 'human' | 'auto' | 'bounce' | 'loop' | 'quarantine';

export type Verdict = 'PASS' | 'FAIL' | 'GRAY' | 'PROCESSING_FAILED' | 'DISABLED';

/** What the receiving server says of a mail. */
export interface Receipt {
  readonly verdicts: Readonly<Record<'spam' | 'virus' | 'spf' | 'dkim' | 'dmarc', Verdict>>;
  /** Empty or `<>` is the null return path. */
  readonly envelopeFrom: string;
  readonly recipients: readonly string[];
}

export interface Facts {
  readonly mail: Mail;
  readonly receipt: Receipt;
  readonly own: Ourselves;
}

export interface ClassificationRule {
  /** Its number, which never changes. */
  readonly rule: number;
  readonly class: MailClass;
  readonly acknowledge: boolean;
  readonly reason: string;
  readonly applies: (facts: Facts) => boolean;
}

/** In order of precedence: what is parked, what came back, what a machine wrote, and what only may not be acknowledged. */
export const classificationRules: readonly ClassificationRule[] = [
  {
    rule: 1,
    class: 'quarantine',
    acknowledge: false,
    reason: 'the receiving server found a virus',
    applies: ({ receipt }) => receipt.verdicts.virus === 'FAIL',
  },
  {
    rule: 2,
    class: 'quarantine',
    acknowledge: false,
    reason: 'the receiving server takes it for spam',
    applies: ({ receipt }) => receipt.verdicts.spam === 'FAIL',
  },
  {
    rule: 3,
    class: 'loop',
    acknowledge: false,
    reason: 'we sent it ourselves',
    applies: ({ mail, own }) => bearsToken(mail, ['x-responstid-loop'], own) || bearsOurId(mail, own),
  },
  {
    rule: 4,
    class: 'loop',
    acknowledge: false,
    reason: 'it says to be from our own address',
    applies: ({ mail, own }) => sendersOf(mail).some((address) => isOwnAddress(address, own.supportAddress)),
  },
  {
    rule: 16,
    class: 'loop',
    acknowledge: false,
    reason: 'it has been here before',
    applies: ({ mail, own }) => bearsToken(mail, ['x-loop', 'x-original-loop'], own),
  },
  {
    rule: 17,
    class: 'loop',
    acknowledge: false,
    reason: 'it has been handed on too many times',
    applies: ({ mail, own }) => isWornOut(mail, own),
  },
  {
    rule: 19,
    class: 'loop',
    acknowledge: false,
    reason: 'its subject shows two systems answering each other',
    applies: ({ mail }) => answersAnswers(mail.subject),
  },
  {
    rule: 5,
    class: 'bounce',
    acknowledge: false,
    reason: 'it reports on the delivery of a mail',
    applies: ({ mail }) => isReport(mail, 'delivery-status') || hasPart(mail, 'message/delivery-status'),
  },
  {
    rule: 7,
    class: 'bounce',
    acknowledge: false,
    reason: 'a mail server returned a mail',
    applies: ({ mail }) =>
      has(mail, 'x-failed-recipients') || isFrom(mail, /^(?:mailer-daemon|mail-daemon|postmaster)$/),
  },
  {
    rule: 8,
    class: 'auto',
    acknowledge: false,
    reason: 'it reports a complaint about a mail',
    applies: ({ mail }) => isReport(mail, 'feedback-report'),
  },
  {
    rule: 6,
    class: 'auto',
    acknowledge: false,
    reason: 'its sender takes no answers (null return path)',
    applies: ({ mail, receipt }) => isNullPath(receipt.envelopeFrom) || isNullPath(values(mail, 'return-path')[0]),
  },
  {
    rule: 9,
    class: 'auto',
    acknowledge: false,
    reason: 'it says that a machine sent it (Auto-Submitted)',
    applies: ({ mail }) => values(mail, 'auto-submitted').some((value) => !/^no\s*(?:;|$)/i.test(value)),
  },
  {
    rule: 11,
    class: 'auto',
    acknowledge: false,
    reason: 'it is an automatic reply by its headers',
    applies: ({ mail }) => AUTOREPLY_HEADERS.some(([name, value]) => values(mail, name).some((it) => value.test(it))),
  },
  {
    rule: 12,
    class: 'auto',
    acknowledge: false,
    reason: 'it is an automatic reply by its subject',
    applies: ({ mail }) => saysAway(mail) && (mail.inReplyTo !== undefined || mail.references.length > 0),
  },
  {
    rule: 10,
    class: 'auto',
    acknowledge: false,
    reason: 'it is an automatic reply of Exchange',
    applies: ({ mail }) => forbidsReplies(mail) && (has(mail, 'x-ms-exchange-inbox-rules-loop') || saysAway(mail)),
  },
  {
    rule: 34,
    class: 'auto',
    acknowledge: false,
    reason: 'a calendar answers an invitation in it',
    applies: ({ mail }) => answersInvitation(mail),
  },
  {
    rule: 10,
    class: 'human',
    acknowledge: false,
    reason: 'it asks for no automatic replies',
    applies: ({ mail }) => forbidsReplies(mail),
  },
  {
    rule: 13,
    class: 'human',
    acknowledge: false,
    reason: 'it is sent in bulk',
    applies: ({ mail }) => hasPrecedence(mail, /^(?:auto_reply|junk|bulk)$/i),
  },
  {
    rule: 14,
    class: 'human',
    acknowledge: false,
    reason: 'it comes through a mailing list',
    applies: ({ mail }) => hasPrecedence(mail, /^list$/i) || LIST_HEADERS.some((name) => has(mail, name)),
  },
  {
    rule: 15,
    class: 'human',
    acknowledge: false,
    reason: 'its sender takes no answers (by the address)',
    applies: ({ mail }) => isFrom(mail, /^(?:no[-_]?reply|do[-_]?not[-_]?reply|ikke[-_]?svar|bounces?)(?:[-+._].*)?$/),
  },
  {
    rule: 16,
    class: 'human',
    acknowledge: false,
    reason: 'another system guards it against loops',
    applies: ({ mail }) => has(mail, 'x-loop') || has(mail, 'x-original-loop'),
  },
];
