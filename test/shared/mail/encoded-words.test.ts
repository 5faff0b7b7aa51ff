import fc from 'fast-check';
import { decodeWords } from '../../../shared/mail/encoded-words';

it.each([
  ['quoted', '=?iso-8859-1?Q?P=E5melding_til_h=F8st?=', 'Påmelding til høst'],
  ['in base64', '=?utf-8?B?w6bDuMOl?=', 'æøå'],
  ['with a language', '=?utf-8*nb?Q?=C3=A6?=', 'æ'],
  ['among words', 'Re: =?utf-8?Q?=C3=A6?= og b', 'Re: æ og b'],
  ['side by side, the space between them gone', '=?utf-8?Q?a?= =?iso-8859-1?Q?=E5?=', 'aå'],
  ['cut within a letter', '=?utf-8?Q?=C3?= =?utf-8?Q?=A5?=', 'å'],
  ['with letters left as they are', '=?utf-8?Q?på?=', 'på'],
  ['in an unknown charset, as windows-1252', '=?x-none?Q?=80?=', '€'],
])('words %s are decoded', (_, written, text) => expect(decodeWords(written)).toBe(text));

it.each(['=?utf-8?Q?a', '=?utf-8?X?a?=', '=? utf-8?Q?a?=', 'a=b?c'])('%j is no encoded word', (text) =>
  expect(decodeWords(text)).toBe(text),
);

it('any text is decoded without an exception', () => {
  const piece = fc.constantFrom('=?', '?=', '?Q?', '?b?', 'utf-8', 'utf-16', '=E6', ' ', 'æ', '_');
  fc.assert(fc.property(fc.array(piece), (pieces) => void decodeWords(pieces.join(''))));
});
