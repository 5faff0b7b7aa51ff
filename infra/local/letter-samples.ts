import type { Writing } from '../../shared/mail/letters/writing';
import type { AlertReason, Letter } from '../../shared/ticket/effects';
import type { TicketEvent } from '../../shared/ticket/events';
import { anna, cato, conversation, later, reply, type Staging, triaged } from './letter-stage';

/** How a letter comes about: what has happened to its ticket after the first mail, and what it is written with. */
export interface Scene {
  readonly letter: Letter;
  readonly happened: readonly TicketEvent[];
  readonly writing?: Partial<Writing>;
}

type SceneOf = (staging: Staging) => Scene;
export type SampleName = Exclude<Letter['letter'], 'alert'> | AlertReason;

const until = later(3 * 24 * 60);
const level2 = [{ level: 2 }] as const;

const alert =
  (why: AlertReason, happened: (staging: Staging) => readonly TicketEvent[], because?: string): SceneOf =>
  (staging) => ({ letter: { letter: 'alert', to: level2, why }, happened: happened(staging), writing: { because } });

const reason = ({ cast, language }: Staging): string => cast.reason[language];
const words = ({ cast, language }: Staging): string => cast.answer[language];

/** Every letter there is about a ticket. A new one does not compile until it is shown here. */
export const SAMPLES: Readonly<Record<SampleName, SceneOf>> = {
  acknowledgement: () => ({ letter: { letter: 'acknowledgement' }, happened: [] }),
  reply: (staging) => ({
    letter: { letter: 'reply', message: 3 },
    happened: [...conversation(staging), reply(staging)],
    writing: {
      words: words(staging),
      enclosed: [
        { name: 'opplæring i kvoter.mp4', bytes: 48_310_000, href: 'https://desk.test/files?token=eksempel' },
        { name: 'deltakere.xlsx', bytes: 912_000, href: 'https://desk.test/files?token=eksempel' },
      ],
      enclosedUntil: later(30 * 24 * 60),
    },
  }),
  'coming-back': (staging) => ({
    letter: { letter: 'coming-back', message: 3, until },
    happened: [...conversation(staging), reply(staging)],
    writing: { words: staging.cast.comesBack[staging.language] },
  }),
  'waiting-reminder': (staging) => ({
    letter: { letter: 'waiting-reminder' },
    happened: [...conversation(staging), reply(staging)],
  }),
  resolution: (staging) => ({
    letter: { letter: 'resolution', message: 3 },
    happened: [
      ...conversation(staging),
      { type: 'ticket-resolved', at: later(240), by: anna, words: { text: words(staging) } },
    ],
    writing: { words: words(staging) },
  }),
  estimate: (staging) => ({
    letter: { letter: 'estimate', message: 3, hours: 3.5, validUntil: until },
    happened: [...conversation(staging), reply(staging)],
    writing: { words: words(staging) },
  }),
  postponement: (staging) => ({
    letter: { letter: 'postponement', reason: reason(staging), version: '2026.2' },
    happened: [triaged('minor', staging), ...conversation(staging)],
  }),

  'new-inquiry': alert('new-inquiry', () => []),
  'new-message': alert('new-message', conversation),
  assigned: alert('assigned', () => [{ type: 'ticket-assigned', at: later(20), agent: anna, by: cato }]),
  'handed-over': (staging) => ({
    letter: { letter: 'alert', to: [{ level: 3 }], why: 'handed-over' },
    happened: [
      ...conversation(staging),
      { type: 'handed-over', at: later(240), to: 3, by: anna, reason: reason(staging) },
    ],
    writing: { because: reason(staging) },
  }),
  'senior-needed': alert('senior-needed', (staging) => [triaged('severe', staging)]),
  'waiting-over': alert('waiting-over', conversation),
  'look-again': alert('look-again', conversation),
  'answer-overdue': alert('answer-overdue', conversation),
  'come-back': alert('come-back', conversation),
  'mail-held': alert('mail-held', (staging) => [...conversation(staging), held(staging)]),
  undeliverable: alert(
    'undeliverable',
    bounced,
    '550 5.1.1 <kari@kunde.test>: Recipient address rejected: User unknown',
  ),
  'mail-loop': alert('mail-loop', conversation, 'three acknowledgements to this address within the hour'),
  'mail-storm': alert('mail-storm', conversation, 'more than 20 new tickets from this address within the hour'),

  warning: () => ({ letter: { letter: 'warning', to: level2, latest: until }, happened: [] }),
  miss: () => ({ letter: { letter: 'miss', to: [...level2, 'seniors'], latest: later(60) }, happened: [] }),
  management: (staging) => ({
    letter: { letter: 'management', to: ['management'], reason: reason(staging), by: anna },
    happened: [triaged('severe', staging), ...conversation(staging)],
  }),
};

const held = ({ cast, language }: Staging): TicketEvent => ({
  type: 'mail-held',
  at: later(240),
  doubt: 'unknown-sender',
  message: {
    words: { text: cast.asks[language] },
    attachments: [],
    receivedAt: later(240),
    sender: { ...(cast.customer.name && { name: cast.customer.name }), email: 'kari.privat@annet.test' },
  },
});

function bounced(staging: Staging): TicketEvent[] {
  const { email: address = '' } = staging.cast.customer;
  return [
    ...conversation(staging),
    { type: 'delivery-failed', at: later(241), address, permanent: true, diagnostic: '550' },
  ];
}
