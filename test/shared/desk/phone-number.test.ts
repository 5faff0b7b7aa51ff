import { phoneNumberOf } from '../../../shared/desk/phone-number';

const MOBILE = '+4790000001';
const DESK = '+4722000000';

describe('a number is read', () => {
  it.each([
    ['of eight digits', '90000001', MOBILE],
    ['as mobiles are written', '900 00 001', MOBILE],
    ['in pairs', '90 00 00 01', MOBILE],
    ['in pairs, of a desk', '22 00 00 00', DESK],
    ['with dots', '900.00.001', MOBILE],
    ['with hyphens', '900-00-001', MOBILE],
    ['with spaces around', '  900 00 001\n', MOBILE],
    ['with spaces that do not break', '900\u00a000\u00a0001', MOBILE],
    ['with narrow spaces', '900\u202f00\u202f001', MOBILE],
    ['in the wide digits of an Asian keyboard', '９００ ００ ００１', MOBILE],
    ['copied from a telephone, with marks that nobody sees', '\u202a+47 900 00 001\u202c', MOBILE],
    ['with the country code', '+4790000001', MOBILE],
    ['with the country code and spaces', '+47 900 00 001', MOBILE],
    ['with a space in the country code', '+ 47 900 00 001', MOBILE],
    ['with the country code in brackets', '(+47) 900 00 001', MOBILE],
    ['with 00 for the plus', '0047 900 00 001', MOBILE],
    ['with 00 apart', '00 47 900 00 001', MOBILE],
    ['with 00 in brackets', '(0047) 90000001', MOBILE],
    ['with the country code but no plus', '4790000001', MOBILE],
    ['with the zero that Norway has not', '+47 (0)22 00 00 00', DESK],
    ['with brackets around an area that is none', '(22) 00 00 00', DESK],
    ['of a free service', '800 00 001', '+4780000001'],
    ['of a firm, in five digits', '02800', '+4702800'],
    ['after what it is', 'Tlf.: 22 00 00 00', DESK],
    ['after what it is, in short', 'mob 900 00 001', MOBILE],
    ['as a link', 'tel:+4722000000', DESK],
    ['without its extension', '22 00 00 00 ext. 12', DESK],
    ['without its extension, in short', '22000000 x12', DESK],
    ['without its extension, in Norwegian', '22 00 00 00, linje 12', DESK],
    ['without its extension inside the house', '22 00 00 00 internnr. 4412', DESK],
    ['without its extension, as a link', 'tel:+4722000000;ext=3', DESK],
    ['of Sweden', '+46 70 123 45 67', '+46701234567'],
    ['of Denmark', '0045 32 12 34 56', '+4532123456'],
    ['of Britain, with a zero for callers at home', '+44 (0)20 7946 0018', '+442079460018'],
    ['of Italy, where the zero is for everybody', '+39 (0)6 698 12345', '+390669812345'],
    ['of America', '+1 (212) 555-0123', '+12125550123'],
    ['of a satellite', '+8816 12345678', '+881612345678'],
  ])('%s', (_, written, number) => {
    expect(phoneNumberOf(written)).toBe(number);
  });

  it('as it is written in the country that it is of', () => {
    expect(phoneNumberOf('070-123 45 67', 'SE')).toBe('+46701234567');
    expect(phoneNumberOf('(212) 555-0123', 'US')).toBe('+12125550123');
    expect(phoneNumberOf('+47 900 00 001', 'SE')).toBe(MOBILE);
  });
});

describe('no number is', () => {
  it.each([
    ['nothing', ''],
    ['spaces', '   '],
    ['words', 'ring meg'],
    ['a number in words', 'ni hundre 00 001'],
    ['a number with words about it', '900 00 001 etter klokka ti'],
    ['a number in letters', '1-800-FLOWERS'],
    ['two numbers', '22 00 00 00 / 900 00 001'],
    ['a digit too few', '900 00 00'],
    ['a digit too many', '900 00 0011'],
    ['what no series has', '12345678'],
    ['zeros', '00000000'],
    ['the police', '112'],
    ['a country that is none', '+999 12 34 56 78'],
    ['a plus in the middle', '+47+90000001'],
    ['two of them', '++4790000001'],
    ['a national number of another country', '070-123 45 67'],
    ['an address', 'kari@kunde.example'],
    ['a date', '2026-01-15'],
    ['a date as Norwegians write it', '24.11.2026'],
    ['an organisation of nine digits', '974 760 673'],
  ])('%s', (_, written) => {
    expect(phoneNumberOf(written)).toBeUndefined();
  });

  it('what is longer than numbers are, which is not even read', () => {
    expect(phoneNumberOf(`900 00 001${' '.repeat(60)}`)).toBeUndefined();
    expect(phoneNumberOf('9'.repeat(1_000_000))).toBeUndefined();
  });
});
