import { inquiryBehind, machineSender } from '../../../shared/mail/machine-senders';
import type { Mail } from '../../../shared/mail/read';
import type { Receipt } from '../../../shared/mail/receipt';
import { mailIn, mailWith } from './fixtures';
import { expectLinear } from './linear';

const form = machineSender.parse({
  from: 'Skjema@Nettsted.example',
  is: 'form',
  fields: {
    name: ['Navn', 'Name'],
    email: ['E-post', 'Email'],
    phone: ['Telefon', 'Phone'],
    subject: ['Emne'],
    message: ['Melding', 'Message'],
  },
});
const voicemail = machineSender.parse({ from: 'sentral.example', subject: 'talemelding', is: 'voicemail' });
const monitoring = machineSender.parse({ from: 'vakt.example', is: 'monitoring' });
const senders = [form, voicemail, monitoring];

const PROVEN: Receipt = {
  verdicts: { spam: 'PASS', virus: 'PASS', spf: 'PASS', dkim: 'PASS', dmarc: 'PASS' },
  envelopeFrom: 'skjema@nettsted.example',
  recipients: ['support@desk.test'],
};
const told = (verdicts: Partial<Receipt['verdicts']>, envelopeFrom = PROVEN.envelopeFrom): Receipt => ({
  ...PROVEN,
  verdicts: { ...PROVEN.verdicts, ...verdicts },
  envelopeFrom,
});
const behind = (mail: Mail, receipt = PROVEN) => inquiryBehind(mail, receipt, senders);

describe('a form’s mail is the inquiry of whoever filled it in', () => {
  it('by its labels, each where it stands first, and its message to the end', async () => {
    expect(behind(await mailIn('signals/form'))).toEqual({
      is: 'form',
      name: 'Kari Nordmann',
      email: 'kari@kunde.example',
      phone: '+4791234567',
      subject: 'Faktura',
      text: 'Beløpet er feil.\nNavn: står også feil på fakturaen.\n\nHilsen Kari',
    });
  });

  it('in a table', async () => {
    expect(behind(await mailIn('signals/form-table'))).toEqual({
      is: 'form',
      name: 'Kari Nordmann',
      email: 'kari@kunde.example',
      phone: '22334455',
      text: 'Beløpet er feil.',
    });
  });

  it('with each answer below its label', async () => {
    expect(behind(await mailIn('signals/form-stacked'))).toEqual({
      is: 'form',
      name: 'Kari Nordmann',
      email: 'kari@kunde.example',
      text: 'The amount is wrong.\n\nPlease call.',
    });
  });

  it('though a sentence before it begins with a label', async () => {
    const mail = await mailWith({ From: form.from }, 'Navn på skjemaet er kontakt.\n\nNavn: Kari');
    expect(behind(mail)).toEqual({ is: 'form', name: 'Kari' });
  });

  it('and of nobody, where it bears no answers', async () => {
    expect(behind(await mailWith({ From: form.from }))).toEqual({ is: 'form' });
  });
});

describe('a voicemail is a call to return', () => {
  it('to the number in its subject', async () => {
    const receipt = told({}, 'talepost@sentral.example');
    expect(behind(await mailIn('signals/voicemail'), receipt)).toEqual({ is: 'voicemail', phone: '+4791234567' });
  });

  it.each([
    ['after a date', 'Mottatt 05.10.2026 10:12 fra 912 34 567', '91234567'],
    ['with the country’s number behind zeros', 'Talemelding fra 0047 22 33 44 55', '+4722334455'],
    ['of five digits', 'Talemelding fra 09700', '09700'],
  ])('to the number in its text: %s', async (_, text, phone) => {
    const mail = await mailWith({ From: 'a@sentral.example', Subject: 'Ny talemelding' }, text);
    expect(behind(mail)).toEqual({ is: 'voicemail', phone });
  });

  it('unless the subject is of something else', async () => {
    expect(behind(await mailWith({ From: 'a@sentral.example', Subject: 'Faktura' }))).toBeUndefined();
  });
});

it('what watches our systems speaks for nobody else', async () => {
  expect(behind(await mailWith({ From: 'alarm@vakt.example' }))).toEqual({ is: 'monitoring' });
});

describe('a machine is believed', () => {
  it.each([
    [true, 'when DMARC passes', told({ spf: 'FAIL' })],
    [true, 'when SPF vouches for its own domain', told({ dmarc: 'GRAY' })],
    [false, 'not when SPF vouches for another domain', told({ dmarc: 'GRAY' }, 'ond@evil.example')],
    [false, 'not when some DKIM signature holds, which may be anybody’s', told({ dmarc: 'GRAY', spf: 'GRAY' })],
    [false, 'not when DMARC fails', told({ dmarc: 'FAIL' })],
  ])('%s: %s', async (believed, _, receipt) => {
    expect(behind(await mailIn('signals/form'), receipt) !== undefined).toBe(believed);
  });

  it('not when it is one of several authors', async () => {
    expect(behind(await mailWith({ From: `${form.from}, ond@evil.example` }, 'Navn: Kari'))).toBeUndefined();
  });

  it('not when nobody has named it', async () => expect(behind(await mailWith({}))).toBeUndefined());
});

it.each(['Navn', 'Navn: a\n', 'E-post: a', '\n', '1 ', 'a@'])('answers are found in linear time: %j', async (piece) => {
  const mail = await mailWith({ From: form.from });
  expectLinear(piece, (text) => behind({ ...mail, text }));
});
