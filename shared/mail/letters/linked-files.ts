import { sayInstant } from '../../promises/say';
import type { OpenedTicket } from '../../ticket/ticket';
import { tidyLine } from '../repair';
import type { Block } from './letter-text';
import type { InEach, Writing } from './writing';

const nb = {
  locale: 'nb-NO',
  tooBig: (count: number): string =>
    count === 1 ? 'Vedlegget er for stort for e-post.' : 'Vedleggene er for store for e-post.',
  until: (count: number, instant: string) =>
    count === 1 ? `Last det ned senest ${instant}:` : `Last dem ned senest ${instant}:`,
  fetch: (count: number): string => (count === 1 ? 'Last det ned her:' : 'Last dem ned her:'),
};

const en: typeof nb = {
  locale: 'en-GB',
  tooBig: (count) =>
    count === 1 ? 'The attachment is too big for e-mail.' : 'The attachments are too big for e-mail.',
  until: (count, instant) => `Download ${count === 1 ? 'it' : 'them'} by ${instant}:`,
  fetch: (count) => `Download ${count === 1 ? 'it' : 'them'} here:`,
};

const WORDS: InEach<typeof nb> = { nb, en };

/** Attachments that are too big to enclose, as links, and until when these work. */
export function linkedFiles({ language, lastActivityAt }: OpenedTicket, writing: Writing): Block[] {
  const { enclosed = [], enclosedUntil, policy } = writing;
  if (enclosed.length === 0) return [];
  const { locale, tooBig, until, fetch } = WORDS[language];
  const count = enclosed.length;
  const how =
    enclosedUntil === undefined
      ? fetch(count)
      : until(count, sayInstant(enclosedUntil, policy, language, { relativeTo: lastActivityAt }));
  const files = enclosed.map(({ name, bytes, href }) => ({ name: tidyLine(name), size: sizeOf(bytes, locale), href }));
  return [{ is: 'files', text: `${tooBig(count)} ${how}`, files }];
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

function sizeOf(bytes: number, locale: string): string {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), UNITS.length - 1);
  const unit = UNITS[power] ?? 'byte';
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: power > 1 ? 1 : 0 });
  return format.format(bytes / 1000 ** power);
}
