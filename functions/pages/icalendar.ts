import { dateOf, dayOf } from '../../shared/promises/days';
import type { Instant, LocalDate } from '../../shared/promises/instant';

/** One content line of RFC 5545, before it is folded: 'DTSTART;VALUE=DATE:20260402'. */
export type ContentLine = string;

export interface Feed {
  readonly product: string;
  readonly name: string;
  readonly language: string;
  readonly events: readonly (readonly ContentLine[])[];
}

/** A feed to subscribe to (RFC 5545, RFC 7986). */
export function icalendar({ product, name, language, events }: Feed): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${escaped(product)}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME;LANGUAGE=${language}:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:P1D',
    'X-PUBLISHED-TTL:P1D',
    ...events.flatMap((event) => ['BEGIN:VEVENT', ...event, 'END:VEVENT']),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** Text as a value; other control characters than a line's end may not stand in one. */
export const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ');

/** '20260402'. */
export const writeDate = (date: LocalDate): string => date.replaceAll('-', '');

export const dayAfter = (date: LocalDate): LocalDate => dateOf(dayOf(date) + 1);

/** '20260402T070000Z'. */
export const writeInstant = (t: Instant): string => new Date(t).toISOString().replace(/[-:]|\.\d+/g, '');

const OCTETS_MAX = 75;

/** Folded by octets, never within a character (RFC 5545, 3.1). */
export function folded(line: ContentLine): string {
  let octets = 0;
  let written = '';
  for (const character of line) {
    const more = Buffer.byteLength(character);
    const isFull = octets + more > OCTETS_MAX;
    written += isFull ? `\r\n ${character}` : character;
    octets = isFull ? 1 + more : octets + more;
  }
  return written;
}
