import {
  isReply,
  ownMessageId,
  type ReplySecret,
  replyAddress,
  threadCandidates,
  ticketOfAddress,
  ticketOfMessageId,
} from '../../../shared/mail/thread';
import { ticketIdFrom } from '../../../shared/ticket/ids';
import { mailWith } from './fixtures';

const ticket = ticketIdFrom(Uint8Array.of(0x3c, 0x0f, 0xd5, 0x8c, 0x9e));
const other = ticketIdFrom(Uint8Array.of(1, 2, 3, 4, 5));
const support = 'support@desk.test';
const first: ReplySecret = { version: '1', key: Buffer.alloc(32, 1) };
const second: ReplySecret = { version: '2', key: Buffer.alloc(32, 2) };
const secrets = [first];
const address = replyAddress(ticket, secrets, support);

describe('a reply address', () => {
  it('is the support address with the ticket and 80 bits that prove it', () => {
    expect(address).toMatch(/^support\+[\da-z]{8}\.[a-z2-7]{16}@desk\.test$/);
    expect(address).toContain(`+${ticket.replace('-', '').toLowerCase()}.`);
  });

  it.each([
    ['as it was made', address],
    ['in capitals, as some servers write it', address.toUpperCase()],
    ['with its brackets', `<${address}>`],
  ])('brings its ticket back %s', (_, written) => expect(ticketOfAddress(written, secrets, support)).toBe(ticket));

  it.each([
    ['with another mac', address.replace(/.@/, (end) => (end === 'a@' ? 'b@' : 'a@'))],
    ['for another ticket', address.replace(/\+\w{8}/, `+${other.replace('-', '').toLowerCase()}`)],
    ['of another desk', address.replace('desk.test', 'desk.example')],
    ['without a mac', address.replace(/\.\w+@/, '@')],
    ['without a plus part', support],
    ['of letters that no id has', support.replace('@', '+uuuuuuuu.aaaaaaaaaaaaaaaa@')],
  ])('brings nothing back %s', (_, forged) => expect(ticketOfAddress(forged, secrets, support)).toBeUndefined());

  it('is made with the newest key and believed with the older', () => {
    expect(replyAddress(ticket, [second, first], support)).toBe(replyAddress(ticket, [second], support));
    expect(ticketOfAddress(address, [second, first], support)).toBe(ticket);
    expect(ticketOfAddress(address, [second], support)).toBeUndefined();
  });

  it('depends on the version of the key', () => {
    expect(replyAddress(ticket, [{ ...first, version: '9' }], support)).not.toBe(address);
  });

  it('is not made without a key', () => {
    expect(() => replyAddress(ticket, [], support)).toThrow(RangeError);
    expect(ticketOfAddress(address, [], support)).toBeUndefined();
  });
});

describe('an id of our own', () => {
  const id = ownMessageId(ticket, secrets, support);

  it('brings its ticket back', () => {
    expect(id).toMatch(/^<t\.[\da-z]{8}\.[a-z2-7]{16}@desk\.test>$/);
    expect(ticketOfMessageId(id, secrets, support)).toBe(ticket);
    expect(ticketOfMessageId(id.replace(/[<>]/g, ''), secrets, support)).toBe(ticket);
  });

  it('is no reply address, since ids travel further', () => {
    const token = id.slice('<t.'.length, id.indexOf('@'));
    expect(ticketOfAddress(support.replace('@', `+${token}@`), secrets, support)).toBeUndefined();
  });

  it.each([
    ['of another desk', id.replace('desk.test', 'desk.example')],
    ['with another mac', id.replace(/.@/, (end) => (end === 'a@' ? 'b@' : 'a@'))],
    ['of somebody else', '<kari-1@kunde.example>'],
  ])('brings nothing back %s', (_, forged) => expect(ticketOfMessageId(forged, secrets, support)).toBeUndefined());
});

describe('the tickets that a mail may belong to', () => {
  const by = { secrets, supportAddress: support };
  const ownId = ownMessageId(ticket, secrets, support);

  it('are found by token, then by what it answers, then by our own id, then by the number in the subject', async () => {
    const mail = await mailWith({
      To: address,
      Subject: `SV: [${other}] Faktura`,
      'In-Reply-To': '<010201@eu-north-1.amazonses.com>',
      References: `${ownId} <kari-0@kunde.example> <010201@eu-north-1.amazonses.com>`,
    });
    expect(threadCandidates(mail, [support], by)).toEqual([
      { by: 'token', ticket },
      { by: 'reference', messageId: '010201' },
      { by: 'reference', messageId: 'kari-0@kunde.example' },
      { by: 'reference', messageId: ownId.slice(1, -1) },
      { by: 'own-id', ticket },
      { by: 'subject', ticket: other },
    ]);
  });

  it.each([
    ['To', { To: address }, []],
    ['Cc', { Cc: `Support <${address}>` }, []],
    ['the envelope alone', {}, [address]],
    ['several of them, once', { To: address, Cc: address }, [address]],
  ])('are found by a token in %s', async (_, headers, recipients) => {
    expect(threadCandidates(await mailWith(headers), recipients, by)).toEqual([{ by: 'token', ticket }]);
  });

  it.each([
    ['in brackets, in any case', 'Sv: [7k3m-q9xd] Faktura', ['7K3M-Q9XD']],
    ['in brackets, after a number sign', '[#7K3MQ9XD]', ['7K3M-Q9XD']],
    ['as it is printed', 'Angående sak 7K3M-Q9XD', ['7K3M-Q9XD']],
    ['but not a pair of years', 'Sesongen 2025-2026', []],
    ['but not within a longer number', 'Ordre A7K3M-Q9XD1', []],
  ])('are found by the number %s', async (_, subject, tickets) => {
    const candidates = threadCandidates(await mailWith({ Subject: subject }), [], by);
    expect(candidates).toEqual(tickets.map((found) => ({ by: 'subject', ticket: found })));
  });

  it('are not looked for in the body or in Thread-Index', async () => {
    const mail = await mailWith({ 'Thread-Index': 'AdX7K3MQ9XD' }, `Se [7K3M-Q9XD] og ${address}`);
    expect(threadCandidates(mail, [], by)).toEqual([]);
  });

  it('are looked for in the last ids alone, if there are very many', async () => {
    const ids = Array.from({ length: 500 }, (_, i) => `<${i}@kunde.example>`);
    const candidates = threadCandidates(await mailWith({ References: ids.join('\n ') }), [], by);
    expect(candidates).toHaveLength(50);
    expect(candidates[0]).toEqual({ by: 'reference', messageId: '499@kunde.example' });
  });
});

describe('a mail is a reply', () => {
  it.each([
    [true, 'when it answers an id', { 'In-Reply-To': '<a@b.example>' }],
    [true, 'when it is in a thread', { References: '<a@b.example>', Subject: 'SV: VS: Faktura' }],
    [false, 'not when it is the first', {}],
    [false, 'not when it hands a mail on', { 'In-Reply-To': '<a@b.example>', Subject: 'VS: Faktura' }],
    [false, 'not when it hands a mail on in English', { References: '<a@b.example>', Subject: 'Fwd: Invoice' }],
  ])('%s: %s', async (reply, _, headers) => expect(isReply(await mailWith(headers))).toBe(reply));
});
