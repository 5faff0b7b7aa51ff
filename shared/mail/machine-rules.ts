import { AS_NOTE, type ClassificationRule, NOTED_OR_PARKED } from './classification';
import {
  answersInvitation,
  bearsAutoReplyHeader,
  forbidsReplies,
  has,
  hasPart,
  isFromMailServer,
  isNullPath,
  isReport,
  repliesByItself,
  saysAway,
  submittedByItself,
  values,
} from './signals';

/** What came back, and what a machine wrote. */
export const machineRules: readonly ClassificationRule[] = [
  {
    rule: 5,
    class: 'bounce',
    lands: NOTED_OR_PARKED,
    reason: 'it reports on the delivery of a mail',
    applies: ({ mail }) =>
      isReport(mail, 'delivery-status') ||
      hasPart(mail, 'message/delivery-status') ||
      hasPart(mail, 'message/global-delivery-status'),
  },
  {
    rule: 7,
    class: 'bounce',
    lands: NOTED_OR_PARKED,
    reason: 'a mail server returned a mail',
    applies: ({ mail }) => has(mail, 'x-failed-recipients') || isFromMailServer(mail),
  },
  {
    rule: 8,
    class: 'auto',
    lands: NOTED_OR_PARKED,
    reason: 'it reports a complaint about a mail',
    applies: ({ mail }) => isReport(mail, 'feedback-report'),
  },
  {
    rule: 6,
    class: 'auto',
    lands: NOTED_OR_PARKED,
    reason: 'it reports that a mail was opened',
    applies: ({ mail }) => isReport(mail, 'disposition-notification'),
  },
  {
    rule: 6,
    class: 'auto',
    lands: AS_NOTE,
    reason: 'its sender takes no answers (null return path)',
    applies: ({ mail, receipt }) => isNullPath(receipt.envelopeFrom) || isNullPath(values(mail, 'return-path')[0]),
  },
  {
    rule: 9,
    class: 'auto',
    lands: NOTED_OR_PARKED,
    reason: 'it says that it replies by itself (Auto-Submitted)',
    applies: ({ mail }) => repliesByItself(mail),
  },
  {
    rule: 9,
    class: 'auto',
    lands: AS_NOTE,
    reason: 'it says that a machine sent it (Auto-Submitted)',
    applies: ({ mail }) => submittedByItself(mail) && !repliesByItself(mail),
  },
  {
    rule: 11,
    class: 'auto',
    lands: AS_NOTE,
    reason: 'it is an automatic reply by its headers',
    applies: ({ mail }) => bearsAutoReplyHeader(mail),
  },
  {
    rule: 12,
    class: 'auto',
    lands: AS_NOTE,
    reason: 'it is an automatic reply by its subject',
    applies: ({ mail }) => saysAway(mail) && (mail.inReplyTo !== undefined || mail.references.length > 0),
  },
  {
    rule: 10,
    class: 'auto',
    lands: AS_NOTE,
    reason: 'it is an automatic reply of Exchange',
    applies: ({ mail }) => forbidsReplies(mail) && (has(mail, 'x-ms-exchange-inbox-rules-loop') || saysAway(mail)),
  },
  {
    rule: 34,
    class: 'auto',
    lands: AS_NOTE,
    reason: 'a calendar answers an invitation in it',
    applies: ({ mail }) => answersInvitation(mail),
  },
];
