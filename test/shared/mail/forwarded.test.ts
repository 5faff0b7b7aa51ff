import { forwardedIn } from '../../../shared/mail/forwarded';
import { readMail } from '../../../shared/mail/read';
import { mailIn, mailWith } from './fixtures';
import { expectLinear } from './linear';

const KARI = { name: 'Kari Nordmann', email: 'kari@kunde.example' };
const AMOUNT = { nb: 'Beløpet på fakturaen er feil.', nn: 'Beløpet på fakturaen er feil.', en: 'The amount is wrong.' };
const SUBJECT = { nb: 'Faktura', nn: 'Faktura', en: 'Invoice' };

describe('a mail handed on within another is its author’s', () => {
  it.each([
    ['Gmail', 'nb', 'forward-gmail-nb'],
    ['Gmail', 'nn', 'forward-gmail-nn'],
    ['Gmail', 'en', 'forward-gmail-en'],
    ['Outlook', 'nb', 'forward-outlook-nb'],
    ['Outlook, which links its addresses in brackets', 'nn', 'forward-outlook-nn'],
    ['Outlook on the web', 'en', 'forward-outlook-web-en'],
    ['Apple Mail', 'nb', 'forward-apple-nb'],
    ['Apple Mail', 'nn', 'forward-apple-nn'],
    ['Apple Mail', 'en', 'forward-apple-en'],
    ['Thunderbird', 'nb', 'forward-thunderbird-nb'],
    ['Thunderbird', 'nn', 'forward-thunderbird-nn'],
    ['Thunderbird in HTML', 'en', 'forward-thunderbird-en'],
  ] as const)('by %s (%s)', async (_, language, name) => {
    const forwarded = forwardedIn(await mailIn(`signals/${name}`));
    expect(forwarded).toMatchObject({ is: 'inline', from: KARI, subject: SUBJECT[language] });
    expect(forwarded).toMatchObject({ text: expect.stringMatching(new RegExp(`^${AMOUNT[language]}`)) });
  });

  it('with the words of whoever hands it on apart from it', async () => {
    expect(forwardedIn(await mailIn('signals/forward-apple-nb'))).toEqual({
      is: 'inline',
      from: KARI,
      subject: 'Faktura',
      text: 'Beløpet på fakturaen er feil.\n\nHilsen Kari',
      note: 'Til oppfølging.',
    });
  });

  it('with what it quotes itself, of which it is not the author', async () => {
    const { text = '' } = { text: '', ...forwardedIn(await mailIn('signals/forward-outlook-nb')) };
    expect(text).toContain('Fra: Regnskap <regnskap@kunde.example>');
    expect(text).toMatch(/Stemmer dette\?$/);
  });

  it('by name alone, where Outlook tells no address, however many it went to', async () => {
    expect(forwardedIn(await mailIn('signals/forward-many-addressees'))).toEqual({
      is: 'inline',
      from: { name: 'Kari Nordmann' },
      subject: 'Faktura',
      text: 'Beløpet på fakturaen er feil.',
      note: '',
    });
  });

  it.each([
    ['an address that is its own name', 'kari@kunde.example <kari@kunde.example>'],
    ['a linked address', 'kari@kunde.example<mailto:kari@kunde.example>'],
    ['an address alone', 'kari@kunde.example'],
  ])('with no name, where its author has %s', async (_, from) => {
    const block = `Fra: ${from}\nSendt: mandag 5. oktober 2026 10:12\nTil: anna@desk.test\nEmne: Faktura\n\nFeil.`;
    const forwarded = forwardedIn(await mailWith({ Subject: 'VS: Faktura' }, block));
    expect(forwarded).toMatchObject({ from: { name: '', email: 'kari@kunde.example' } });
  });
});

it('a mail handed on as an attachment is given whole, to be read as any other', async () => {
  const forwarded = forwardedIn(await mailIn('signals/forward-attached'));
  expect(forwarded).toMatchObject({
    is: 'attached',
    from: { name: 'Kåre Nordmann', email: 'kaare@kunde.example' },
    subject: 'Beløpet',
    note: 'Denne kom til meg.',
  });
  const original = await readMail(forwarded?.is === 'attached' ? forwarded.raw : Buffer.alloc(0));
  expect(original).toMatchObject({ text: 'Det er feil.', messageId: '<kaare-1@kunde.example>' });
});

describe('nothing is handed on', () => {
  const BLOCK =
    'Fra: Support <support@desk.test>\nSendt: mandag 5. oktober 2026 10:12\nTil: Kari\nEmne: Faktura\n\nHei.';

  it.each([
    ['in a reply that quotes', 'SV: Faktura', `Takk.\n\n${BLOCK}`],
    ['in a first mail', 'Faktura', 'Beløpet er feil.'],
    ['where a journey is told of', 'VS: Reisen', 'Fra: Oslo\nTil: Bergen\nvar vi underveis i sju timer.'],
    ['where a mail is only spoken of', 'Faktura', 'Videresendt melding:\n\nden du sendte i går, kom ikke fram.'],
  ])('%s', async (_, subject, body) => {
    expect(forwardedIn(await mailWith({ Subject: subject }, body))).toBeUndefined();
  });

  it('by several mails at once, of which none is the one', async () => {
    const { attachments, ...mail } = await mailIn('signals/forward-attached');
    expect(forwardedIn({ ...mail, attachments: [...attachments, ...attachments] })).toBeUndefined();
  });

  it('by a subject alone', async () => {
    expect(forwardedIn(await mailWith({ Subject: 'VS: Faktura' }, 'Se vedlegget.'))).toBeUndefined();
  });
});

it.each(['\n', ' ', '---------- Forwarded message ---------\n', 'Fra: a\nSendt: 2026 10:12\n', 'Fra: <', '> \n'])(
  'it is looked for in linear time: %j',
  async (piece) => {
    const mail = await mailWith({ Subject: 'VS: Faktura' });
    expectLinear(piece, (text) => forwardedIn({ ...mail, text }));
  },
);
