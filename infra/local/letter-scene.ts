import type { ActLink, Writing } from '../../shared/mail/letters/writing';
import type { AlertReason, Letter } from '../../shared/ticket/effects';
import type { TicketEvent } from '../../shared/ticket/events';
import { conversation, later, type Opening, type Staging } from './letter-stage';

/** How a letter comes about: how its ticket was opened, what has happened to it since, and what it is written with. */
export interface Scene {
  readonly letter: Letter;
  readonly opening?: Opening;
  readonly happened: readonly TicketEvent[];
  readonly writing?: Partial<Writing>;
}

export type SceneOf = (staging: Staging) => Scene;

export const until = later(3 * 24 * 60);
export const level2 = [{ level: 2 }] as const;

/** Links as long as those that the desk makes. */
export const linksTo = (...acts: readonly ActLink['act'][]): Pick<Writing, 'links'> => ({
  links: acts.map((act) => ({ act, href: `https://desk.test/act?token=${'e'.repeat(60)}.${'t'.repeat(43)}` })),
});

export const alert =
  (
    why: AlertReason,
    happened: (staging: Staging) => readonly TicketEvent[],
    acts: readonly ActLink['act'][] = ['take'],
  ): SceneOf =>
  (staging) => ({
    letter: { letter: 'alert', to: level2, why },
    happened: happened(staging),
    writing: linksTo(...acts),
  });

const FOUND = {
  critical: { nb: ['bare en hvit side', 'det gjelder både'], en: ['all they get is', 'a white page'] },
  security: { nb: ['ser andre sine deltakere', 'hacket'], en: ['see other people’s', 'hacked'] },
} as const;

/** What the customer's words suggest, as it is noted. */
export const suspicion = (of: 'critical' | 'security', { language }: Staging): TicketEvent => ({
  type: 'suspicion-raised',
  at: later(0),
  of,
  words: FOUND[of][language],
});

export const held = ({ cast, language }: Staging): TicketEvent => ({
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

export function bounced(staging: Staging): TicketEvent[] {
  const { email: address = '' } = staging.cast.customer;
  return [
    ...conversation(staging),
    { type: 'delivery-failed', at: later(241), address, permanent: true, diagnostic: THEIR_SERVER },
  ];
}

const THEIR_SERVER = '550 5.1.1 <kari@kunde.test>: Recipient address rejected: User unknown';
