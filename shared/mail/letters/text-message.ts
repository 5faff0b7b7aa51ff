import type { OpenedTicket } from '../../ticket/ticket';
import { actInWords } from './act-links';
import { calledBy, reachedBy } from './customer-name';
import { kindOf } from './standing';
import type { Writing } from './writing';

const CUSTOMER_MAX = 40;

/**
 * An SMS to staff: the ticket's number, its kind and its customer, and the link to take it; no word of what the customer
 * wrote (P12). Of the letters that all phones have (GSM 03.38), so that 160 of them make one message.
 */
export function textMessage(ticket: OpenedTicket, writing: Writing): string {
  const { links = [], policy } = writing;
  const link = links.find(({ act }) => act === 'take');
  const sentences = [`${ticket.id}: ${kindOf(ticket, policy)}`, customerOf(ticket)].filter(Boolean);
  const says = inGsmLetters(`${sentences.join('. ')}.`);
  return link ? `${says} ${inGsmLetters(actInWords(link, ticket, writing))}: ${link.href}` : says;
}

// A name that looks like an address would be a link to press, in a message of ours.
const customerOf = ({ customer }: OpenedTicket): string =>
  inGsmLetters(calledBy(customer).replace(/[.:/@\\]+(?=\S)/g, ' ') || reachedBy(customer))
    .slice(0, CUSTOMER_MAX)
    .replace(/[\s.,]+$/, '');

const PLAIN = new Set(
  'ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅÄÖÑÜÇÉabcdefghijklmnopqrstuvwxyzæøåäöñüàèéùìòß0123456789 @£$¥_!"#%&\'()*+,-./:;<=>?§',
);
// What Unicode does not take apart by itself; Sámi names have some of them.
const ALIKE: Readonly<Record<string, string>> = {
  ...{ '’': "'", '‘': "'", '“': '"', '”': '"', '–': '-', '—': '-' },
  ...{ Đ: 'D', đ: 'd', Ŋ: 'N', ŋ: 'n', Ŧ: 'T', ŧ: 't', Ł: 'L', ł: 'l', Ð: 'D', ð: 'd', Þ: 'Th', þ: 'th' },
};

// Letters that phones do not have cost more than half of the message's length; they lose their accents, or are left out.
const inGsmLetters = (text: string): string =>
  [...text.normalize('NFC')].map(plain).join('').replace(/ {2,}/g, ' ').trim();

function plain(letter: string): string {
  if (PLAIN.has(letter)) return letter;
  const [bare = ''] = letter.normalize('NFD');
  return ALIKE[letter] ?? (PLAIN.has(bare) ? bare : '');
}
