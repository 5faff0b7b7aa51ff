import type { Desk } from '../../../shared/desk/ports';
import { INBOX, receiveMail } from '../../../shared/desk/receive-mail';
import { deskAt, MONDAY_TEN, type RunningDesk } from '../../support/in-process';
import { act, LEVEL_2, openedBy, ticketOf, whatCameOf } from '../../support/journey';
import { discrepancies } from '../../support/ledger';
import { itemsOf } from '../../support/ledger-table';
import { KARI, type TicketJson } from '../../support/local-desk';

let desk: RunningDesk;
beforeEach(async () => {
  desk = await deskAt();
});
afterEach(() => desk.stop());

const UNSEEN = '<before-our-time@kunde.example>';

describe('a mail that names a parent which nobody here has seen', () => {
  it('opens the ticket that follows, when the one that its thread has had is closed for good', async () => {
    const first = await openedBy(desk, () => desk.mail({ inReplyTo: UNSEEN }));
    await act(desk, 'anna', first, 'resolution', {});
    await desk.moveClock('2026-01-28T10:00:00+01:00');
    const second = await openedBy(desk, () => desk.mail({ inReplyTo: UNSEEN, text: 'Nå er feilen her igjen.' }));
    expect(second).toMatchObject({ status: 'open', follows: first.id });
    expect((await ticketOf(desk, first.id)).seen).toBe(1);
    expect(await discrepancies(desk, ['Nå er feilen her igjen.'])).toEqual([]);
  });

  it('is noted on the ticket that its thread has, when a machine wrote it', async () => {
    const { id } = await openedBy(desk, () => desk.mail({ inReplyTo: UNSEEN }));
    await desk.mail({ inReplyTo: UNSEEN, text: 'Jeg er på ferie.', headers: { 'Auto-Submitted': 'auto-replied' } });
    await desk.settle();
    expect((await ticketOf(desk, id)).timeline.at(-1)).toMatchObject({ type: 'automatic-mail-noted' });
    expect(await discrepancies(desk, ['Jeg er på ferie.'])).toEqual([]);
  });
});

describe('a mail whose first delivery broke after it was claimed', () => {
  it('becomes the ticket that it claimed, though the mail that it answers has opened one since', async () => {
    const machine = [
      `From: ${KARI}`,
      'Auto-Submitted: auto-replied',
      'In-Reply-To: <m1@kunde.example>',
      'Subject: Borte',
    ];
    await desk.local.desk.files.write(
      `${INBOX}early`,
      Buffer.from(`${machine.join('\r\n')}\r\n\r\nJeg er på ferie.`),
      '',
    );
    await expect(receiveMail(withoutCommits(desk.local.desk))(RECEIPT)).rejects.toThrow('down');
    await desk.mail({ messageId: '<m1@kunde.example>', subject: 'Skjemaet' });
    await desk.moveClock(MONDAY_TEN);
    expect((await desk.tickets()).map(({ subject }) => subject)).toEqual(['Skjemaet']);
    await desk.settle();
    expect((await desk.tickets('parked')).map(({ subject }) => subject)).toEqual(['Borte']);
    expect(await discrepancies(desk, ['Jeg er på ferie.'])).toEqual([]);
  });
});

describe('a parked ticket', () => {
  const spam = { 'X-Local-Verdicts': 'spam=FAIL' };

  it('is no place for what its sender writes next: that is a ticket which follows it, and is heard', async () => {
    const parked = await openedBy(desk, () => desk.mail({ messageId: '<m1@kunde.example>', headers: spam }));
    const { opened, said } = await whatCameOf(desk, () =>
      desk.mail({ inReplyTo: '<m1@kunde.example>', text: 'Hallo?' }),
    );
    expect(opened).toMatchObject([{ status: 'open', follows: parked.id }]);
    expect(said.map(({ to }) => to)).toEqual([KARI, LEVEL_2]);
    await desk.mail({ inReplyTo: '<m1@kunde.example>', text: 'Er dere der?' });
    await desk.settle();
    expect(await ticketOf(desk, opened[0]?.id ?? '')).toMatchObject({ seen: 2 });
    expect(await ticketOf(desk, parked.id)).toMatchObject({ status: 'parked', seen: 1 });
    expect(await discrepancies(desk, ['Hallo?', 'Er dere der?'])).toEqual([]);
  });
});

describe('a ticket that is closed for good', () => {
  let ticket: TicketJson;
  let to: string;
  beforeEach(async () => {
    ticket = await openedBy(desk, () => desk.mail());
    to = (await desk.lettersTo(KARI))[0]?.replyTo ?? '';
    await act(desk, 'anna', ticket, 'resolution', {});
    await desk.moveClock('2026-01-28T10:00:00+01:00');
  });

  it('leaves what follows it to its customer: a bounce that names it is a note, which opens nothing', async () => {
    const bounce = 'From: MAILER-DAEMON@kunde.example\r\nSubject: Undelivered\r\n\r\nIngen slik mottaker.';
    const returned = await whatCameOf(desk, () => desk.rawMail(bounce, { from: '', to }));
    expect(returned).toEqual({ opened: [], said: [] });
    expect((await ticketOf(desk, ticket.id)).status).toBe('resolved');
    const { opened, said } = await whatCameOf(desk, () => desk.mail({ to }));
    expect(opened).toMatchObject([{ status: 'open', follows: ticket.id, seen: 1 }]);
    expect(said.map(({ to }) => to)).toEqual([KARI, LEVEL_2]);
  });

  it('keeps what a machine says to it, so that the ticket which follows it is none the wiser', async () => {
    const next = await openedBy(desk, () => desk.mail({ to }));
    await act(desk, 'anna', next, 'waiting', { until: '2026-01-30T12:00:00+01:00', reason: 'Venter på bilde.' });
    await desk.mail({ to, subject: 'Borte', headers: { 'Auto-Submitted': 'auto-replied' } });
    await desk.settle();
    expect(await ticketOf(desk, next.id)).toMatchObject({ status: 'waiting', seen: 1 });
    expect((await ticketOf(desk, ticket.id)).timeline.at(-1)).toMatchObject({ type: 'automatic-mail-noted' });
  });
});

describe('a mail that is read after its own answer', () => {
  it('lands on the ticket that the answer has opened', async () => {
    const answer = { messageId: '<m2@kunde.example>', inReplyTo: '<m1@kunde.example>', text: 'Og en ting til.' };
    const { id } = await openedBy(desk, () => desk.mail(answer));
    await desk.mail({ messageId: '<m1@kunde.example>', text: 'Hei, en ting.' });
    await desk.settle();
    expect(await ticketOf(desk, id)).toMatchObject({ seen: 2 });
    expect(await discrepancies(desk, ['Hei, en ting.', 'Og en ting til.'])).toEqual([]);
  });

  it('is not taken for a mail that merely bears the same id, as all mails of some programs do', async () => {
    const first = await openedBy(desk, () => desk.mail({ messageId: '<1@skjema.example>', text: 'Påmelding 1' }));
    const second = await openedBy(desk, () => desk.mail({ messageId: '<1@skjema.example>', text: 'Påmelding 2' }));
    expect([first.seen, second.seen]).toEqual([1, 1]);
  });
});

describe('a mail of which all is as much as a stranger can send', () => {
  it('is a ticket in an item far below the 400 kB that the table takes, and nothing of it is lost', async () => {
    await desk.local.desk.files.write(`${INBOX}hostile`, HOSTILE, '');
    const { timeline } = await openedBy(desk, () => receiveMail(desk.local.desk)({ ...RECEIPT, messageId: 'hostile' }));
    const attachments = timeline[1]?.attachments ?? [];
    expect(attachments).toHaveLength(101);
    expect(attachments[100]).toMatchObject({ name: 'mail.eml', type: 'message/rfc822', bytes: HOSTILE.length });
    const sizes = (await itemsOf(desk)).map((item) => Buffer.byteLength(JSON.stringify(item)));
    expect(Math.max(...sizes)).toBeLessThan(150_000);
    expect(await discrepancies(desk)).toEqual([]);
  });
});

const many = (count: number, make: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => make(n)).join('');

const HOSTILE = Buffer.from(
  [
    `From: ${'Kåre '.repeat(2_000)} <${'k'.repeat(64)}@${'kunde.'.repeat(40)}example>`,
    `Message-ID: <${'m'.repeat(980)}@kunde.example>`,
    `In-Reply-To: <${'p'.repeat(980)}@kunde.example>`,
    `References:${many(900, (n) => `\r\n <${'ø'.repeat(450)}${n}@kunde.example>`)}`,
    `Subject: ${'æ'.repeat(20_000)}`,
    'Content-Type: multipart/mixed; boundary=b',
    '',
    `--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${'Hei på deg! '.repeat(5_000)}`,
    many(900, (n) => `--b\r\nContent-Disposition: attachment; filename="${'å'.repeat(500)}${n}.txt"\r\n\r\n${n}\r\n`),
    '--b--',
  ].join('\r\n'),
);

const PASSED = { spam: 'PASS', virus: 'PASS', spf: 'PASS', dkim: 'PASS', dmarc: 'PASS' } as const;
const RECEIPT = {
  messageId: 'early',
  receivedAt: Date.parse(MONDAY_TEN),
  envelopeFrom: KARI,
  recipients: [],
  verdicts: PASSED,
};

function withoutCommits(desk: Desk): Desk {
  const append = () => Promise.reject(new Error('The table is down.'));
  return { ...desk, tickets: { ...desk.tickets, append } };
}
