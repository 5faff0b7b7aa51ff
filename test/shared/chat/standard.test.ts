import { standard } from '../../../shared/chat/standard';

const AT = '2026-01-12T10:00:00+01:00';
const parse = (body: unknown) => standard.parse(body, 0);

const message = (data: object) => ({
  type: 'message.created',
  data: { conversationId: 'c-1', messageId: 'm-1', sentAt: AT, visitor: { name: 'Lise' }, text: ' Hei ', ...data },
});

it('a message of our own widget is read with who wrote it, and when', () => {
  const visitor = { name: 'Lise', email: 'Lise@Klubb.example', organisation: 'Klubben IL' };
  expect(parse(message({ visitor }))).toEqual([
    {
      is: 'message',
      id: 'm-1',
      conversationId: 'c-1',
      at: Date.parse(AT),
      author: { kind: 'visitor', name: 'Lise', email: 'lise@klubb.example', organisation: 'Klubben IL' },
      text: 'Hei',
      files: [],
    },
  ]);
});

it('it may bring files', () => {
  const file = { name: 'skjerm.png', type: 'image/png', url: 'https://filer.example/1' };
  expect(parse(message({ files: [file] }))).toMatchObject([{ files: [file] }]);
});

it('a conversation ends when the widget says so', () => {
  expect(parse({ type: 'conversation.ended', data: { conversationId: 'c-1', endedAt: AT } })).toEqual([
    { is: 'ended', id: AT, conversationId: 'c-1', at: Date.parse(AT) },
  ]);
});

it.each(['conversation.closed', 'message.read', 'constructor'])('%s is none of ours', (type) => {
  expect(parse({ type, data: {} })).toBeUndefined();
});

it.each([
  ['no type', {}],
  ['no object', null],
  ['no words', message({ text: '  ' })],
  ['a file nowhere', message({ files: [{ name: 'a', url: 'her' }] })],
  ['an end without a time', { type: 'conversation.ended', data: { conversationId: 'c-1' } }],
])('%s is broken', (_, body) => {
  expect(() => parse(body)).toThrow();
});
