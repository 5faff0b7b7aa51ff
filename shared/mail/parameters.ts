import { decodeBytes, decodeRaw } from './charset';
import { decodeWords, hexBytes } from './encoded-words';

/** A header such as Content-Type: its value in lower case, and its parameters by name in lower case. */
export interface Structured {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const PARAMETER = /;\s*([^\s=;"*]{1,80})(\*)?(?:(\d{1,3})(\*)?)?\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^;]*))/gs;
const SECTIONS_MAX = 500;

/** Reads a structured header (RFC 2045 5.1), its values cut and encoded by RFC 2231 or, as many do, by RFC 2047. */
export function structured(header: string): Structured {
  const sections = new Map<string, Section[]>();
  for (const { name, ...section } of [...header.matchAll(PARAMETER)].slice(0, SECTIONS_MAX).map(sectionOf)) {
    sections.set(name, [...(sections.get(name) ?? []), section]);
  }
  const value = /^[^;\s(]*/.exec(header.trim())?.[0] ?? '';
  return {
    value: value.toLowerCase(),
    parameters: new Map([...sections].map(([name, parts]) => [name, joined(parts)])),
  };
}

interface Section {
  /** Where it stands in a value that is cut; none in a value that stands in one. */
  readonly place: number | undefined;
  readonly encoded: boolean;
  readonly text: string;
}

function sectionOf(found: RegExpExecArray): Section & { readonly name: string } {
  const [, name = '', star, place, lastStar, quoted, bare = ''] = found;
  return {
    name: name.toLowerCase(),
    place: place === undefined ? undefined : Number(place),
    encoded: place === undefined ? star !== undefined : lastStar !== undefined,
    text: quoted === undefined ? bare.trim() : quoted.replace(/\\(["\\])/g, '$1'),
  };
}

// Clients write a value in one beside its sections for readers that don't know those; the encoded one is the truer.
function joined(sections: readonly Section[]): string {
  const cut = sections.filter(({ place, encoded }) => place !== undefined || encoded);
  if (cut.length === 0) return decodeWords(sections[0]?.text ?? '');
  const text = cut
    .toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0))
    .map((section) => section.text)
    .join('');
  return cut.some(({ encoded }) => encoded) ? decodeExtended(text) : decodeWords(text);
}

/** `utf-8'nb'p%C3%A5` (RFC 2231 4); some leave the charset and the language out. */
function decodeExtended(text: string): string {
  const [, charset = '', value = text] = /^([\w.:-]*)'[^']*'(.*)$/s.exec(text) ?? [];
  const bytes = hexBytes(value, /%([\da-f]{2})/gi);
  return charset ? decodeBytes(bytes, charset) : decodeRaw(bytes, 'windows-1252');
}
