import { AS_MESSAGE, type ClassificationRule } from './classification';
import { hasSeveralAuthors, isDisowned } from './sender-proof';
import { comesThroughList, forbidsReplies, has, hasPrecedence, takesNoAnswers } from './signals';

/** What a person may have written, though nothing may answer it by itself. */
export const silenceRules: readonly ClassificationRule[] = [
  {
    rule: 25,
    class: 'human',
    lands: AS_MESSAGE,
    reason: 'its sender is not verified',
    applies: ({ mail, receipt }) => isDisowned(receipt) || hasSeveralAuthors(mail),
  },
  {
    rule: 10,
    class: 'human',
    lands: AS_MESSAGE,
    reason: 'it asks for no automatic replies',
    applies: ({ mail }) => forbidsReplies(mail),
  },
  {
    rule: 13,
    class: 'human',
    lands: AS_MESSAGE,
    reason: 'it is sent in bulk',
    applies: ({ mail }) => hasPrecedence(mail, /^(?:auto_reply|junk|bulk)$/i),
  },
  {
    rule: 14,
    class: 'human',
    lands: AS_MESSAGE,
    reason: 'it comes through a mailing list',
    applies: ({ mail }) => comesThroughList(mail),
  },
  {
    rule: 15,
    class: 'human',
    lands: AS_MESSAGE,
    reason: 'its sender takes no answers (by the address)',
    applies: ({ mail }) => takesNoAnswers(mail.from?.address ?? ''),
  },
  {
    rule: 16,
    class: 'human',
    lands: AS_MESSAGE,
    reason: 'another system guards it against loops',
    applies: ({ mail }) => has(mail, 'x-loop') || has(mail, 'x-original-loop'),
  },
];
