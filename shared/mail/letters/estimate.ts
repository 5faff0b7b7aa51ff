import { sayDate } from '../../promises/say';
import { zoneOf } from '../../promises/zone';
import type { OpenedTicket } from '../../ticket/ticket';
import { historyBefore } from './history';
import { facts, type LetterText, paragraph, paragraphs } from './letter-text';
import { answering } from './subject';
import { answerHere, footnote, type InEach, type LetterOf, signedByAuthor, type Writing } from './writing';

const nb = {
  locale: 'nb-NO',
  work: 'Anslått arbeid',
  hours: (hours: string) => `${hours} ${hours === '1' ? 'time' : 'timer'}`,
  rate: 'Timepris',
  price: 'Prisoverslag',
  withoutVat: (money: string) => `${money} uten mva.`,
  validUntil: 'Gjelder til og med',
  approve: (answerHere: string) =>
    `Vi begynner på arbeidet når du har godkjent prisoverslaget. Vil du godkjenne det eller lurer du på noe, kan du ${answerHere}.`,
};

const en: typeof nb = {
  locale: 'en-GB',
  work: 'Estimated work',
  hours: (hours) => `${hours} ${hours === '1' ? 'hour' : 'hours'}`,
  rate: 'Hourly rate',
  price: 'Price estimate',
  withoutVat: (money) => `${money} excluding VAT`,
  validUntil: 'Valid through',
  approve: (answerHere) =>
    `We start the work once you have approved the estimate. To approve it or to ask about it, ${answerHere}.`,
};

const WORDS: InEach<typeof nb> = { nb, en };

/** An estimate at the consultant price (P18), below the words of whoever gives it. */
export function estimate(letter: LetterOf<'estimate'>, ticket: OpenedTicket, writing: Writing): LetterText {
  const { subject, language, lastActivityAt } = ticket;
  const { policy, words = '' } = writing;
  const { dateOf } = zoneOf(policy.timeZone);
  const say = WORDS[language];
  const rate = policy.vendor.consultantOrePerHour;
  const price = say.withoutVat(kroner(letter.hours * rate, say));
  const until = sayDate(dateOf(letter.validUntil), language, { relativeTo: dateOf(lastActivityAt) });
  return {
    subject: answering(subject, language),
    preview: `${say.price}: ${price}`,
    blocks: [
      ...paragraphs(words),
      facts(
        [say.work, say.hours(new Intl.NumberFormat(say.locale, { maximumFractionDigits: 2 }).format(letter.hours))],
        [say.rate, say.withoutVat(kroner(rate, say))],
        [say.price, price],
        [say.validUntil, until],
      ),
      paragraph(say.approve(answerHere(ticket))),
      signedByAuthor(ticket, letter.message, writing),
      footnote(ticket),
      ...historyBefore(letter.message, ticket, writing),
    ],
  };
}

/** Money from øre, rounded to whole ones. */
const kroner = (ore: number, { locale }: typeof nb): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency: 'NOK' }).format(Math.round(ore) / 100);
