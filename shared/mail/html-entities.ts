import { windows1252 } from './charset';

const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,30});?/gi;

// The names of U+00A0 to U+00FF in their order, and the others that mail programs write.
const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro ' +
  'para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil ' +
  'Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave ' +
  'Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml ' +
  'igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute ' +
  'thorn yuml';

const NAMED: ReadonlyMap<string, string> = new Map([
  ...LATIN_1.split(' ').map((name, place) => [name, String.fromCharCode(0xa0 + place)] as const),
  ...Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", ensp: '\u2002', emsp: '\u2003' }),
  ...Object.entries({ thinsp: '\u2009', zwnj: '\u200c', zwj: '\u200d', lrm: '\u200e', rlm: '\u200f', ndash: '–' }),
  ...Object.entries({ mdash: '—', lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„' }),
  ...Object.entries({ bull: '•', hellip: '…', lsaquo: '‹', rsaquo: '›', euro: '€', trade: '™', minus: '−' }),
  ...Object.entries({ larr: '←', uarr: '↑', rarr: '→', darr: '↓', OElig: 'Œ', oelig: 'œ', Scaron: 'Š', scaron: 'š' }),
]);

/** The character references of HTML as characters; a name that we don't know stays as it is written. */
export const decodeEntities = (text: string): string => (text.includes('&') ? text.replace(ENTITY, characterOf) : text);

function characterOf(written: string): string {
  const name = written.slice(1, written.endsWith(';') ? -1 : undefined);
  return name.startsWith('#') ? numbered(name.slice(1)) : (NAMED.get(name) ?? written);
}

function numbered(digits: string): string {
  const code = /^x/i.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number(digits);
  // Old clients number by windows-1252, and HTML says to read them so.
  if (code >= 0x80 && code < 0xa0) return windows1252(code);
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '\ufffd';
}
