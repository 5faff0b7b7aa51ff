import { handle } from '../../shared/desk/handle';
import { receiveFeedback } from '../../shared/desk/receive-feedback';
import { letterOf, tagOf } from '../../shared/mail/letter-tag';
import { commandId, type TicketId } from '../../shared/ticket/ids';
import { deskAt, type RunningDesk } from '../support/in-process';
import { act, openedBy, ticketOf, whatCameOf } from '../support/journey';
import type { TicketJson } from '../support/local-desk';

/** What strangers, forgers and machines without manners may try, each of which once did harm. */
let desk: RunningDesk;
beforeAll(async () => {
  desk = await deskAt();
});
afterAll(() => desk.stop());

let people = 0;
const somebody = () => {
  people += 1;
  return `kari${people}@kunde${people}.example`;
};

const verdicts = (said: string) => ({ 'X-Local-Verdicts': said });
const counted = ({ timeline }: TicketJson, type: string) => timeline.filter((entry) => entry.type === type).length;

describe('a mail whose From is forged', () => {
  it.each([
    ['that its domain disowns', {}, 'dmarc=FAIL'],
    ['among other authors', { also: ', Ond <ond@ond.example>' }, 'dmarc=PASS'],
  ])(
    '%s does not land on the ticket whose first mail it answers',
    async (_, { also = '' }: { also?: string }, said) => {
      const from = somebody();
      const id = `<first.${from}>`;
      const ticket = await openedBy(desk, () => desk.mail({ from, messageId: id }));
      const lines = [
        `From: Kari <${from}>${also}`,
        'To: support@desk.test',
        'Subject: Re: Skjemaet',
        `In-Reply-To: ${id}`,
      ];
      const raw = [...lines, `Message-ID: <forged.${from}>`, `X-Local-Verdicts: ${said}`, '', 'Endre kontonummer.'];
      const { opened, said: letters } = await whatCameOf(desk, () => desk.rawMail(raw.join('\r\n'), { from }));
      expect(opened).toMatchObject([{ follows: ticket.id }]);
      expect((await ticketOf(desk, ticket.id)).seen).toBe(1);
      expect(letters.filter(({ to }) => to === from)).toEqual([]);
    },
  );

  it('though it bears the token is held, and says that its sender is not verified', async () => {
    const from = somebody();
    const { opened, said } = await whatCameOf(desk, () => desk.mail({ from }));
    const forged = { from, to: said[0]?.replyTo ?? '', text: 'Endre kontonummer.', headers: verdicts('dmarc=FAIL') };
    await whatCameOf(desk, () => desk.mail(forged));
    const ticket = await ticketOf(desk, opened[0]?.id ?? '');
    expect([ticket.seen, ticket.held]).toEqual([1, [{ held: 0, doubt: 'unverified-sender' }]]);
  });

  it('to be an agent’s is a customer’s, and the agent gets no acknowledgement of it', async () => {
    const forged = { from: 'anna@desk.test', subject: 'Noe annet', headers: verdicts('dmarc=FAIL') };
    const { said } = await whatCameOf(desk, () => desk.mail(forged));
    expect(said.map(({ to }) => to)).toEqual(['anna@desk.test, bo@desk.test']);
  });

  it('or cannot be read is nobody’s in whose name it asks for answers', async () => {
    const from = somebody();
    const ticket = await openedBy(desk, () => desk.mail({ from }));
    const raw = `From: "a\\"b"@ond.example\r\nReply-To: ${from}\r\nSubject: SV: x [${ticket.id}]\r\nMessage-ID: <r.${from}>\r\n\r\nHei`;
    await whatCameOf(desk, () => desk.rawMail(raw, { from: 'x@ond.example' }));
    expect((await ticketOf(desk, ticket.id)).seen).toBe(1);
  });
});

describe('a mailbox that answers by itself and does not say so', () => {
  it.each([
    ['a foreign one that alerts are passed on to', 'helpdesk@annet.example', 'dmarc=PASS'],
    ['an agent’s own', 'anna@desk.test', 'dmarc=GRAY'],
  ])('%s comes to rest: what is held alerts once', async (_, from, said) => {
    const mail = { from: somebody() };
    let { said: letters } = await whatCameOf(desk, () => desk.mail(mail));
    const rounds = [];
    for (let alert = letters.at(-1); alert && rounds.length < 6; alert = letters.at(-1)) {
      rounds.push(alert.subject);
      const { replyTo: to } = alert;
      const text = `Vi har fått den, nummer ${'x'.repeat(rounds.length)}`;
      ({ said: letters } = await whatCameOf(desk, () => desk.mail({ from, to, text, headers: verdicts(said) })));
    }
    expect(rounds).toHaveLength(2);
  });

  it('by whose subject the agent is away is noted, and goes to no customer', async () => {
    const from = somebody();
    const { said } = await whatCameOf(desk, () => desk.mail({ from }));
    const [, alert] = said;
    const away = {
      from: 'anna@desk.test',
      to: alert?.replyTo ?? '',
      subject: 'Automatisk svar: ferie',
      text: 'Ring Bo.',
    };
    expect((await whatCameOf(desk, () => desk.mail(away))).said).toEqual([]);
  });
});

describe('what an agent answers by mail', () => {
  it('with a file that the virus scan did not clear waits to be confirmed, and then goes out without it', async () => {
    const from = somebody();
    const { opened, said } = await whatCameOf(desk, () => desk.mail({ from }));
    const [ticket] = opened;
    if (!ticket) throw new Error('No ticket.');
    const attachments = [{ filename: 'x.exe', content: 'MZ' }];
    const answer = {
      from: 'anna@desk.test',
      to: said[1]?.replyTo ?? '',
      subject: 'Re',
      text: 'Se vedlegget.',
      attachments,
    };
    const held = await whatCameOf(desk, () => desk.mail({ ...answer, headers: verdicts('virus=GRAY') }));
    expect(held.said.filter(({ to }) => to === from)).toEqual([]);
    expect((await ticketOf(desk, ticket.id)).held).toEqual([{ held: 0, doubt: 'locked-files' }]);
    const { said: out } = await whatCameOf(desk, () => act(desk, 'bo', ticket, 'confirmation', { held: 0 }));
    expect(out.map(({ to }) => to)).toEqual([from]);
    expect(JSON.stringify(out)).not.toContain('x.exe');
  });
});

describe('a stranger’s words', () => {
  it('about a ticket that is solved are a ticket of their own, where nobody forgets them', async () => {
    const from = somebody();
    const { opened, said } = await whatCameOf(desk, () => desk.mail({ from }));
    const [ticket] = opened;
    if (!ticket) throw new Error('No ticket.');
    await act(desk, 'anna', ticket, 'resolution', {});
    const again = { from: somebody(), to: said[0]?.replyTo ?? '', text: 'Det er nede igjen!' };
    const after = await whatCameOf(desk, () => desk.mail(again));
    expect(after.opened).toMatchObject([{ status: 'open', follows: ticket.id }]);
  });

  it('with ids of pictures as long as a book are a ticket all the same', async () => {
    const part = (n: number) =>
      `--b\r\nContent-Type: image/png; name=a${n}.png\r\nContent-ID: <${'x'.repeat(8_000)}${n}>\r\n\r\niVBORw0K\r\n`;
    const parts = Array.from({ length: 60 }, (_, n) => part(n)).join('');
    const head = `From: ${somebody()}\r\nSubject: Bilder\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n`;
    const ticket = await openedBy(desk, () => desk.rawMail(`${head}--b\r\n\r\nHei\r\n${parts}--b--\r\n`));
    expect(ticket.timeline[1]?.attachments).toHaveLength(60);
  });

  it('under an id that was used before, about something else, are not lost', async () => {
    const from = somebody();
    const mail = { from, messageId: `<always.${from}>`, text: 'Se emnet.' };
    const { opened } = await whatCameOf(desk, async () => {
      await desk.mail({ ...mail, subject: 'Disken er full' });
      await desk.mail({ ...mail, subject: 'Alt er nede' });
    });
    expect(opened.map(({ subject }) => subject).sort()).toEqual(['Alt er nede', 'Disken er full']);
  });
});

describe('a report that a mail came back', () => {
  const report = (address: string, id: string) =>
    [
      'From: MAILER-DAEMON@ond.example',
      'Subject: Undelivered',
      `Message-ID: <report.${address}>`,
      `In-Reply-To: ${id}`,
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b\r\nContent-Type: text/plain\r\n\r\nfailed',
      '--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; ond\r\n',
      ...Array.from(
        { length: 100 },
        () => `Final-Recipient: rfc822; ${address}\r\nAction: failed\r\nStatus: 5.1.1\r\n`,
      ),
      '--b--',
    ].join('\r\n');

  it('says each address once, and does not keep staff from hearing of it when the mail service says so', async () => {
    const from = somebody();
    const messageId = `<m.${from}>`;
    const { id } = await openedBy(desk, () => desk.mail({ from, messageId }));
    await whatCameOf(desk, () => desk.rawMail(report(from, messageId), { from: '' }));
    const ticket = await ticketOf(desk, id);
    expect([counted(ticket, 'delivery-failed'), ticket.undeliverable]).toEqual([1, [from]]);
    const letter = letterOf(tagOf(ticket.letters[0]?.id ?? ''));
    const { now: at } = await desk.local.desk.circumstances();
    const failures = [{ address: from, diagnostic: '550 no such user', isOurs: true }];
    const { said } = await whatCameOf(desk, () =>
      receiveFeedback(desk.local.desk)({ id: `f.${from}`, at, letter, is: 'returned', why: 'permanent', failures }),
    );
    expect(said).toHaveLength(1);
  });

  it('of which there are hundreds fills no ticket: past a hundred notes they are kept apart', async () => {
    const from = somebody();
    const messageId = `<n.${from}>`;
    const { id } = await openedBy(desk, () => desk.mail({ from, messageId }));
    const note = { type: 'note-automatic-mail', as: 'auto', reason: 'ferie', words: { text: 'Borte.' } } as const;
    for (let n = 0; n < 99; n += 1) await handle(desk.local.desk)(id as TicketId, note, commandId(`note ${n}`));
    const headers = { 'Auto-Submitted': 'auto-replied' };
    for (let n = 0; n < 3; n += 1)
      await desk.mail({ from: `m${n}@x.example`, inReplyTo: messageId, text: `${n}`, headers });
    await desk.settle();
    expect(counted(await ticketOf(desk, id), 'automatic-mail-noted')).toBe(100);
  });
});

it('an answer to an alert that asks for none goes to nobody', async () => {
  const from = somebody();
  const { id } = await openedBy(desk, () => desk.mail({ from }));
  await desk.request('/local/mailbox', { method: 'POST', body: JSON.stringify({ address: from, does: 'bounce' }) });
  const ticket = await ticketOf(desk, id);
  const { said } = await whatCameOf(desk, () => act(desk, 'anna', ticket, 'replies', { text: 'Hei.', seen: 1 }));
  const alert = said.find(({ subject }) => subject.includes(id) && subject.startsWith('['));
  expect(alert?.to).toContain('anna@desk.test');
  const text = `Jeg ringer henne.\n\n${alert?.text.replace(/^/gm, '> ')}`;
  const answered = await whatCameOf(desk, () => desk.mail({ from: 'anna@desk.test', to: alert?.replyTo ?? '', text }));
  expect(answered.said.filter(({ to }) => to === from)).toEqual([]);
});

describe('what a rule says, from the door to the last letter', () => {
  it('a mail without a sender that asks us to answer ourselves is a loop', async () => {
    const raw = 'Reply-To: support@desk.test\r\nSubject: Rundt\r\nMessage-ID: <selv@a.example>\r\n\r\nHei';
    const { opened, said } = await whatCameOf(desk, () => desk.rawMail(raw, { from: 'a@b.example' }));
    expect([opened.map(({ status }) => status), said]).toEqual([['parked'], []]);
  });

  it('rule 26: a mail from an agent’s address that nothing proves says so', async () => {
    const mail = { from: 'erik@desk.test', subject: 'Ubevist', headers: verdicts('dmarc=GRAY') };
    const { timeline } = await openedBy(desk, () => desk.mail(mail));
    expect(timeline[1]).toMatchObject({ reason: 'it says to be from an agent, and nothing proves it' });
  });

  it.each([
    'Out of office until 5 January',
    'Autosvar fra Kari',
    'Abwesenheitsnotiz - Urlaub',
    'Automatisk svar – ferie',
  ])('rule 12: “%s” reopens nothing, though no colon follows', async (subject) => {
    const from = somebody();
    const { opened, said } = await whatCameOf(desk, () => desk.mail({ from }));
    const id = opened[0]?.id ?? '';
    await act(desk, 'anna', { id }, 'resolution', {});
    await whatCameOf(desk, () => desk.mail({ from, subject, inReplyTo: said[0]?.headers['message-id'] ?? '' }));
    expect((await ticketOf(desk, id)).status).toBe('resolved');
  });

  it('rule 19: our own number twice in a subject is a loop', async () => {
    const { id } = await openedBy(desk, () => desk.mail({ from: somebody() }));
    const round = { from: somebody(), subject: `Re: Re: Rundt [${id}] [${id}]` };
    expect(await openedBy(desk, () => desk.mail(round))).toMatchObject({ status: 'parked' });
  });

  it('an agent answers the same alert twice, while the customer has not written since', async () => {
    const { opened, said } = await whatCameOf(desk, () => desk.mail({ from: somebody() }));
    const to = said.at(-1)?.replyTo ?? '';
    for (const text of ['Svar en.', 'Svar to.'])
      await whatCameOf(desk, () => desk.mail({ from: 'anna@desk.test', to, subject: 'Re: x', text }));
    expect(await ticketOf(desk, opened[0]?.id ?? '')).toMatchObject({ held: [], seen: 3 });
  });

  it('a text that is no version of the HTML gives way to it', async () => {
    const text = 'Denne e-posten må leses i en nyere e-postleser. Åpne den på nettet.';
    const html = '<p>Hei! Vi får ikke sendt inn skjemaet for Ola og Kari før fristen.</p>';
    const { timeline } = await openedBy(desk, () => desk.mail({ from: somebody(), text, html }));
    expect(timeline[1]?.text).toContain('før fristen');
  });

  it('rule 5: a report by mail that an address failed for good keeps automatic mail of its ticket from it', async () => {
    const from = somebody();
    const messageId = `<b.${from}>`;
    const { id } = await openedBy(desk, () => desk.mail({ from, messageId }));
    const raw = [
      'From: MAILER-DAEMON@mx.example\r\nSubject: Undelivered\r\nMessage-ID: <d1@mx.example>',
      `In-Reply-To: ${messageId}`,
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n\r\nNo.',
      '--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n',
      `Final-Recipient: rfc822; ${from}\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--b--\r\n`,
    ];
    await whatCameOf(desk, () => desk.rawMail(raw.join('\r\n'), { from: '' }));
    expect((await whatCameOf(desk, () => act(desk, 'anna', { id }, 'resolution', {}))).said).toEqual([]);
  });
});
