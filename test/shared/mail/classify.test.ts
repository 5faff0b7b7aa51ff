import { type Classification, classify, type Receipt } from '../../../shared/mail/classify';
import type { Mail } from '../../../shared/mail/read';
import { mailIn, mailWith, OWN, PASSED } from './fixtures';

const classified = (mail: Mail, told: Partial<Receipt> = {}): Classification =>
  classify(mail, { ...PASSED, ...told }, OWN);

const withHeaders = async (headers: Parameters<typeof mailWith>[0], told: Partial<Receipt> = {}) =>
  classified(await mailWith(headers), told);

const HUMAN = { class: 'human', acknowledge: true };
const silent = (kind: string) => ({ class: kind, acknowledge: false });

it("a person's mail is acknowledged", async () => expect(await withHeaders({})).toMatchObject(HUMAN));

describe('what the receiving server warns of', () => {
  const verdicts = (told: Partial<Receipt['verdicts']>) => ({ verdicts: { ...PASSED.verdicts, ...told } });

  it.each([
    ['a virus', verdicts({ virus: 'FAIL' })],
    ['spam', verdicts({ spam: 'FAIL' })],
  ])('is parked: %s', async (_, told) => expect(await withHeaders({}, told)).toMatchObject(silent('quarantine')));

  it.each([
    ['a scan that found nothing out', verdicts({ virus: 'PROCESSING_FAILED', spam: 'GRAY' })],
    ['a failed DMARC, which proves no machine', verdicts({ dmarc: 'FAIL' })],
  ])('is let through: %s', async (_, told) => expect(await withHeaders({}, told)).toMatchObject(HUMAN));
});

describe('a mail that comes round in a circle is parked', () => {
  const received = (count: number, text: string) => Array.from({ length: count }, () => text);

  it.each([
    ['it bears our loop token', { 'X-Responstid-Loop': 'loop-1f2e3d' }],
    ['its id is one that SES gave our own mail', { 'Message-ID': '<0102018f@eu-north-1.amazonses.com>' }],
    ['it is from our own address, whatever the plus part', { From: 'Support <Support+x@Desk.test>' }],
    ['our own address handed it in', { Sender: 'support@desk.test' }],
    ['X-Loop bears our token', { 'X-Loop': 'loop-1f2e3d' }],
    ['more than 30 servers have handed it on', { Received: received(31, 'by mx.kunde.example') }],
    [
      'we have had it more than twice',
      { Received: received(3, 'by inbound-smtp with SMTP id x for support@desk.test; Tue') },
    ],
    [
      'its subject acknowledges an acknowledgement',
      { Subject: 'Ticket received - 2866 - [#117904] Ticket Received - x' },
    ],
    ['its subject bears a number of a system twice', { Subject: '[#117904] Re: [#117904] Faktura' }],
    ['its subject is an acknowledgement deep in replies', { Subject: `${'Re: SV: '.repeat(5)}Vi har mottatt` }],
  ])('when %s', async (_, headers) => expect(await withHeaders(headers)).toMatchObject(silent('loop')));

  it.each([
    ['a token that is not ours', { 'X-Responstid-Loop': 'loop-999' }],
    ['our id as the parent', { 'In-Reply-To': '<0102018f@eu-north-1.amazonses.com>' }],
    ['a colleague of ours as the sender', { From: 'anna@desk.test' }],
    ["a customer's own number beside ours", { Subject: 'SV: [7K3M-Q9XD] Faktura [#12]' }],
    ['two numbers of a system that a person brings together', { Subject: 'Re: [#123] og [#456] henger sammen' }],
    ['30 servers', { Received: received(30, 'by mx.kunde.example') }],
    ['a deep conversation between people', { Subject: `${'Re: SV: '.repeat(6)}Faktura` }],
  ])('but not with %s', async (_, headers) => expect(await withHeaders(headers)).toMatchObject(HUMAN));
});

describe('a mail that came back is a bounce and never acknowledged', () => {
  it('when it reports on a delivery', async () => {
    const mail = await mailIn('signals/delivery-status');
    expect(classified(mail, { envelopeFrom: '<>' })).toMatchObject(silent('bounce'));
  });

  it.each([
    ['a mail server sent it', { From: 'Mail Delivery Subsystem <MAILER-DAEMON@mx.example>' }],
    ['the postmaster sent it', { From: 'postmaster@mx.example' }],
    ['it names failed recipients', { 'X-Failed-Recipients': 'kari@kunde.example' }],
  ])('when %s', async (_, headers) => expect(await withHeaders(headers)).toMatchObject(silent('bounce')));

  it('even if its return path is empty, as that of an automatic mail is', async () => {
    expect(await withHeaders({ From: 'MAILER-DAEMON@mx.example' }, { envelopeFrom: '' })).toMatchObject(
      silent('bounce'),
    );
  });
});

describe('a mail that a machine wrote is noted and never acknowledged', () => {
  it('when it reports a complaint', async () => {
    const mail = await mailIn('signals/complaint');
    expect(classified(mail, { envelopeFrom: '<>' })).toMatchObject(silent('auto'));
  });

  it('when it is an out-of-office reply', async () => {
    expect(classified(await mailIn('signals/out-of-office'))).toMatchObject(silent('auto'));
  });

  it.each(['', '<>'])('when its envelope names no sender: %j', async (envelopeFrom) => {
    expect(await withHeaders({}, { envelopeFrom })).toMatchObject(silent('auto'));
  });

  it.each([
    ['its return path is empty', { 'Return-Path': '<>' }],
    ['it says that it was generated', { 'Auto-Submitted': 'auto-generated' }],
    [
      'it says that it replies by itself, with a parameter',
      { 'Auto-Submitted': 'auto-replied; owner-email="a@b.example"' },
    ],
    ['it bears X-Autoreply', { 'X-Autoreply': 'yes' }],
    ['it bears X-Autorespond', { 'X-Autorespond': 'Ferie' }],
    ['it bears X-Autogenerated: reply', { 'X-Autogenerated': 'Reply' }],
    ['it bears X-FC-MachineGenerated', { 'X-FC-MachineGenerated': 'true' }],
    ['it was delivered to an autoresponder', { 'Delivered-To': 'autoresponder' }],
    [
      'Exchange replied for a person',
      { 'X-Auto-Response-Suppress': 'All', 'X-MS-Exchange-Inbox-Rules-Loop': 'a@b.example' },
    ],
  ])('when %s', async (_, headers) => expect(await withHeaders(headers)).toMatchObject(silent('auto')));

  it.each([
    ['Auto-Submitted says no', { 'Auto-Submitted': 'no' }],
    ['Auto-Submitted says no, with a comment', { 'Auto-Submitted': 'No; reason=x' }],
    ['a first mail is about absence', { Subject: 'Fravær: Kari' }],
    ['it only bears Feedback-ID', { 'Feedback-ID': '1:2:3' }],
  ])('but not when %s', async (_, headers) => expect(await withHeaders(headers)).toMatchObject(HUMAN));
});

describe('an answer whose subject begins with a word for being away', () => {
  const answering = (subject: string) => withHeaders({ Subject: subject, 'In-Reply-To': '<a@desk.test>' });

  it.each([
    'Automatisk svar: Påmelding',
    'Autosvar',
    'Fravær: Påmelding',
    'Fraværende: Påmelding',
    'Fraværsmelding: Påmelding',
    'Automatic reply: Registration',
    'Out of Office: Registration',
    'Out of Office AutoReply: Registration',
    'Autoreply: Registration',
    'Abwesenheitsnotiz: Anmeldung',
    'Frånvaro: Anmälan',
    'Frånvaromeddelande: Anmälan',
    'Réponse automatique : Inscription',
  ])('is a machine’s, when nothing else stands before the colon: %s', async (subject) =>
    expect(await answering(subject)).toMatchObject(silent('auto')),
  );

  it.each([
    'Fravær på kurset',
    'Fraværende deltakere i påmeldingen',
    'Autosvar på påmeldingen kommer ikke fram',
    'Automatisk svar til deltakerne',
    'Autoreply is not sent to participants',
    'Out of office hours we cannot log in',
    'Frånvaro på kursen',
  ])('is a person’s, when the word begins a sentence: %s', async (subject) =>
    expect(await answering(subject)).toMatchObject(HUMAN),
  );
});

describe('a calendar in a mail', () => {
  const calendar = (method: string) => `BEGIN:VCALENDAR\nMETHOD:${method}\nBEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR`;
  const bringing = async (method: string, type = `text/calendar; method=${method}`) =>
    classified(await mailWith({ 'Content-Type': type }, calendar(method)));
  const beside = (method: string) =>
    [
      '--a',
      'Content-Type: text/plain',
      '',
      'Ja.',
      '--a',
      'Content-Type: text/calendar',
      '',
      calendar(method),
      '--a--',
    ].join('\n');

  it.each(['REPLY', 'COUNTER'])('that answers an invitation is a machine’s: %s', async (method) => {
    expect(await bringing(method)).toMatchObject(silent('auto'));
    const mail = await mailWith({ 'Content-Type': 'multipart/alternative; boundary=a' }, beside(method));
    expect(classified(mail)).toMatchObject(silent('auto'));
  });

  it.each(['REQUEST', 'CANCEL', 'PUBLISH'])('that invites, cancels or tells is a person’s: %s', async (method) =>
    expect(await bringing(method)).toMatchObject(HUMAN),
  );

  it('proves nothing, when a person has only written about it', async () =>
    expect(await bringing('REPLY', 'text/plain')).toMatchObject(HUMAN));
});

describe('a mail that a person may have written is a ticket, but not acknowledged', () => {
  it.each([
    [
      'it asks for no automatic replies, as ordinary Exchange mail does',
      { 'X-Auto-Response-Suppress': 'DR, OOF, AutoReply' },
    ],
    ['it is sent in bulk', { Precedence: 'bulk' }],
    ['it is sent in bulk by the older header', { 'X-Precedence': 'junk' }],
    ['it comes through a list', { 'List-Id': 'Arrangører <arr.liste.example>' }],
    ['it can be unsubscribed from', { 'List-Unsubscribe': '<https://liste.example/av>' }],
    ['its precedence is that of a list', { Precedence: 'list' }],
    ['nobody reads what is sent to its sender', { From: 'no-reply@kunde.example' }],
    ['nobody reads what is sent to its sender, in Norwegian', { From: 'ikke-svar@kunde.example' }],
    ['its sender collects bounces', { From: 'bounces+12-ab@kunde.example' }],
    ['another system guards it against loops', { 'X-Loop': 'helpdesk@kunde.example' }],
  ])('when %s', async (_, headers) => expect(await withHeaders(headers)).toMatchObject(silent('human')));
});

it('a virus outweighs all else', async () => {
  const infected = { verdicts: { ...PASSED.verdicts, virus: 'FAIL' as const }, envelopeFrom: '<>' };
  expect(await withHeaders({ 'Auto-Submitted': 'auto-replied', From: 'support@desk.test' }, infected)).toMatchObject({
    class: 'quarantine',
    reason: 'the receiving server found a virus',
  });
});
