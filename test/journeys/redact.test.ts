import { paginateScan } from '@aws-sdk/client-dynamodb';
import { NAMES } from '../../infra/local/seeds';
import { performOwed } from '../../shared/desk/sweep';
import { deskAt, type RunningDesk } from '../support/in-process';
import { act, filesOf, openedBy, ticketOf } from '../support/journey';
import { KARI, type TicketJson } from '../support/local-desk';

let desk: RunningDesk;
beforeEach(async () => {
  desk = await deskAt();
});
afterEach(() => desk.stop());

// Longer than what is kept in a commit.
const long = (secret: string) => `Deltakerliste: ${secret}\n${'Navn og fødselsnummer. '.repeat(150)}`;

const MAIL = {
  text: `${long('HEMMELIG-TEKST')}\n\nMan. 12. jan. 2026 kl. 09.00 skrev Ola <ola@kunde.example>:\n> HEMMELIG-SITAT ${'sitert '.repeat(400)}`,
  html: `<p>${long('HEMMELIG-HTML')}</p>`,
  inReplyTo: '<ukjent@kunde.example>',
  attachments: [
    { filename: 'hemmelig-liste.csv', content: 'HEMMELIG-FIL;01019012345' },
    { filename: 'logo.csv', content: 'BEHOLDES-FIL' },
  ],
};
const SECRET = /hemmelig/i;

const REASON = 'Deltakerliste sendt ved en feil.';
const redact = (ticket: { readonly id: string }, body: object = {}, agent = 'anna') =>
  act(desk, agent, ticket, 'redaction', { message: 0, reason: REASON, ...body });

/** All that the desk keeps: the items of the table, and the objects of the bucket, each with its name. */
async function allThatIsKept(): Promise<string[]> {
  const { dynamodb } = desk.local.services.clients;
  const items: string[] = [];
  for await (const { Items = [] } of paginateScan({ client: dynamodb }, { TableName: NAMES.table }))
    items.push(...Items.map((item) => JSON.stringify(item)));
  const objects = await Promise.all(
    (await filesOf(desk, '')).map(async (key) => `${key} ${await desk.local.desk.files.read(key)}`),
  );
  return [...items, ...objects].map((kept) => `${kept}\n${decoded(kept)}`);
}

// A raw mail says much in base64 and quoted-printable.
const decoded = (text: string): string =>
  text
    .replace(/=\r?\n/g, '')
    .split(/\s+/)
    .map((word) => Buffer.from(word, 'base64').toString('latin1'))
    .join('');

const secretsKept = async () => (await allThatIsKept()).filter((kept) => SECRET.test(kept));

interface MessageJson {
  readonly attachments: readonly { readonly name: string }[];
  readonly redacted?: { readonly by: string; readonly reason: string; readonly at: string };
}

const messagesOf = async ({ id }: { readonly id: string }) =>
  ((await ticketOf(desk, id)) as TicketJson & { readonly messages: readonly MessageJson[] }).messages;

describe('a message that is redacted', () => {
  it('is found nowhere any longer: not in the table, not in the bucket', async () => {
    const ticket = await openedBy(desk, () => desk.mail(MAIL));
    expect(await secretsKept()).not.toEqual([]);
    expect(await redact(ticket)).toMatchObject({ status: 200 });
    await desk.settle();
    expect(await secretsKept()).toEqual([]);
    expect(await filesOf(desk, 'mail/')).toEqual([]);
    expect(desk.complaints).toEqual([]);
  });

  it('leaves that it was done, by whom, when and why', async () => {
    const ticket = await openedBy(desk, () => desk.mail(MAIL));
    await redact(ticket);
    await desk.settle();
    const [message] = await messagesOf(ticket);
    expect(message).toMatchObject({ redacted: { by: 'anna', reason: REASON, at: '2026-01-12T10:00:00+01:00' } });
    const { timeline } = await ticketOf(desk, ticket.id);
    expect(timeline).toContainEqual(expect.objectContaining({ type: 'message-redacted', by: 'anna', reason: REASON }));
    expect(timeline.find(({ type }) => type === 'message-received')).toMatchObject({ text: '', attachments: [] });
  });

  it('is redacted once, however often it is asked for', async () => {
    const ticket = await openedBy(desk, () => desk.mail(MAIL));
    await Promise.all([redact(ticket), redact(ticket, {}, 'bo'), redact(ticket)]);
    await desk.settle();
    expect(await redact(ticket)).toMatchObject({ status: 200 });
    const { timeline } = await ticketOf(desk, ticket.id);
    expect(timeline.filter(({ type }) => type === 'message-redacted')).toHaveLength(1);
  });

  it('still takes its customer’s answers', async () => {
    const ticket = await openedBy(desk, () => desk.mail(MAIL));
    await redact(ticket);
    await desk.settle();
    const [letter] = await desk.lettersTo(KARI);
    await desk.mail({ to: letter?.replyTo, subject: `Re: ${letter?.subject}`, text: 'Beklager!' });
    await desk.settle();
    expect(await ticketOf(desk, ticket.id)).toMatchObject({ seen: 2 });
  });

  it('is erased by the sweep where the desk has died in between', async () => {
    const ticket = await openedBy(desk, () => desk.mail(MAIL));
    await desk.fault({ service: 's3', operation: 'DeleteObject', times: 3, error: 'InternalError' });
    await desk.fault({ service: 'dynamodb', operation: 'UpdateItem', times: 4 });
    await redact(ticket);
    expect(await secretsKept()).not.toEqual([]);
    await desk.local.idle();
    await performOwed(desk.local.desk)(Infinity);
    await desk.settle();
    expect(await secretsKept()).toEqual([]);
  });

  it.each([
    ['that is not there', { message: 7 }, 404, 'no-such-message'],
    ['without a file of that place', { attachment: 9 }, 404, 'no-such-message'],
    ['without a reason', { reason: ' ' }, 400, 'bad-request'],
  ])('%s is refused', async (_, body, status, error) => {
    const ticket = await openedBy(desk, () => desk.mail());
    expect(await redact(ticket, body)).toMatchObject({ status, body: { error } });
  });
});

describe('one file that is redacted', () => {
  it('is gone with the raw mail, which holds it too; the words and the other file stay', async () => {
    const ticket = await openedBy(desk, () => desk.mail({ text: 'Se vedlegg.', attachments: MAIL.attachments }));
    await redact(ticket, { attachment: 0 });
    await desk.settle();
    expect(await secretsKept()).toEqual([]);
    expect(await filesOf(desk, 'mail/')).toEqual([]);
    const { timeline } = await ticketOf(desk, ticket.id);
    const received = timeline.find(({ type }) => type === 'message-received');
    expect(received?.text).toContain('Se vedlegg.');
    expect(received?.attachments?.map(({ name }) => name)).toEqual(['', 'logo.csv']);
    await redact(ticket, { attachment: 1 });
    await desk.settle();
    expect(await filesOf(desk, 'attachments/')).toEqual([]);
  });
});

describe('an answer of our own that is redacted', () => {
  it('does not go out, where it has not yet', async () => {
    const ticket = await openedBy(desk, () => desk.mail());
    await desk.fault({ service: 'ses', operation: 'SendRawEmail', times: 1, error: 'Throttling' });
    await act(desk, 'anna', ticket, 'replies', { text: long('HEMMELIG-SVAR'), seen: 1 });
    await desk.local.idle();
    await redact(ticket, { message: 1 });
    await desk.settle();
    expect((await desk.sent()).filter(({ text }) => SECRET.test(text))).toEqual([]);
    expect(await secretsKept()).toEqual([]);
    const { letters } = await ticketOf(desk, ticket.id);
    expect(letters.find(({ letter }) => letter === 'reply')).toMatchObject({ is: 'withheld', reason: 'redacted' });
  });

  it('is erased on all tickets of the incident that it was said to', async () => {
    const lead = await openedBy(desk, () => desk.mail());
    const others = [await openedBy(desk, () => desk.mail()), await openedBy(desk, () => desk.mail())];
    await act(desk, 'anna', lead, 'incident', { title: 'Treg påmelding' });
    await act(desk, 'anna', lead, 'incident/tickets', { tickets: others.map(({ id }) => id) });
    await desk.settle();
    await act(desk, 'anna', lead, 'replies', { text: long('HEMMELIG-SVAR'), seen: 1, toAll: true });
    await desk.settle();
    const [follower] = others;
    expect(follower && (await redact(follower, { message: 1 }))).toMatchObject({ status: 200 });
    await desk.settle();
    expect(await secretsKept()).toEqual([]);
    for (const one of [lead, ...others])
      expect((await messagesOf(one))[1]).toMatchObject({ redacted: { reason: REASON } });
  });
});

describe('a message that has gone on to another ticket', () => {
  const merged = async () => {
    const survivor = await openedBy(desk, () => desk.mail({ subject: 'Første', text: 'Hei!' }));
    const second = await openedBy(desk, () => desk.mail(MAIL));
    return { survivor, second };
  };

  it.each([
    ['where it came from', 'second', 0],
    ['where it has gone to', 'survivor', 1],
  ] as const)('is erased on both when it is redacted %s', async (_, where, message) => {
    const both = await merged();
    await act(desk, 'anna', both.second, 'merge', { into: both.survivor.id });
    await desk.settle();
    expect(await redact(both[where], { message })).toMatchObject({ status: 200 });
    await desk.settle();
    expect(await secretsKept()).toEqual([]);
    expect((await messagesOf(both.survivor)).map(({ redacted }) => redacted?.reason)).toEqual([undefined, REASON]);
    expect((await messagesOf(both.second)).map(({ redacted }) => redacted?.reason)).toEqual([REASON]);
  });

  it('is erased on both when it is redacted while it is on its way', async () => {
    const { survivor, second } = await merged();
    await Promise.all([act(desk, 'anna', second, 'merge', { into: survivor.id }), redact(second)]);
    await desk.settle();
    expect(await secretsKept()).toEqual([]);
    expect(await messagesOf(survivor)).toHaveLength(2);
  });
});
