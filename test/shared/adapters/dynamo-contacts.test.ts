import type { Contacts } from '../../../shared/desk/ports';
import type { Contact } from '../../../shared/ticket/contact';
import { deskAt, type RunningDesk } from '../../support/in-process';

let desk: RunningDesk;
let contacts: Contacts;
beforeAll(async () => {
  desk = await deskAt();
  contacts = desk.local.desk.contacts;
});
afterAll(() => desk.stop());

const only = async (address: string): Promise<Contact | undefined> => [...(await contacts.of([address])).values()][0];
const cameBack = (at: number) => ({ undeliverable: { at, diagnostic: `550 at ${at}` } });

describe('what is known of an address', () => {
  it('is nothing until something is learned', async () => {
    expect(await contacts.of(['nobody@kunde.example'])).toEqual(new Map());
    await contacts.note('nobody@kunde.example', { deliveredAt: 1 });
    expect(await only('nobody@kunde.example')).toBeUndefined();
  });

  it('is one thing however the address is written', async () => {
    await contacts.note(' Kari@BLÅBÆR.example ', { language: 'en' });
    const found = await contacts.of(['kari@blåbær.example', 'kari@xn--blbr-roah.example', 'ola@kunde.example']);
    expect([...found]).toEqual([
      ['kari@blåbær.example', { language: 'en' }],
      ['kari@xn--blbr-roah.example', { language: 'en' }],
    ]);
  });

  it('adds up', async () => {
    const address = 'all@kunde.example';
    await contacts.note(address, { language: 'nb' });
    await contacts.note(address, { complainedAt: 5 });
    await contacts.note(address, cameBack(4));
    expect(await only(address)).toEqual({ language: 'nb', complainedAt: 5, ...cameBack(4) });
  });
});

describe('a mailbox that was full', () => {
  const address = 'full@kunde.example';

  it('is undeliverable, by the latest news, in whatever order they come', async () => {
    for (const at of [20, 30, 10, 30]) await contacts.note(address, cameBack(at));
    expect(await only(address)).toEqual(cameBack(30));
  });

  it('is still so when an older mail turns out to have been delivered', async () => {
    await contacts.note(address, { deliveredAt: 29 });
    expect(await only(address)).toEqual(cameBack(30));
  });

  it('is as any other once a later mail is delivered, twice too', async () => {
    for (const _ of [1, 2]) await contacts.note(address, { deliveredAt: 31 });
    expect(await only(address)).toEqual({});
  });
});

it('a complaint is kept as it first came', async () => {
  for (const complainedAt of [7, 9, 7]) await contacts.note('cross@kunde.example', { complainedAt });
  expect(await only('cross@kunde.example')).toEqual({ complainedAt: 7 });
});
