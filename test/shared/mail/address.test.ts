import fc from 'fast-check';
import { addressesIn, isOwnAddress, normaliseAddress, plusPart, withPlusPart } from '../../../shared/mail/address';

describe('an address', () => {
  it.each([
    ['in lower case', 'Kari@Kunde.Example', 'kari@kunde.example'],
    ['with its domain in ASCII', 'post@Blåbær.example', 'post@xn--blbr-roah.example'],
    ['without its brackets', ' <kari@kunde.example> ', 'kari@kunde.example'],
    ['with a domain of numbers as it is', 'kari@0x7f.1', 'kari@0x7f.1'],
  ])('identifies %s', (_, written, address) => expect(normaliseAddress(written)).toBe(address));

  it('has a plus part, or none', () => {
    expect(plusPart('support+a+b@desk.test')).toBe('a+b');
    expect(plusPart('support@desk.test')).toBeUndefined();
    expect(withPlusPart('support@desk.test', 'a')).toBe('support+a@desk.test');
  });
});

it.each([
  ['support@desk.test', true],
  ['SUPPORT+7k3mq9xd.abc@Desk.test', true],
  ['support+a+b@desk.test', true],
  ['anna@desk.test', false],
  ['support@desk.test.example', false],
  ['support', false],
])('%s is our own: %s', (address, own) => expect(isOwnAddress(address, 'support@desk.test')).toBe(own));

describe('the addresses of a header', () => {
  it.each([
    ['names with commas', '"Nordmann, Kari" <kari@kunde.example>', [['Nordmann, Kari', 'kari@kunde.example']]],
    ['encoded names', '=?utf-8?Q?K=C3=A5re?= <kaare@kunde.example>', [['Kåre', 'kaare@kunde.example']]],
    [
      'groups',
      'Styret: a@b.example, c@d.example;',
      [
        ['', 'a@b.example'],
        ['', 'c@d.example'],
      ],
    ],
    ['only what has an address', 'Kari, undisclosed-recipients:;, a@b.example', [['', 'a@b.example']]],
    [
      'no address from within a name',
      '"kari@bank.example" <ola@kunde.example>',
      [['kari@bank.example', 'ola@kunde.example']],
    ],
    [
      'no address that an encoded word hides',
      '=?utf-8?Q?a=40b.example=3E,?= <c@d.example>',
      [['a@b.example>,', 'c@d.example']],
    ],
  ])('have %s', (_, header, expected) => {
    expect(addressesIn(header).map(({ name, address }) => [name, address])).toEqual(expected);
  });

  it('are never of a length or with signs that no address has', () => {
    const piece = fc.constantFrom(
      'a',
      '@',
      '<',
      '>',
      '"',
      ',',
      ':',
      ';',
      '(',
      ')',
      '\\',
      '\r\n',
      ' ',
      'å',
      '.',
      'x'.repeat(400),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        for (const { address } of addressesIn(pieces.join(''))) expect(address).toMatch(/^[^\r\n]{3,320}$/);
      }),
    );
  });
});
