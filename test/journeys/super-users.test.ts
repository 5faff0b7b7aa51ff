import { deskAt, type RunningDesk } from '../support/in-process';
import { openedBy, whatCameOf } from '../support/journey';

interface OrganisationJson {
  readonly id: string;
  readonly name: string;
}

const KLUBBEN = {
  name: 'Klubben',
  domains: ['Klubben.example'],
  people: [
    { name: 'Kari', emails: ['Kari@klubben.example', 'kari@gmail.com'], phones: ['900 00 001'], superUser: true },
    { name: 'Ola', emails: ['ola@klubben.example'] },
  ],
};

let desk: RunningDesk;
let klubben: OrganisationJson;
beforeAll(async () => {
  desk = await deskAt();
  klubben = (await keep(KLUBBEN)).body;
});
afterAll(() => desk.stop());

const keep = (organisation: object, id = '', headers = {}) =>
  desk.api<OrganisationJson>('anna', `/organisations${id && `/${id}`}`, organisation, headers);

const mailFrom = (from: string, verdicts = '') =>
  desk.mail({ from, subject: from, ...(verdicts && { headers: { 'X-Local-Verdicts': verdicts } }) });

const known = (standing?: string) => ({
  organisation: 'Klubben',
  organisationId: klubben.id,
  ...(standing && { standing }),
});

describe('a mail', () => {
  it.each([
    ['from a super user is shown as such', 'kari@klubben.example', 'super-user'],
    ['from a super user who writes from elsewhere is shown as such', 'kari@gmail.com', 'super-user'],
    ['from a colleague whom we know is shown as such', 'ola@klubben.example', 'colleague'],
    ['from anybody else at their domain is shown as a colleague’s', 'ny@klubben.example', 'colleague'],
  ])('%s, and is a ticket at level 2, acknowledged like every other', async (_, from, standing) => {
    const { opened, said } = await whatCameOf(desk, () => mailFrom(from));
    expect(opened).toMatchObject([{ level: 2, status: 'open', customer: { email: from, ...known(standing) } }]);
    expect(said.map(({ to }) => to)).toContain(from);
  });

  it('from somebody whom we do not know says nothing of an organisation', async () => {
    const { customer } = await openedBy(desk, () => mailFrom('hvem@gmail.com'));
    expect(customer).toEqual({ email: 'hvem@gmail.com' });
  });

  it.each(['dmarc=FAIL', 'dmarc=GRAY; spf=FAIL', 'dmarc=GRAY; spf=GRAY'])(
    'that only says to be from a super user (%s) has no standing',
    async (verdicts) => {
      const { customer } = await openedBy(desk, () => mailFrom('kari@klubben.example', verdicts));
      expect(customer).toEqual({ email: 'kari@klubben.example', ...known() });
    },
  );

  it('of a super user that an agent hands on has none either: nobody has proven it here', async () => {
    const lines = [
      '---------- Forwarded message ---------',
      'Fra: Kari <kari@klubben.example>',
      'Date: man. 12. jan. 2026 kl. 09:12',
      'Subject: Kvittering',
    ];
    const text = [...lines, 'To: Anna <anna@desk.test>', '', 'Hvor er kvitteringen?'].join('\n');
    const { customer } = await openedBy(desk, () =>
      desk.mail({ from: 'anna@desk.test', subject: 'VS: Kvittering', text }),
    );
    expect(customer).toEqual({ name: 'Kari', email: 'kari@klubben.example', ...known() });
  });
});

describe('a call', () => {
  const CALL = { channel: 'phone', subject: 'Påmelding', text: 'Hvordan stenger vi den?' };

  it('from a super user’s number, however it is written, is shown as theirs', async () => {
    const { body } = await desk.api('bo', '/tickets', { ...CALL, caller: { name: 'Kari', phone: '0047 90 00 00 01' } });
    expect(body.customer).toEqual({ name: 'Kari', phone: '+4790000001', ...known('super-user') });
  });

  it('from another number is known by the address that the caller gives', async () => {
    const caller = { name: 'Ny', phone: '22 00 00 00', email: 'ny@klubben.example' };
    const { body } = await desk.api('bo', '/tickets', { ...CALL, caller });
    expect(body.customer).toMatchObject(known('colleague'));
  });
});

describe('an organisation', () => {
  it('is read as it was written, addresses, domains and numbers as they identify', async () => {
    expect((await desk.api('bo', `/organisations/${klubben.id}`)).body).toEqual({
      id: klubben.id,
      name: 'Klubben',
      domains: ['klubben.example'],
      people: [
        {
          name: 'Kari',
          emails: ['kari@klubben.example', 'kari@gmail.com'],
          phones: ['+4790000001'],
          superUser: true,
        },
        { name: 'Ola', emails: ['ola@klubben.example'], phones: [], superUser: false },
      ],
    });
  });

  it('is added once, however often the request is sent; and kept again, whole, under its id', async () => {
    const once = { 'Idempotency-Key': 'one' };
    const added = await keep({ name: 'Laget', domains: ['laget.example'] }, '', once);
    expect(added.status).toBe(201);
    await keep({ name: 'Laget' }, added.body.id);
    expect(await keep({ name: 'Laget', domains: ['laget.example'] }, '', once)).toMatchObject({
      status: 201,
      body: { id: added.body.id, domains: [] },
    });
    const { body } = await desk.api<{ organisations: OrganisationJson[] }>('bo', '/organisations');
    expect(body.organisations.filter(({ name }) => name === 'Laget')).toHaveLength(1);
  });

  it.each([
    ['a domain where anybody can have an address', { domains: ['gmail.com'] }, 'gmail.com'],
    ['an address that another has', { people: [{ name: 'X', emails: ['ola@klubben.example'] }] }, '“Klubben”'],
    ['a domain that another has', { domains: ['KLUBBEN.example'] }, '“Klubben”'],
    ['a number that another has', { people: [{ name: 'X', phones: ['+47 900 00 001'] }] }, '“Klubben”'],
    ['a number that is none', { people: [{ name: 'X', phones: ['ring'] }] }, '“ring” is no telephone number'],
    ['a domain that is none', { domains: ['kari@klubben.example, x'] }, 'Write a domain'],
  ])('is refused %s, and told why', async (_, given, why) => {
    const { status, body } = await keep({ name: 'Annen', ...given });
    expect([status, body]).toEqual([
      400,
      expect.objectContaining({ error: 'bad-request', message: expect.stringContaining(why) }),
    ]);
    expect(JSON.stringify((await desk.api('bo', '/organisations')).body)).not.toContain('Annen');
  });

  it('that is not there is not found', async () => {
    expect((await keep(KLUBBEN, 'ingen')).status).toBe(404);
    expect((await desk.api('bo', '/organisations/ingen')).status).toBe(404);
  });
});
