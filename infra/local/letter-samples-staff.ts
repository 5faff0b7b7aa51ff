import type { AlertReason, Letter } from '../../shared/ticket/effects';
import { alert, bounced, held, level2, linksTo, type SceneOf, suspicion, until } from './letter-scene';
import { anna, called, cato, conversation, inTheChat, later, reasonOf, reply, triaged } from './letter-stage';

export type StaffSample = AlertReason | Exclude<Extract<Letter, { to: unknown }>['letter'], 'alert'>;

/** What staff are told, one of each. */
export const STAFF_SAMPLES: Readonly<Record<StaffSample, SceneOf>> = {
  'new-inquiry': alert('new-inquiry', () => []),
  'new-message': alert('new-message', conversation),
  assigned: alert('assigned', () => [{ type: 'ticket-assigned', at: later(20), agent: anna, by: cato }]),
  'handed-over': alert('handed-over', (staging) => [
    ...conversation(staging),
    { type: 'handed-over', at: later(240), to: 3, by: anna, reason: reasonOf(staging) },
  ]),
  suspected: alert('suspected', (staging) => [suspicion('critical', staging)], ['take', 'dismiss']),
  'senior-needed': alert('senior-needed', (staging) => [
    triaged('severe', staging),
    { type: 'ticket-assigned', at: later(5), agent: cato, by: 'desk' },
    ...called(1),
  ]),
  'senior-called': alert('senior-called', (staging) => [triaged('critical', staging), ...called(3)]),
  'waiting-over': alert('waiting-over', conversation),
  'look-again': alert('look-again', conversation),
  'answer-overdue': alert('answer-overdue', conversation),
  'come-back': alert('come-back', conversation),
  'coming-back-near': alert('coming-back-near', (staging) => [
    ...conversation(staging),
    { type: 'coming-back-promised', at: later(240), by: anna, until },
  ]),
  'call-back': alert('call-back', (staging) => [
    ...conversation(staging),
    { type: 'call-logged', at: later(240), by: anna, direction: 'out', answered: false, callBackAt: until },
    { type: 'call-back-due', at: until },
  ]),
  'chat-waiting': (staging) => ({
    letter: { letter: 'alert', to: [...level2, 'on-duty'], why: 'chat-waiting' },
    opening: inTheChat(staging, { address: true }),
    happened: [{ type: 'chat-kept-waiting', at: later(5), since: later(0) }],
    writing: linksTo('take'),
  }),
  'version-overdue': alert('version-overdue', (staging) => [
    triaged('minor', staging),
    ...conversation(staging),
    { type: 'fix-tied', at: later(240), version: '2026.2', date: '2026-01-15', by: anna },
    { type: 'version-overdue', at: until, version: '2026.2' },
  ]),
  'customer-reminded': alert('customer-reminded', (staging) => [
    ...conversation(staging),
    reply(staging),
    { type: 'waiting-began', at: later(240), until, by: anna, reason: reasonOf(staging), remind: true },
    { type: 'customer-reminded', at: until, count: 1, until: later(10 * 24 * 60), last: false },
  ]),
  'mail-held': alert('mail-held', (staging) => [...conversation(staging), held(staging)]),
  undeliverable: alert('undeliverable', bounced),
  'mail-loop': alert('mail-loop', (staging) => [
    ...conversation(staging),
    {
      type: 'acknowledgement-withheld',
      at: later(240),
      reason: 'this sender has been sent 3 acknowledgements within an hour',
      first: true,
    },
  ]),
  'mail-storm': alert('mail-storm', (staging) => [
    ...conversation(staging),
    { type: 'storm-gathered', at: later(240), reason: 'this sender has opened 20 tickets within an hour' },
  ]),

  warning: () => ({
    letter: { letter: 'warning', to: level2, latest: until },
    happened: [],
    writing: linksTo('take'),
  }),
  miss: () => ({
    letter: { letter: 'miss', to: [...level2, 'seniors'], latest: later(60) },
    happened: [],
    writing: linksTo('take'),
  }),
  management: (staging) => ({
    letter: { letter: 'management', to: ['management'], reason: reasonOf(staging), by: anna },
    happened: [triaged('severe', staging), ...conversation(staging)],
    writing: linksTo('acknowledge'),
  }),
  'text-message': (staging) => ({
    letter: { letter: 'text-message', to: ['seniors'] },
    happened: [triaged('critical', staging), ...called(1)],
    writing: linksTo('take'),
  }),
};
