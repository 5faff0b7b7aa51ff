import { type Organisation, traitsOf, without } from '../../../shared/customers/organisation';
import type { PhoneNumber } from '../../../shared/customers/phone-number';
import { knownBy, traitsAsked } from '../../../shared/customers/who-is';

const phone = (number: string) => number as PhoneNumber;
const SWITCHBOARD = phone('+4722000000');
const address = (is: string) => ({ by: 'address', is }) as const;
const number = (is: string) => ({ by: 'phone', is }) as const;
const domain = (is: string) => ({ by: 'domain', is }) as const;

const KLUBBEN: Organisation = {
  id: 'klubben',
  name: 'Klubben',
  domains: ['klubben.example'],
  people: [
    {
      name: 'Kari',
      emails: ['kari@klubben.example', 'kari@gmail.com'],
      phones: [phone('+4790000001'), SWITCHBOARD],
      superUser: true,
    },
    { name: 'Ola', emails: ['ola@klubben.example'], phones: [SWITCHBOARD], superUser: false },
  ],
};
const KLUBB = { id: 'klubben', name: 'Klubben' };

describe('at an organisation', () => {
  it.each([
    ['a super user is known by an address', address('kari@klubben.example'), 'super-user', 'Kari'],
    ['a super user is known by an address elsewhere', address('kari@gmail.com'), 'super-user', 'Kari'],
    ['a super user is known by a number', number('+4790000001'), 'super-user', 'Kari'],
    ['a colleague is known by an address', address('ola@klubben.example'), 'colleague', 'Ola'],
  ])('%s', (_, trait, standing, name) => {
    expect(knownBy(trait, KLUBBEN)).toEqual({ organisation: KLUBB, person: { name }, standing });
  });

  it.each([
    ['somebody else of its domain', domain('klubben.example')],
    ['whoever calls from a number that several share', number(SWITCHBOARD)],
  ])('%s is a colleague whose name is not known', (_, trait) => {
    expect(knownBy(trait, KLUBBEN)).toEqual({ organisation: KLUBB, standing: 'colleague' });
  });

  it.each([address('per@klubben.example'), number('+4790000002'), domain('annen.example')])(
    'nobody is known by what it does not list: %o',
    (trait) => expect(knownBy(trait, KLUBBEN)).toBeUndefined(),
  );
});

describe('who somebody is, is asked', () => {
  const known = { is: 'klubben.example', isPublic: false };

  it('by the address, else by the number, and only then by the domain, which is many people’s', () => {
    const asked = traitsAsked({ domain: known, number: SWITCHBOARD, address: 'ny@klubben.example' });
    expect(asked).toEqual([address('ny@klubben.example'), number(SWITCHBOARD), domain('klubben.example')]);
  });

  it('by no public domain, which is anybody’s', () => {
    const gmail = { is: 'gmail.com', isPublic: true };
    expect(traitsAsked({ address: 'kari@gmail.com', domain: gmail })).toEqual([address('kari@gmail.com')]);
  });

  it('by nothing, where nothing is known', () => {
    expect(traitsAsked({ address: undefined, number: undefined })).toEqual([]);
  });
});

describe('what an organisation is recognised by', () => {
  it('is each of its domains, addresses and numbers once, in an order of its own', () => {
    const [kari, ola] = KLUBBEN.people;
    const turned = { ...KLUBBEN, people: [ola, kari].flatMap((person) => person ?? []) };
    expect(traitsOf(turned)).toEqual(traitsOf(KLUBBEN));
    expect(traitsOf(KLUBBEN)).toEqual([
      address('kari@gmail.com'),
      address('kari@klubben.example'),
      address('ola@klubben.example'),
      domain('klubben.example'),
      number(SWITCHBOARD),
      number('+4790000001'),
    ]);
  });

  it('tells an address from a domain that is written alike', () => {
    expect(without([address('a'), domain('a'), address('a')], [domain('a')])).toEqual([address('a')]);
  });
});
