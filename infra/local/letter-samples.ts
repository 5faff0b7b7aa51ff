import type { Letter } from '../../shared/ticket/effects';
import { STAFF_SAMPLES, type StaffSample } from './letter-samples-staff';
import { type SceneOf, until } from './letter-scene';
import { anna, conversation, inTheChat, later, reasonOf, reply, type Staging, triaged } from './letter-stage';

type ToCustomers = Exclude<Letter, { to: unknown }>['letter'];

const words = ({ cast, language }: Staging): string => cast.answer[language];

const TO_CUSTOMERS: Readonly<Record<ToCustomers, SceneOf>> = {
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
    letter: { letter: 'waiting-reminder', until },
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
    letter: { letter: 'postponement', reason: reasonOf(staging), version: '2026.2' },
    happened: [triaged('minor', staging), ...conversation(staging)],
  }),
  'offer-of-mail': (staging) => ({
    letter: { letter: 'offer-of-mail' },
    opening: inTheChat(staging, { address: false }),
    happened: [],
  }),
};

/** Every letter there is about a ticket. A new one does not compile until it is shown here. */
export const SAMPLES: Readonly<Record<ToCustomers | StaffSample, SceneOf>> = { ...TO_CUSTOMERS, ...STAFF_SAMPLES };
