import { oneLine } from './repair';

const LOOKED_AT = 64 * 1024;
const PROPERTIES_MAX = 1_000;
const PROPERTY = /^([\w-]{1,50})((?:;(?:"[^"]*"|[^:"])*)?):(.*)$/s;

/** An invitation (RFC 5545) on one line: what, when, where, who. None, if the calendar holds no event. */
export function invitationLine(calendar: string): string | undefined {
  const event = propertiesOf(calendar);
  const [what, where] = ['SUMMARY', 'LOCATION'].map((name) => written(event.get(name)?.value ?? ''));
  const when = [event.get('DTSTART'), event.get('DTEND')].map(time).filter(Boolean).join(' – ');
  const who = (event.get('ORGANIZER')?.value ?? '').replace(/^mailto:/i, '');
  const said = [what, when, where, who].filter(Boolean);
  return said.length === 0 ? undefined : `[${oneLine(said.join(' | ')).slice(0, 500)}]`;
}

interface Property {
  readonly value: string;
  readonly parameters: string;
}

/** Of the first event; of what it says twice, the first. */
function propertiesOf(calendar: string): ReadonlyMap<string, Property> {
  const unfolded = calendar.slice(0, LOOKED_AT).replace(/\r?\n[ \t]/g, '');
  const [, event = ''] = /^BEGIN:VEVENT\s*$(.*)/ims.exec(unfolded) ?? [];
  const lines = event.split(/\r?\n/, PROPERTIES_MAX);
  const end = lines.findIndex((line) => /^(?:END:VEVENT|BEGIN:)/i.test(line));
  return new Map(
    lines
      .slice(0, end === -1 ? lines.length : end)
      .toReversed()
      .map(entryOf),
  );
}

function entryOf(line: string): [name: string, property: Property] {
  const [, name = '', parameters = '', value = ''] = PROPERTY.exec(line) ?? [];
  return [name.toUpperCase(), { value, parameters }];
}

const written = (value: string): string => value.replace(/\\n/gi, ' ').replace(/\\([\\,;])/g, '$1');

/** `20260302T100000` and its zone as `2026-03-02 10:00 (Europe/Oslo)`. */
function time(property: Property | undefined): string {
  const [, year, month, day, hour, minute, utc] =
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z)?)?/.exec(property?.value ?? '') ?? [];
  if (year === undefined) return '';
  const [, named = ''] = /;TZID="?([^";:]+)/i.exec(property?.parameters ?? '') ?? [];
  const zone = utc ? 'UTC' : named;
  return `${year}-${month}-${day}${hour ? ` ${hour}:${minute}` : ''}${zone && ` (${zone})`}`;
}
