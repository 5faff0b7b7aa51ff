import type { TicketEvent } from '../../shared/ticket/events';
import { SAMPLES } from './letter-samples';
import { linksTo, type SceneOf, suspicion, until } from './letter-scene';
import { anna, called, conversation, inTheChat, later, reply, type Staging, triaged } from './letter-stage';

/** Letters that say something else where things are otherwise. */
export const VARIANTS = {
  'acknowledgement, in the chat at night': (staging) => ({
    letter: { letter: 'acknowledgement' },
    opening: { ...inTheChat(staging, { address: false }), receivedAt: later(-14 * 60) },
    happened: [],
  }),
  'coming-back, with a version': (staging) => ({
    letter: { letter: 'coming-back', version: '2026.2' },
    happened: conversation(staging),
  }),
  'waiting-reminder, the last one': (staging) => ({
    letter: { letter: 'waiting-reminder', until, last: true },
    happened: [...conversation(staging), reply(staging)],
  }),
  'resolution, without an answer': (staging) => ({
    letter: { letter: 'resolution', because: 'no-answer' },
    happened: [...conversation(staging), { type: 'ticket-resolved', at: later(240), by: 'desk', because: 'no-answer' }],
  }),
  'offer-of-mail, where we have an address': (staging) => ({
    letter: { letter: 'offer-of-mail' },
    opening: inTheChat(staging, { address: true }),
    happened: [],
  }),
  'suspected, of a breach': (staging) => ({
    letter: { letter: 'alert', to: ['seniors'], why: 'suspected' },
    happened: [suspicion('security', staging)],
    writing: linksTo('take', 'dismiss'),
  }),
  'senior-called, all of them': (staging) => ({
    letter: { letter: 'alert', to: ['seniors'], why: 'senior-called' },
    happened: [triaged('critical', staging), ...called(5)],
    writing: linksTo('take'),
  }),
  'customer-reminded, the last time': (staging) => ({
    letter: { letter: 'alert', to: [{ agent: anna }], why: 'customer-reminded' },
    happened: [...conversation(staging), { type: 'customer-reminded', at: later(240), count: 2, until, last: true }],
    writing: linksTo('take'),
  }),
  'management, after reasonable time': (staging) => ({
    letter: { letter: 'management', to: ['management'] },
    happened: [triaged('severe', staging), ...conversation(staging)],
    writing: linksTo('acknowledge'),
  }),
  'management, again': (staging) => ({
    letter: { letter: 'management', to: ['management'], again: true },
    happened: liftedTwice(staging),
    writing: linksTo('acknowledge'),
  }),
  'management, no senior': (staging) => ({
    letter: { letter: 'management', to: ['management'], why: 'no-senior' },
    happened: [
      triaged('critical', staging),
      ...called(4),
      { type: 'management-told', at: later(50), dueAt: later(50), why: 'no-senior' },
    ],
    writing: linksTo('acknowledge'),
  }),
  'new-inquiry, without what is written': (staging) => ({
    ...SAMPLES['new-inquiry'](staging),
    writing: { ...linksTo('take'), policy: { ...staging.policy, alerts: { saySubject: false } } },
  }),
} as const satisfies Readonly<Record<string, SceneOf>>;

function liftedTwice(staging: Staging): TicketEvent[] {
  const at = later(240);
  return [
    triaged('severe', staging),
    ...conversation(staging),
    { type: 'management-told', at, dueAt: at },
    { type: 'management-told', at: until, dueAt: until, again: true },
  ];
}
