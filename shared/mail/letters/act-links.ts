import type { OpenedTicket } from '../../ticket/ticket';
import type { Block } from './letter-text';
import { type ActLink, type InEach, staffLanguage, type Writing } from './writing';

const nb = {
  take: 'Ta saken',
  acknowledge: 'Bekreft at ledelsen har sett dette',
  dismiss: { critical: 'Det er ikke kritisk', security: 'Det er ingen sikkerhetshendelse' },
};

const en: typeof nb = {
  take: 'Take the case',
  acknowledge: 'Confirm that management has seen this',
  dismiss: { critical: 'It is not critical', security: 'It is no security incident' },
};

const WORDS: InEach<typeof nb> = { nb, en };

/** What the reader can do at once, the likeliest first. */
export function actLinks(ticket: OpenedTicket, writing: Writing): Block[] {
  const { links = [] } = writing;
  const pressed = links.map((link) => ({ text: actInWords(link, ticket, writing), href: link.href }));
  return pressed.length > 0 ? [{ is: 'links', links: pressed }] : [];
}

export function actInWords({ act }: ActLink, { suspected }: OpenedTicket, { policy }: Writing): string {
  const words = WORDS[staffLanguage(policy)];
  return act === 'dismiss' ? words.dismiss[suspected?.of ?? 'critical'] : words[act];
}
