import { replyAddress } from '../../shared/mail/thread';
import { ticketIdOf } from '../../shared/ticket/ids';
import { deskAt, type RunningDesk } from '../support/in-process';
import { act, openedBy, ticketOf, whatCameOf } from '../support/journey';
import type { TicketJson } from '../support/local-desk';

// What a rule of mail comes to from the door to the timeline and the letters. The rules by themselves:
// `test/shared/mail/rules.test.ts`; machines, bounces and threads: `mail.test.ts`; limits: `loops.test.ts`.

const SUPPORT = 'support@desk.test';

let desk: RunningDesk;
beforeAll(async () => {
  desk = await deskAt();
});
afterAll(async () => {
  expect(desk.complaints).toEqual([]);
  await desk.stop();
});

/** A ticket of its own customer, and the acknowledgement that was sent for it. */
async function begunBy(customer: string, mail: object = {}) {
  const ticket = await openedBy(desk, () => desk.mail({ from: customer, subject: `Sak fra ${customer}`, ...mail }));
  const [letter] = await desk.lettersTo(customer);
  if (!letter) throw new Error(`Nothing was sent to ${customer}.`);
  return { ticket, letter, number: ticket.id, token: letter.replyTo };
}

const verdicts = (said: string) => ({ headers: { 'X-Local-Verdicts': said } });

const arrived = ({ timeline }: TicketJson) => timeline.filter(({ type }) => type === 'message-received');

const marks = (ticket: TicketJson) =>
  arrived(ticket).flatMap((entry) => ('marks' in entry ? (entry.marks as { rule: number }[]) : []));

describe('nobody gets into a ticket by guessing (rules 20 to 23)', () => {
  const guesser = 'gjetter@fremmed.example';

  it.each([
    ['its number in the subject', ({ number }) => ({ subject: `SV: noe [${number}]` })],
    ['its number in the text', ({ number }) => ({ subject: 'Noe annet', text: `Det gjelder sak ${number}.` })],
    ['an address without a token', ({ number }) => ({ to: `support+${plain(number)}@desk.test` })],
    ['the token of another desk', ({ number }) => ({ to: tokenOfAnother(number) })],
    ['an id like ours', ({ number }) => ({ inReplyTo: `<t.${plain(number)}.${'a'.repeat(16)}@desk.test>` })],
  ] satisfies [string, (of: { number: string }) => object][])('not with %s', async (what, named) => {
    const { ticket, letter, number } = await begunBy(`eier@${hostFor(what)}`);
    const { opened, said } = await whatCameOf(desk, () => desk.mail({ from: guesser, ...named({ number }) }));
    expect(opened).toHaveLength(1);
    expect((await ticketOf(desk, ticket.id)).seen).toBe(1);
    expect(said.some(({ to, cc }) => `${to} ${cc}`.includes(letter.to))).toBe(false);
  });

  it('the number is enough for the customer alone, and only where DMARC proves the customer', async () => {
    const customer = 'eier@bevist.example';
    const { ticket, number } = await begunBy(customer);
    const mail = { from: customer, subject: `SV: sak [${number}]` };
    await whatCameOf(desk, () => desk.mail({ ...mail, ...verdicts('dmarc=GRAY') }));
    expect(await ticketOf(desk, ticket.id)).toMatchObject({ seen: 1, held: [{ held: 0, doubt: 'number-alone' }] });
    await whatCameOf(desk, () => desk.mail({ ...mail, text: 'Nå fra min egen tjener.' }));
    expect((await ticketOf(desk, ticket.id)).seen).toBe(2);
  });

  it('a colleague who is proven to be one is let in by the token, one who is not is held', async () => {
    const { ticket, token } = await begunBy('eier@firma.example');
    await whatCameOf(desk, () => desk.mail({ from: 'kollega@firma.example', to: token }));
    expect(await ticketOf(desk, ticket.id)).toMatchObject({ seen: 2, held: [] });
    const unproven = { from: 'annen@firma.example', to: token, ...verdicts('dmarc=GRAY') };
    await whatCameOf(desk, () => desk.mail(unproven));
    expect(await ticketOf(desk, ticket.id)).toMatchObject({ seen: 2, held: [{ doubt: 'unknown-sender' }] });
  });

  it('nor does Outlook’s Thread-Index lead anywhere', async () => {
    const headers = { 'Thread-Index': 'AQHaRA5vQ0aVh0K8Yk2mN1u3x5y7zA==', 'Thread-Topic': 'Sak' };
    const first = await openedBy(desk, () => desk.mail({ from: 'a@indeks.example', subject: 'Den første', headers }));
    const second = await openedBy(desk, () => desk.mail({ from: 'a@indeks.example', subject: 'Den andre', headers }));
    expect(second.id).not.toBe(first.id);
  });
});

describe('a stranger who was handed the token (rule 21)', () => {
  it('hears nothing of the ticket until an agent vouches for the mail, and then it is the stranger’s', async () => {
    const stranger = 'fremmed@videresendt.example';
    const { ticket, token } = await begunBy('eier@videresendt-til.example');
    await whatCameOf(desk, () => desk.mail({ from: stranger, to: token, text: 'Jeg vil også vite det.' }));
    expect(await desk.lettersTo(stranger)).toEqual([]);
    expect(await ticketOf(desk, ticket.id)).toMatchObject({ seen: 1, held: [{ held: 0 }] });
    const { status, body } = await act(desk, 'anna', ticket, 'confirmation', { held: 0 });
    expect([status, body.seen, body.held]).toEqual([200, 2, []]);
  });

  it('is put in copy by nobody but an agent', async () => {
    const customer = 'eier@kopi.example';
    const { ticket, letter } = await begunBy(customer);
    const answer = { from: customer, cc: 'venn@kopiert.example', inReplyTo: letter.headers['message-id'] ?? '' };
    await whatCameOf(desk, () => desk.mail(answer));
    await act(desk, 'anna', ticket, 'replies', { text: 'Det virker nå.', seen: 2 });
    await desk.settle();
    expect((await desk.lettersTo(customer)).map(({ cc }) => cc)).toEqual(['', '']);
    expect(await desk.lettersTo('venn@kopiert.example')).toEqual([]);
  });
});

describe('the acknowledgement', () => {
  it('says nothing of the mail but its subject, so that nobody has codes sent to themselves through us', async () => {
    const { letter } = await begunBy('kode@tyv.example', { text: 'Din kode er 481516.\nhttps://bank.example/bekreft' });
    expect(letter.text + letter.html).not.toMatch(/481516|bank\.example/);
  });

  it('goes to the sender alone, who is told of no others (rule 31)', async () => {
    const mail = { from: 'sender@mange.example', cc: 'en@mange.example, to@mange.example', subject: 'Til mange' };
    const { opened, said } = await whatCameOf(desk, () => desk.mail(mail));
    expect(said.map(({ to, cc }) => [to, cc])).toContainEqual(['sender@mange.example', '']);
    expect(said.filter(({ to }) => to.endsWith('@mange.example'))).toHaveLength(1);
    expect(opened.flatMap(marks)).toContainEqual({
      rule: 31,
      says: 'It was also sent to en@mange.example, to@mange.example.',
    });
  });

  it.each([
    [
      'to the sender, where a stranger’s address is asked for',
      'a@spurt.example',
      'ond@annet.example',
      'a@spurt.example',
    ],
    ['where the same house asks for it', 'a@post.huset.example', 'b@huset.example', 'b@huset.example'],
  ])('goes to the sender, and a reply %s (rule 32)', async (_, from, replyTo, expected) => {
    const { opened, said } = await whatCameOf(desk, () => desk.mail({ from, replyTo, subject: `Svar til ${replyTo}` }));
    expect(said[0]?.to).toBe(from);
    const [ticket] = opened;
    if (!ticket) throw new Error('No ticket.');
    const reply = await whatCameOf(desk, () => act(desk, 'anna', ticket, 'replies', { text: 'Svar.', seen: 1 }));
    expect(reply.said.map(({ to }) => to)).toEqual([expected]);
  });
});

describe('a mail that is delivered more than once (rule 27)', () => {
  const messageId = '<gjentatt@program.example>';
  const mail = { from: 'a@program.example', subject: 'Gjentatt', messageId };

  it('is one, whatever servers it came through, and another that bears its id is not lost', async () => {
    const twice = await whatCameOf(desk, async () => {
      await desk.mail(mail);
      await desk.mail({ ...mail, headers: { Received: 'from a by b; Mon, 12 Jan 2026 09:00:00 +0000' } });
    });
    expect(twice.opened.map(arrived)).toMatchObject([[{}]]);
    const other = await whatCameOf(desk, () => desk.mail({ ...mail, text: 'Noe helt annet enn sist.' }));
    expect(other.opened.flatMap(arrived)).toMatchObject([{ text: 'Noe helt annet enn sist.\n' }]);
  });

  it('to two of our addresses, each by itself, is one ticket and one acknowledgement (rule 29)', async () => {
    const raw = wire([
      'From: a@begge.example',
      `To: ${SUPPORT}, support+salg@desk.test`,
      'Message-ID: <to@begge.example>',
    ]);
    const { opened, said } = await whatCameOf(desk, async () => {
      await desk.rawMail(raw, { from: 'a@begge.example', to: SUPPORT });
      await desk.rawMail(raw, { from: 'a@begge.example', to: 'support+salg@desk.test' });
    });
    expect(opened).toHaveLength(1);
    expect(said.filter(({ to }) => to === 'a@begge.example')).toHaveLength(1);
  });
});

describe('a mail that lacks what others have is one ticket, however often it is delivered', () => {
  it.each([
    ['no From', [], 'uten-fra@mangler.example'],
    ['an empty From', ['From: <>'], 'tom-fra@mangler.example'],
    ['a From without an address', ['From: Kari Nordmann'], 'navn@mangler.example'],
    ['no Message-ID (rule 28)', ['From: uten-id@mangler.example'], 'uten-id@mangler.example'],
    ['an empty Message-ID', ['From: tom-id@mangler.example', 'Message-ID: <>'], 'tom-id@mangler.example'],
  ])('%s', async (what, fields, sender) => {
    const raw = wire([...fields, `Subject: ${what}`]);
    const { opened } = await whatCameOf(desk, async () => {
      await desk.rawMail(raw, { from: sender });
      await desk.rawMail(raw, { from: sender });
    });
    expect(opened).toMatchObject([{ customer: { email: sender }, seen: 1 }]);
  });
});

describe('what the receiving server says of a mail', () => {
  const file = { filename: 'skjema.pdf', content: Buffer.from('%PDF-1.4') };

  it.each(['GRAY', 'PROCESSING_FAILED'])(
    'a virus scan that says %s lets it in, and its files stay shut',
    async (scan) => {
      const mail = { from: `a@${scan.replace('_', '-').toLowerCase()}.example`, attachments: [file] };
      const ticket = await openedBy(desk, () => desk.mail({ ...mail, ...verdicts(`virus=${scan}`) }));
      const [file_] = arrived(ticket).flatMap(({ attachments }) => attachments ?? []);
      expect(ticket.status).toBe('open');
      expect(file_).toEqual({ name: 'skjema.pdf', type: 'application/pdf', bytes: 8, locked: true });
      expect(marks(ticket)).toMatchObject([{ rule: 1 }]);
    },
  );

  it('spam is let in by the token of its sender’s ticket, and parked with less (rule 2)', async () => {
    const customer = 'eier@feiltatt.example';
    const { ticket, letter, token } = await begunBy(customer);
    const less = { from: customer, inReplyTo: letter.headers['message-id'] ?? '', ...verdicts('spam=FAIL') };
    const parked = await whatCameOf(desk, () => desk.mail({ ...less, subject: 'Feiltatt' }));
    expect(parked.opened.map(({ status }) => status)).toEqual(['parked']);
    await whatCameOf(desk, () => desk.mail({ ...less, to: token, text: 'Med adressen fra dere.' }));
    expect((await ticketOf(desk, ticket.id)).seen).toBe(2);
  });

  it('what is parked becomes work when an agent releases it, without a word to its sender', async () => {
    const mail = { from: 'a@sluppet.example', subject: 'Sluppet', ...verdicts('spam=FAIL') };
    const ticket = await openedBy(desk, () => desk.mail(mail));
    expect(await act(desk, 'anna', ticket, 'release')).toMatchObject({ status: 200, body: { status: 'open' } });
    await desk.settle();
    expect(await desk.lettersTo('a@sluppet.example')).toEqual([]);
  });

  it('a domain that disowns it makes it a ticket that says so, and no answer to the customer’s (rule 25)', async () => {
    const customer = 'eier@fornektet.example';
    const { ticket, token } = await begunBy(customer);
    const disowned = { from: customer, ...verdicts('dmarc=FAIL') };
    await whatCameOf(desk, () => desk.mail({ ...disowned, to: token }));
    expect(await ticketOf(desk, ticket.id)).toMatchObject({ seen: 1, held: [{}] });
    const other = await openedBy(desk, () => desk.mail({ ...disowned, subject: 'Fornektet' }));
    expect(marks(other)).toMatchObject([{ rule: 25 }]);
  });
});

describe('what a machine answers', () => {
  it('to nothing we know is parked where it replies, and a ticket where it reports (rule 9)', async () => {
    const by = (submitted: string) => ({
      from: `${submitted}@maskin.example`,
      subject: submitted,
      headers: { 'Auto-Submitted': submitted },
    });
    const { opened } = await whatCameOf(desk, async () => {
      await desk.mail(by('auto-replied'));
      await desk.mail(by('auto-generated'));
    });
    const status = Object.fromEntries(opened.map((ticket) => [ticket.subject, ticket.status]));
    expect(status).toEqual({ 'auto-replied': 'parked', 'auto-generated': 'open' });
    expect(await desk.lettersTo('auto-generated@maskin.example')).toEqual([]);
  });

  it('in a calendar is a note, which takes up nothing (rule 34)', async () => {
    const customer = 'eier@kalender.example';
    const { ticket, letter } = await begunBy(customer);
    const icalEvent = { method: 'REPLY', content: 'BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR\r\n' };
    const inReplyTo = letter.headers['message-id'] ?? '';
    const { opened, said } = await whatCameOf(desk, () =>
      desk.mail({ from: customer, subject: 'Godtatt: møte', inReplyTo, icalEvent }),
    );
    expect([opened, said]).toEqual([[], []]);
    expect((await ticketOf(desk, ticket.id)).timeline.at(-1)).toMatchObject({
      type: 'automatic-mail-noted',
      as: 'auto',
    });
  });

  it('does not end a wait for the customer', async () => {
    const customer = 'eier@venter.example';
    const { ticket, token } = await begunBy(customer);
    await act(desk, 'anna', ticket, 'assignment', { agent: 'anna' });
    await act(desk, 'anna', ticket, 'waiting', { until: '2026-01-14T10:00:00+01:00', reason: 'Venter på bilder.' });
    const away = { from: customer, to: token, subject: 'Fravær', headers: { 'Auto-Submitted': 'auto-replied' } };
    await whatCameOf(desk, () => desk.mail(away));
    expect((await ticketOf(desk, ticket.id)).status).toBe('waiting');
  });
});

describe('hostile fields', () => {
  const folded = (text: string) => `=?utf-8?b?${Buffer.from(text).toString('base64')}?=`;

  it('a subject or a name with lines in it is one line in what we send, and reaches nobody else', async () => {
    const raw = wire([
      `From: ${folded('Kari\r\nBcc: ond@annet.example')} <a@linjer.example>`,
      `Subject: ${folded('Hei\r\nBcc: ond@annet.example\r\n\r\nEn helt annen tekst')}`,
    ]);
    const { opened, said } = await whatCameOf(desk, () => desk.rawMail(raw, { from: 'a@linjer.example' }));
    expect(said[0]).toMatchObject({ to: 'a@linjer.example', cc: '' });
    expect(said[0]?.subject).toBe(`Re: Hei Bcc: ond@annet.example En helt annen tekst [${opened[0]?.id}]`);
    expect(said.flatMap(({ headers }) => Object.keys(headers))).not.toContain('bcc');
  });

  it('a sender is known by the domain as DNS has it, and one that may pass for another is marked', async () => {
    const known = 'a@xn--bcher-kva.example';
    const { opened, said } = await whatCameOf(desk, () => desk.mail({ from: known, subject: 'Bøker' }));
    expect(said[0]).toMatchObject({ subject: `Re: Bøker [${opened[0]?.id}]` });
    const answer = wire(['From: a@Bücher.example', `In-Reply-To: ${said[0]?.headers['message-id']}`]);
    await whatCameOf(desk, () => desk.rawMail(answer, { from: known }));
    expect(await ticketOf(desk, opened[0]?.id ?? '')).toMatchObject({ customer: { email: known }, seen: 2 });
    const letters = await desk.sent();
    const sent = await desk.local.services.sent.raw(letters.findIndex(({ subject }) => subject === said[0]?.subject));
    expect(`${sent}`).toMatch(/^To: a@xn--bcher-kva\.example\r$/m);
    const looksLike = await openedBy(desk, () =>
      desk.rawMail(wire(['From: a@раypal.example', 'Subject: Ligner']), { from: 'a@ligner.example' }),
    );
    expect(looksLike.customer.email).toBe('a@xn--ypal-43d9g.example');
    expect(marks(looksLike)).toContainEqual({
      rule: 25,
      says: 'The sender’s domain may pass for another: раypal.example is xn--ypal-43d9g.example.',
    });
  });

  it('a mail that is too much to take apart is a ticket from its headers, with the raw mail attached', async () => {
    const raw = wire(['From: a@bombe.example', 'Subject: Bombe'], '--a\r\n'.repeat(10_001));
    const ticket = await openedBy(desk, () => desk.rawMail(raw, { from: 'a@bombe.example' }));
    expect(ticket).toMatchObject({ subject: 'Bombe', customer: { email: 'a@bombe.example' } });
    expect(arrived(ticket).flatMap(({ attachments }) => attachments ?? [])).toMatchObject([{ name: 'mail.eml' }]);
  });

  it('an image that no text shows is a file like any other', async () => {
    const attachments = [{ filename: 'skjerm.png', content: Buffer.from([137, 80, 78, 71]), cid: 'ingen@sted' }];
    const mail = { from: 'a@bilde.example', html: '<p>Se bildet.</p>', attachments };
    const ticket = await openedBy(desk, () => desk.mail(mail));
    expect(arrived(ticket).flatMap((entry) => entry.attachments ?? [])).toMatchObject([
      { name: 'skjerm.png', bytes: 4 },
    ]);
  });
});

const plain = (number: string): string => number.replace('-', '').toLowerCase();

const hostFor = (what: string): string => `${what.replace(/\W/g, '')}.example`.toLowerCase();

function tokenOfAnother(number: string): string {
  const id = ticketIdOf(number);
  if (!id) throw new Error(`${number} is no ticket.`);
  return replyAddress(id, [{ version: 'local', key: Buffer.from('a key of somebody else') }], SUPPORT);
}

const wire = (fields: readonly string[], body = 'Hei, kan dere hjelpe meg?\r\n'): string =>
  `${[...fields, 'Content-Type: text/plain; charset=utf-8'].join('\r\n')}\r\n\r\n${body}`;
