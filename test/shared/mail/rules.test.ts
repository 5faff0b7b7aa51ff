import { admit } from '../../../shared/mail/admission';
import { classificationRules } from '../../../shared/mail/classification-rules';
import { type Classification, classify, type Ourselves, type Receipt } from '../../../shared/mail/classify';
import { deliveryReportIn } from '../../../shared/mail/delivery-report';
import { marksOf } from '../../../shared/mail/marks';
import { replyAddressee, suggestedParticipants } from '../../../shared/mail/participants';
import type { Mail } from '../../../shared/mail/read';
import type { Mark } from '../../../shared/ticket/events';
import { mailIn, mailWith, OWN, PASSED } from './fixtures';

// Each rule of mail by its number, and what becomes of a mail by it. Rules 18, 24, 27 and 29 are those of the use cases.

const own: Ourselves = { ...OWN, otherAddresses: ['rapport@desk.test'] };
const receipt = PASSED;

type Headers = Parameters<typeof mailWith>[0];

const warned = (verdicts: Partial<Receipt['verdicts']>): Receipt => ({
  ...receipt,
  verdicts: { ...receipt.verdicts, ...verdicts },
});
const classified = (mail: Mail, told: Receipt = receipt): Classification => classify(mail, told, own);
const saying = async (headers: Headers, told?: Receipt) => classified(await mailWith(headers), told);
const noticed = (mail: Mail, told: Receipt = receipt): Mark[] => marksOf({ mail, receipt: told, own });

const MESSAGE = { known: 'message', unknown: 'ticket' };
const NOTE = { known: 'note', unknown: 'ticket' };
const NOTE_OR_PARKED = { known: 'note', unknown: 'parked' };
const PARKED = { known: 'parked', unknown: 'parked' };

const by = (rule: number, kind: string, lands: object) => ({
  class: kind,
  lands,
  acknowledge: false,
  reason: expect.stringMatching(/\w/),
  rules: expect.arrayContaining([rule]),
});

it('a mail that no rule knows is a person’s, and says so', async () => {
  expect(await saying({})).toEqual({
    class: 'human',
    reason: 'nothing speaks against a person',
    lands: MESSAGE,
    acknowledge: true,
    rules: [],
  });
});

it('all rules that apply are told, the one that decides first, and the strictest says where the mail lands', async () => {
  const headers = { 'X-Autoreply': 'yes', 'Auto-Submitted': 'auto-replied', Precedence: 'bulk' };
  expect(await saying(headers)).toMatchObject({ class: 'auto', rules: [9, 11, 13], lands: NOTE_OR_PARKED });
});

it('each rule gives a reason, and none has a number that the table has not', () => {
  for (const { rule, reason } of classificationRules) {
    expect(reason).toMatch(/^\p{L}/u);
    expect(rule).toBeGreaterThan(0);
    expect(rule).toBeLessThan(36);
  }
});

describe('rule 1: a virus', () => {
  it('parks the mail, whatever it answers', async () =>
    expect(await saying({}, warned({ virus: 'FAIL' }))).toMatchObject(by(1, 'quarantine', PARKED)));

  it.each(['GRAY', 'PROCESSING_FAILED', 'DISABLED'] as const)(
    'that nobody could rule out (%s) locks the attachments of a mail that is let in',
    async (virus) => {
      const mail = await mailIn('signals/voicemail');
      expect(classified(mail, warned({ virus }))).toMatchObject({ class: 'human', lands: MESSAGE });
      expect(noticed(mail, warned({ virus })).map(({ rule }) => rule)).toContain(1);
      expect(noticed(mail).map(({ rule }) => rule)).not.toContain(1);
    },
  );
});

describe('rule 2: spam', () => {
  it('is parked, and lands on a ticket only by admission', async () =>
    expect(await saying({}, warned({ spam: 'FAIL' }))).toMatchObject(
      by(2, 'quarantine', { known: 'message', unknown: 'parked' }),
    ));

  it('is admitted by a token alone', () => {
    const spam = warned({ spam: 'FAIL' });
    expect(admit('token', 'participant', spam)).toMatchObject({ is: 'add', rule: 2 });
    expect(admit('token', 'stranger', spam)).toMatchObject({ is: 'hold', rule: 2 });
    expect(admit('reference', 'participant', spam)).toMatchObject({ is: 'link', rule: 2 });
    expect(admit('subject', 'participant', spam)).toMatchObject({ is: 'link', rule: 2 });
  });

  it('that a machine sent is no message even with a token', async () =>
    expect(await saying({ 'Auto-Submitted': 'auto-replied' }, warned({ spam: 'FAIL' }))).toMatchObject({
      class: 'quarantine',
      lands: NOTE_OR_PARKED,
    }));
});

describe('rule 3: our own mail', () => {
  it.each([
    ['by our loop token', { 'X-Responstid-Loop': 'loop-1f2e3d' }],
    ['by the id that SES gave it', { 'Message-ID': '<0102018f@eu-north-1.amazonses.com>' }],
  ])('come back is parked: %s', async (_, headers) =>
    expect(await saying(headers)).toMatchObject(by(3, 'loop', PARKED)),
  );

  it('is not what answers it', async () =>
    expect(await saying({ 'In-Reply-To': '<0102018f@eu-north-1.amazonses.com>' })).toMatchObject({ class: 'human' }));
});

describe('rule 4: a mail from our own address', () => {
  it.each([
    ['with a plus part', { From: 'Support+x@Desk.test' }],
    ['another of ours', { From: 'rapport@desk.test' }],
    ['as the one that handed it in', { Sender: 'support@desk.test' }],
  ])('opens no ticket, but may be noted on one: %s', async (_, headers) =>
    expect(await saying(headers)).toMatchObject(by(4, 'loop', NOTE_OR_PARKED)),
  );
});

describe('rule 5: a report of a delivery', () => {
  it('is noted on the ticket of the mail that came back, and never answered', async () => {
    const mail = await mailIn('signals/delivery-status');
    expect(classified(mail)).toMatchObject(by(5, 'bounce', NOTE_OR_PARKED));
    expect(deliveryReportIn(mail)).toMatchObject({ permanent: true });
  });

  it('that says only “later” marks nobody as out of reach', async () => {
    const mail = await mailIn('signals/bounce-postfix-delayed');
    expect(classified(mail)).toMatchObject(by(5, 'bounce', NOTE_OR_PARKED));
    expect(deliveryReportIn(mail)).toMatchObject({ permanent: false });
  });
});

describe('rule 6: a null return path', () => {
  it.each(['', '<>'])('is a machine’s: %j', async (envelopeFrom) =>
    expect(await saying({}, { ...receipt, envelopeFrom })).toMatchObject(by(6, 'auto', NOTE)),
  );

  it('is that of a bounce, where it reports on a delivery', async () =>
    expect(classified(await mailIn('signals/delivery-status'))).toMatchObject({ class: 'bounce', rules: [5, 7, 6] }));

  it('is that of a read receipt, which opens no ticket', async () =>
    expect(classified(await mailIn('signals/read-receipt'))).toMatchObject(by(6, 'auto', NOTE_OR_PARKED)));
});

describe('rule 7: a mail that a server returned', () => {
  it.each(['bounce-qmail', 'bounce-exim', 'bounce-exchange', 'bounce-gmail'])('is a bounce: %s', async (name) =>
    expect(classified(await mailIn(`signals/${name}`))).toMatchObject(by(7, 'bounce', NOTE_OR_PARKED)),
  );
});

it('rule 8: a complaint opens no ticket', async () => {
  expect(classified(await mailIn('signals/complaint'))).toMatchObject(by(8, 'auto', NOTE_OR_PARKED));
});

describe('rule 9: what says that a machine sent it', () => {
  it.each(['auto-generated', 'auto-notified; owner-email="a@b.example"', 'Auto-Generated (rule 5)'])(
    'is news, and opens a ticket: %s',
    async (submitted) => expect(await saying({ 'Auto-Submitted': submitted })).toMatchObject(by(9, 'auto', NOTE)),
  );

  it.each(['auto-replied', 'Auto-Replied; owner-email="a@b.example"', 'auto-replied(ferie)', 'vacation'])(
    'is parked where it answers nothing that we know: %s',
    async (submitted) =>
      expect(await saying({ 'Auto-Submitted': submitted })).toMatchObject(by(9, 'auto', NOTE_OR_PARKED)),
  );

  it.each(['no', 'No; reason=x'])('is a person’s, where it says %s', async (submitted) =>
    expect(await saying({ 'Auto-Submitted': submitted })).toMatchObject({ class: 'human', acknowledge: true }),
  );
});

describe('rule 10: X-Auto-Response-Suppress', () => {
  it.each(['All', 'DR, OOF', 'AutoReply', 'RN', 'NRN'])('forbids an answer and proves nothing: %s', async (kinds) =>
    expect(await saying({ 'X-Auto-Response-Suppress': kinds })).toMatchObject(by(10, 'human', MESSAGE)),
  );

  it('of a mail that Exchange answers by a rule is a machine’s', async () => {
    const headers = { 'X-Auto-Response-Suppress': 'All', 'X-MS-Exchange-Inbox-Rules-Loop': 'a@b.example' };
    expect(await saying(headers)).toMatchObject(by(10, 'auto', NOTE));
  });

  it('of a mail that says to be away is a machine’s', async () => {
    const headers = { 'X-Auto-Response-Suppress': 'All', Subject: 'Fråvær: Faktura' };
    expect(await saying(headers)).toMatchObject(by(10, 'auto', NOTE));
  });

  it('that suppresses nothing forbids nothing', async () =>
    expect(await saying({ 'X-Auto-Response-Suppress': 'None' })).toMatchObject({ acknowledge: true }));
});

describe('rule 11: headers of automatic replies from before there was a rule', () => {
  it.each([
    ['X-Autoreply', 'yes'],
    ['X-Autorespond', 'Ferie'],
    ['X-Autoresponder', '1'],
    ['X-Autogenerated', 'Reply'],
    ['X-Mail-Autoreply', 'x'],
    ['X-FC-MachineGenerated', 'true'],
    ['X-AutoReply-From', 'kari@kunde.example'],
    ['Delivered-To', 'autoresponder'],
  ])('are a machine’s: %s', async (name, value) =>
    expect(await saying({ [name]: value })).toMatchObject(by(11, 'auto', NOTE)),
  );

  it.each([
    ['Feedback-ID', '1:2:3'],
    ['X-Autogenerated', 'forward'],
  ])('are not: %s', async (name, value) => expect(await saying({ [name]: value })).toMatchObject({ class: 'human' }));
});

describe('rule 12: a subject that says to be away', () => {
  it('is a machine’s in an answer', async () =>
    expect(await saying({ Subject: 'Autosvar: Faktura', References: '<a@desk.test>' })).toMatchObject(
      by(12, 'auto', NOTE),
    ));

  it('is a person’s in a first mail', async () =>
    expect(await saying({ Subject: 'Fravær: Kari' })).toMatchObject({ class: 'human', acknowledge: true }));
});

describe('rule 13: bulk', () => {
  it.each(['auto_reply', 'junk', 'Bulk'])('is let in and not answered: %s', async (precedence) => {
    expect(await saying({ Precedence: precedence })).toMatchObject(by(13, 'human', MESSAGE));
    expect(await saying({ 'X-Precedence': precedence })).toMatchObject(by(13, 'human', MESSAGE));
  });
});

describe('rule 14: a mailing list', () => {
  it.each([
    ['Precedence', 'list'],
    ['List-Id', 'Arrangører <arr.liste.example>'],
    ['List-Post', '<mailto:arr@liste.example>'],
    ['List-Unsubscribe', '<https://liste.example/av>'],
    ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
  ])('is never answered, though a person may write through it: %s', async (name, value) =>
    expect(await saying({ [name]: value })).toMatchObject(by(14, 'human', MESSAGE)),
  );
});

describe('rule 15: an address that takes no answers', () => {
  it.each(['no-reply', 'noreply', 'do-not-reply', 'donotreply', 'ikke-svar', 'ikkesvar', 'bounce', 'bounces+12-ab'])(
    'gets none: %s',
    async (local) => expect(await saying({ From: `${local}@kunde.example` })).toMatchObject(by(15, 'human', MESSAGE)),
  );

  it('is not any that begins like one', async () =>
    expect(await saying({ From: 'noreplund@kunde.example' })).toMatchObject({ acknowledge: true }));
});

describe('rule 16: X-Loop', () => {
  it.each(['X-Loop', 'X-Original-Loop'])('with our token is our own mail come back: %s', async (name) =>
    expect(await saying({ [name]: 'loop-1f2e3d' })).toMatchObject(by(16, 'loop', PARKED)),
  );

  it.each(['X-Loop', 'X-Original-Loop'])('of anybody else forbids an answer: %s', async (name) =>
    expect(await saying({ [name]: 'helpdesk@kunde.example' })).toMatchObject(by(16, 'human', MESSAGE)),
  );
});

describe('rule 17: a mail that was handed on too often', () => {
  const received = (count: number, text: string): Headers => ({ Received: Array.from({ length: count }, () => text) });
  const OURS = 'by inbound-smtp.eu-north-1.amazonaws.com with SMTP id x for support@desk.test; Tue';

  it.each([
    ['by more than 30 servers', received(31, 'by mx.kunde.example')],
    ['to us more than twice', received(3, OURS)],
  ])('is parked: %s', async (_, headers) => expect(await saying(headers)).toMatchObject(by(17, 'loop', PARKED)));

  it.each([
    ['30 servers', received(30, 'by mx.kunde.example')],
    ['twice to us', received(2, OURS)],
  ])('is not one with %s', async (_, headers) => expect(await saying(headers)).toMatchObject({ class: 'human' }));
});

describe('rule 19: a subject that two systems have made together', () => {
  it.each([
    ['with two acknowledgements', 'Ticket received - 2866 - [#117904] Ticket Received - x'],
    ['with our own acknowledgement twice', 'Vi har mottatt henvendelsen: Vi har mottatt henvendelsen'],
    ['in nynorsk', 'Vi har motteke: SV: Vi har motteke'],
    ['with the same number twice', '[#117904] Faktura [#117904]'],
    ['with one number around another', '[#55] Re: SV: [#117904] Faktura'],
    ['deep in replies to an acknowledgement', `${'Re: SV: '.repeat(5)}Vi har mottatt`],
  ])('is parked: %s', async (_, subject) =>
    expect(await saying({ Subject: subject })).toMatchObject(by(19, 'loop', PARKED)),
  );

  it.each([
    ['brings two cases together', 'Re: [#123] og [#456] henger sammen'],
    ['has a number of their own', 'SV: [7K3M-Q9XD] Faktura [#12]'],
    ['has written for long', `${'Re: SV: '.repeat(6)}Faktura`],
    ['answers our acknowledgement', 'SV: [7K3M-Q9XD] Vi har mottatt henvendelsen'],
  ])('is a person’s who %s', async (_, subject) =>
    expect(await saying({ Subject: subject })).toMatchObject({ class: 'human', acknowledge: true }),
  );
});

describe('rules 20 to 23: a mail that names a ticket', () => {
  it('rule 20: is added by its token, for who takes part or is proven to be of their house', () => {
    expect(admit('token', 'participant', receipt)).toMatchObject({ is: 'add', rule: 20 });
    expect(admit('token', 'colleague', receipt)).toMatchObject({ is: 'add', rule: 20 });
  });

  it('rule 21: is held with a stranger’s token', () =>
    expect(admit('token', 'stranger', receipt)).toMatchObject({ is: 'hold', rule: 21 }));

  it.each(['reference', 'own-id'] as const)('rule 22: is added by an id that we know to who takes part: %s', (id) => {
    expect(admit(id, 'participant', receipt)).toMatchObject({ is: 'add', rule: 22 });
    expect(admit(id, 'colleague', receipt)).toMatchObject({ is: 'link', rule: 22 });
    expect(admit(id, 'stranger', receipt)).toMatchObject({ is: 'link', rule: 22 });
  });

  it('rule 23: is added by its subject to who takes part and is proven, and held where nothing proves it', () => {
    expect(admit('subject', 'participant', receipt)).toMatchObject({ is: 'add', rule: 23 });
    expect(admit('subject', 'participant', warned({ dmarc: 'GRAY' }))).toMatchObject({ is: 'hold', rule: 23 });
    expect(admit('subject', 'stranger', receipt)).toMatchObject({ is: 'link', rule: 23 });
  });
});

it('rule 25: an unverified sender is held by a token, linked by anything else, and let in with a warning', async () => {
  const disowned: Receipt = { ...warned({ dmarc: 'FAIL' }), dmarcPolicy: 'reject' };
  expect(admit('token', 'unverified', disowned)).toMatchObject({ is: 'hold', rule: 25 });
  expect(admit('reference', 'unverified', disowned)).toMatchObject({ is: 'link', rule: 25 });
  expect(await saying({}, disowned)).toMatchObject({ class: 'human', lands: MESSAGE });
  expect(noticed(await mailWith({}), disowned)).toContainEqual({
    rule: 25,
    says: expect.stringContaining('not verified'),
  });
});

it('rule 28: a mail without an id is a person’s like any other, and says so', async () => {
  const mail = await mailWith({ 'Message-ID': '' });
  expect(classified(mail)).toMatchObject({ class: 'human', acknowledge: true });
  expect(noticed(mail)).toEqual([{ rule: 28, says: 'The mail bears no Message-ID.' }]);
});

it('rule 30: a mail that names us nowhere is a person’s, and says so', async () => {
  const mail = await mailWith({ To: 'ola@kunde.example' });
  expect(classified(mail)).toMatchObject({ class: 'human', acknowledge: true });
  expect(noticed(mail).map(({ rule }) => rule)).toEqual([30, 31]);
});

it('rule 31: others that it went to are suggested, not taken in', async () => {
  const mail = await mailWith({ Cc: 'ola@kunde.example, support@desk.test, no-reply@kunde.example' });
  expect(suggestedParticipants(mail, own)).toEqual([{ name: '', address: 'ola@kunde.example' }]);
  expect(noticed(mail)).toEqual([{ rule: 31, says: 'It was also sent to ola@kunde.example.' }]);
});

it('rule 32: an answer goes to the sender, not where a stranger wants it', async () => {
  const mail = await mailWith({ 'Reply-To': 'ond@evil.example' });
  expect(replyAddressee(mail, receipt, [])?.address).toBe('kari@kunde.example');
  expect(noticed(mail).map(({ rule }) => rule)).toEqual([32]);
});

it.each([
  ['signed', { 'Content-Type': 'multipart/signed; protocol="application/pkcs7-signature"; boundary=a' }],
  ['encrypted', { 'Content-Type': 'application/pkcs7-mime; smime-type=enveloped-data' }],
])('rule 33: a mail that is %s is a person’s like any other, and says so', async (seal, headers) => {
  const mail = await mailWith(headers);
  expect(classified(mail)).toMatchObject({ class: 'human', acknowledge: true });
  expect(noticed(mail)).toEqual([{ rule: 33, says: expect.stringContaining(`It is ${seal}.`) }]);
});

describe('rule 34: a calendar', () => {
  const bringing = (method: string) =>
    mailWith({ 'Content-Type': 'text/calendar' }, `BEGIN:VCALENDAR\nMETHOD:${method}\nEND:VCALENDAR`);

  it.each(['REPLY', 'COUNTER'])('that answers is a machine’s: %s', async (method) =>
    expect(classified(await bringing(method))).toMatchObject(by(34, 'auto', NOTE)),
  );

  it.each(['REQUEST', 'CANCEL'])('that asks is a person’s, and nobody accepts it: %s', async (method) => {
    const mail = await bringing(method);
    expect(classified(mail)).toMatchObject({ class: 'human', acknowledge: true });
    expect(noticed(mail).map(({ rule }) => rule)).toEqual([34]);
  });
});

it('rule 35: winmail.dat is a person’s like any other, and says so', async () => {
  const mail = await mailWith({
    'Content-Type': 'application/ms-tnef; name=winmail.dat',
    'Content-Disposition': 'attachment; filename=winmail.dat',
  });
  expect(classified(mail)).toMatchObject({ class: 'human', acknowledge: true });
  expect(noticed(mail).map(({ rule }) => rule)).toEqual([35]);
});
