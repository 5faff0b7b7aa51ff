import type { OpenedTicket } from '../../ticket/ticket';
import { oneLine } from '../repair';
import { facts } from './letter-text';
import { type News, saysWhatIsWritten, staffSays } from './news';
import { type InEach, staffLanguage, type Writing } from './writing';

const nb = {
  title: { critical: 'Kan være en kritisk feil', security: 'Kan være en sikkerhetshendelse' },
  suggests: {
    critical: 'Ord i meldingen kan tyde på en kritisk feil.',
    security: 'Ord i meldingen kan tyde på en sikkerhetshendelse.',
  },
  now: 'Det avgjør ingenting, og ingen alarm utløses automatisk. Les meldingen nå, og vurder saken eller avvis mistanken.',
  words: 'Ordene',
  quoted: (word: string) => `«${word}»`,
  since: 'Oppdaget',
};

const en: typeof nb = {
  title: { critical: 'This may be a critical error', security: 'This may be a security incident' },
  suggests: {
    critical: 'Words in the message may suggest a critical error.',
    security: 'Words in the message may suggest a security incident.',
  },
  now: 'That decides nothing, and no alarm goes off by itself. Read the message now, and triage the case or dismiss the suspicion.',
  words: 'The words',
  quoted: (word) => `“${word}”`,
  since: 'Noticed',
};

const WORDS: InEach<typeof nb> = { nb, en };

/** What the customer's words suggest, and by which of them, for somebody to judge before triage (P2). */
export function suspected(ticket: OpenedTicket, writing: Writing): News {
  const language = staffLanguage(writing.policy);
  const say = WORDS[language];
  const { of = 'critical', words = [], at = ticket.lastActivityAt } = ticket.suspected ?? {};
  const found = words.map((word) => say.quoted(oneLine(word))).join(', ');
  const told = saysWhatIsWritten(writing) && found ? found : undefined;
  return {
    title: say.title[of],
    now: `${say.suggests[of]} ${say.now}`,
    more: [facts([say.words, told], [say.since, staffSays(at, ticket, writing)])],
  };
}
