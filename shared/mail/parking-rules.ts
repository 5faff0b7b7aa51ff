import { type ClassificationRule, NOTED_OR_PARKED, PARKED, PARKED_UNLESS_LET_IN } from './classification';
import { answersAnswers, bearsOurId, bearsToken, isOurs, isWornOut } from './loop-signals';
import { sendersOf } from './signals';

/** What may harm, or goes round in a circle, and is kept from people's work. */
export const parkingRules: readonly ClassificationRule[] = [
  {
    rule: 1,
    class: 'quarantine',
    lands: PARKED,
    reason: 'the receiving server found a virus',
    applies: ({ receipt }) => receipt.verdicts.virus === 'FAIL',
  },
  {
    rule: 3,
    class: 'loop',
    lands: PARKED,
    reason: 'we sent it ourselves',
    applies: ({ mail, own }) => bearsToken(mail, ['x-responstid-loop'], own) || bearsOurId(mail, own),
  },
  {
    rule: 4,
    class: 'loop',
    lands: NOTED_OR_PARKED,
    reason: 'it says to be from our own address',
    applies: ({ mail, own }) => sendersOf(mail).some((address) => isOurs(address, own)),
  },
  {
    rule: 16,
    class: 'loop',
    lands: PARKED,
    reason: 'it has been here before',
    applies: ({ mail, own }) => bearsToken(mail, ['x-loop', 'x-original-loop'], own),
  },
  {
    rule: 17,
    class: 'loop',
    lands: PARKED,
    reason: 'it has been handed on too many times',
    applies: ({ mail, own }) => isWornOut(mail, own),
  },
  {
    rule: 19,
    class: 'loop',
    lands: PARKED,
    reason: 'its subject shows two systems answering each other',
    applies: ({ mail }) => answersAnswers(mail.subject),
  },
  {
    rule: 2,
    class: 'quarantine',
    lands: PARKED_UNLESS_LET_IN,
    reason: 'the receiving server takes it for spam',
    applies: ({ receipt }) => receipt.verdicts.spam === 'FAIL',
  },
];
