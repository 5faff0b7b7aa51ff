import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { NAMES } from '../../../infra/local/seeds';
import { dynamoCustomers } from '../../../shared/adapters/dynamo-customers';
import { tableOf } from '../../../shared/adapters/table';
import type { Organisation, Person } from '../../../shared/customers/organisation';
import type { PhoneNumber } from '../../../shared/customers/phone-number';
import { costOf } from '../../support/cost';
import { deskAt, MONDAY_TEN, type RunningDesk } from '../../support/in-process';

let desk: RunningDesk;
beforeEach(async () => {
  desk = await deskAt();
});
afterEach(() => desk.stop());

const table = () => tableOf(desk.local.services.clients.dynamodb, NAMES.table);
/** Another process's view of the same table. */
const customers = () => dynamoCustomers(table(), () => Date.parse(MONDAY_TEN));
const keep = (organisation: Organisation) => customers().keep(organisation);

const person = (given: Partial<Person>): Person => ({
  name: 'Kari',
  emails: ['kari@klubben.example'],
  phones: [],
  superUser: true,
  ...given,
});
const organisation = (id: string, given: Partial<Organisation> = {}): Organisation => ({
  id,
  name: id.toUpperCase(),
  domains: [],
  people: [],
  ...given,
});
const KLUBBEN = organisation('klubben', {
  domains: ['klubben.example'],
  people: [person({ phones: ['+4790000001' as PhoneNumber] })],
});

const organisationOf = async (asked: { email?: string; phone?: string }) =>
  (await customers().whoIs(asked))?.organisation.id;

async function lookup(key: string) {
  const get = new GetCommand({ TableName: NAMES.table, Key: { pk: key, sk: 'ORGANISATION' } });
  return (await table().client.send(get)).Item;
}

describe('who somebody is', () => {
  beforeEach(() => keep(KLUBBEN));

  it('is told by the address however it is written, by the number, and by the domain', async () => {
    const kari = { organisation: { id: 'klubben', name: 'KLUBBEN' }, person: { name: 'Kari' }, standing: 'super-user' };
    expect(await customers().whoIs({ email: ' <KARI@Klubben.example>' })).toEqual(kari);
    expect(await customers().whoIs({ phone: '900 00 001' })).toEqual(kari);
    expect(await customers().whoIs({ email: 'ny@klubben.example' })).toEqual({
      organisation: kari.organisation,
      standing: 'colleague',
    });
  });

  it('is told by the number sooner than by the domain, which names nobody', async () => {
    const asked = { email: 'ny@klubben.example', phone: '+47 900 00 001' };
    expect(await customers().whoIs(asked)).toMatchObject({ person: { name: 'Kari' } });
  });

  it('is not told of strangers, of a number that is none, or of nobody', async () => {
    for (const asked of [{ email: 'kari@annen.example' }, { phone: 'vet ikke' }, {}])
      expect(await customers().whoIs(asked)).toBeUndefined();
  });

  it('is never told by a domain where anybody can have an address, even if an organisation has it', async () => {
    await keep(organisation('feil', { domains: ['gmail.com'] }));
    expect(await customers().whoIs({ email: 'hvem@gmail.com' })).toBeUndefined();
  });

  it.each([
    ['a stranger', { email: 'kari@annen.example' }, 1],
    ['a stranger at a public domain', { email: 'kari@gmail.com' }, 0.5],
    ['somebody whom we know', { email: 'kari@klubben.example' }, 1.5],
    ['a caller whom we know', { phone: '900 00 001' }, 1],
  ])('costs of %s %o %d units to read', async (_, asked, reads) => {
    expect((await costOf(desk, () => desk.local.desk.customers.whoIs(asked))).cost).toEqual({ writes: 0, reads });
  });
});

describe('an organisation that is kept again', () => {
  const MOVED = organisation('klubben', { domains: ['ny.example'], people: [person({ emails: ['kari@ny.example'] })] });

  it('is known by what it has now and no more by what it had, of which nothing stays', async () => {
    await keep(KLUBBEN);
    await keep(MOVED);
    expect(await customers().organisation('klubben')).toEqual(MOVED);
    expect(await organisationOf({ email: 'kari@ny.example' })).toBe('klubben');
    expect(await organisationOf({ email: 'kari@klubben.example', phone: '+4790000001' })).toBeUndefined();
    const expiresAt = Date.parse(MONDAY_TEN) / 1000;
    for (const key of ['PERSON#kari@klubben.example', 'DOMAIN#klubben.example', 'PHONE#+4790000001'])
      expect(await lookup(key)).toEqual({ pk: key, sk: 'ORGANISATION', revision: 1, expiresAt });
  });

  it('lets another have what it has let go', async () => {
    await keep(KLUBBEN);
    await keep(MOVED);
    expect(await keep(organisation('annen', { domains: ['klubben.example'] }))).toBeUndefined();
    expect(await organisationOf({ email: 'ny@klubben.example' })).toBe('annen');
  });

  it('is one of all that are listed', async () => {
    await keep(KLUBBEN);
    await keep(organisation('annen'));
    await keep(MOVED);
    expect((await customers().organisations()).map(({ id }) => id)).toEqual(['annen', 'klubben']);
  });

  it('costs a write for each lookup that it has and each that it had, and three for itself', async () => {
    await keep(KLUBBEN);
    const { cost } = await costOf(desk, () => desk.local.desk.customers.keep(MOVED));
    expect(cost).toMatchObject({ writes: 8 });
  });
});

describe('what one organisation has', () => {
  it.each([
    ['an address', { people: [person({ name: 'Per' })] }, { by: 'address', is: 'kari@klubben.example' }],
    ['a domain', { domains: ['klubben.example'] }, { by: 'domain', is: 'klubben.example' }],
    [
      'a number',
      { people: [person({ emails: [], phones: ['+4790000001' as PhoneNumber] })] },
      { by: 'phone', is: '+4790000001' },
    ],
  ])('another cannot take: %s; that is said, and nothing changes', async (_, given, trait) => {
    await keep(KLUBBEN);
    const before = organisation('annen', { domains: ['annen.example'] });
    await keep(before);
    expect(await keep({ ...before, ...given })).toEqual({ trait, by: { id: 'klubben', name: 'KLUBBEN' } });
    expect(await customers().organisation('annen')).toEqual(before);
    expect(await organisationOf({ email: 'x@annen.example' })).toBe('annen');
  });

  it('one of several gets whole when they want it at once, and the others are as they were', async () => {
    const domains = ['a.example', 'b.example', 'c.example'];
    const rivals = ['r1', 'r2', 'r3', 'r4'].map((id, n) =>
      organisation(id, { domains: [...domains, `${id}.example`], people: n % 2 ? [] : [person({})] }),
    );
    await keep(organisation('r2', { domains: ['r2.example'] }));
    const answers = await Promise.all(rivals.map(keep));
    expect(answers.filter((taken) => taken === undefined)).toHaveLength(1);
    const winner = rivals[answers.indexOf(undefined)];
    for (const domain of domains) expect(await organisationOf({ email: `x@${domain}` })).toBe(winner?.id);
    const known = await customers().organisations();
    expect(known.filter(({ domains }) => domains.includes('a.example'))).toEqual([winner]);
    expect(known.some(({ id }) => id === 'r2')).toBe(true);
    expect(await organisationOf({ email: 'x@r2.example' })).toBe('r2');
  });

  it('it has whole when two people keep it at once: as the one or as the other wrote it', async () => {
    const versions = ['a.example', 'b.example', 'c.example'].map((domain) =>
      organisation('klubben', { domains: [domain, 'felles.example'] }),
    );
    await Promise.all(versions.map(keep));
    const kept = await customers().organisation('klubben');
    expect(versions).toContainEqual(kept);
    for (const { domains } of versions)
      for (const domain of domains)
        expect(await organisationOf({ email: `x@${domain}` })).toBe(
          kept?.domains.includes(domain) ? 'klubben' : undefined,
        );
  });
});

describe('a crash while an organisation is kept', () => {
  const NEW = organisation('klubben', { domains: ['ny.example', 'nyere.example'], people: [person({})] });

  /** The write after so many others never comes to be. */
  async function crashAfter(writes: number): Promise<void> {
    const { client, name } = table();
    let left = writes;
    client.middlewareStack.add(
      (next, context) => async (args) => {
        if (context.commandName === 'PutItemCommand' && left-- <= 0) throw new Error('killed');
        return next(args);
      },
      { step: 'initialize', name: 'killer' },
    );
    const killed = dynamoCustomers({ client, name }, () => Date.parse(MONDAY_TEN));
    await killed.keep(NEW).finally(() => client.middlewareStack.remove('killer'));
  }

  it.each([0, 1, 2, 3, 4, 5, 6, 7])(
    'after %d writes tells nothing that is not so, and is mended by keeping again',
    async (n) => {
      await keep(KLUBBEN);
      await expect(crashAfter(n)).rejects.toThrow('killed');
      const { domains = [] } = (await customers().organisation('klubben')) ?? {};
      for (const domain of ['klubben.example', 'ny.example'])
        if (!domains.includes(domain)) expect(await organisationOf({ email: `x@${domain}` })).toBeUndefined();
      expect(await keep(NEW)).toBeUndefined();
      expect(await organisationOf({ email: 'x@nyere.example' })).toBe('klubben');
      for (const key of ['DOMAIN#klubben.example', 'PHONE#+4790000001'])
        expect(await lookup(key)).not.toHaveProperty('organisation');
    },
  );

  it('keeps nobody else from what it has left behind', async () => {
    await keep(KLUBBEN);
    await expect(crashAfter(5)).rejects.toThrow('killed');
    expect(await keep(organisation('annen', { domains: ['klubben.example'] }))).toBeUndefined();
    expect(await organisationOf({ email: 'x@klubben.example' })).toBe('annen');
  });
});
