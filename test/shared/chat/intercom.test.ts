import { intercom } from '../../../shared/chat/intercom';
import {
  INTERCOM_ADMIN_REPLIED,
  INTERCOM_CLOSED,
  INTERCOM_CREATED,
  INTERCOM_OLD_CREATED,
  INTERCOM_PING,
  INTERCOM_REPLIED,
} from './payloads';

const parse = (body: unknown) => intercom.parse(body, 0);

const withBody = (body: string) => {
  const { data } = INTERCOM_OLD_CREATED;
  const item = { ...data.item, conversation_message: { id: 1, body } };
  return { ...INTERCOM_OLD_CREATED, data: { item } };
};

describe('what a visitor writes in Intercom', () => {
  it('begins with the source of the conversation, as plain text', () => {
    expect(parse(INTERCOM_CREATED)).toEqual([
      {
        is: 'message',
        id: '403918391',
        conversationId: '215469',
        at: 1768208400000,
        author: { kind: 'visitor', name: 'Lise', email: 'lise@klubb.example' },
        text: 'Hei, jeg får ikke meldt på laget mitt.\n\nDet står "feil 12" & mer.',
        files: [],
      },
    ]);
  });

  it('began with the conversation’s message until version 2, and the user told who wrote it', () => {
    expect(parse(INTERCOM_OLD_CREATED)).toEqual([
      {
        is: 'message',
        id: '321546',
        conversationId: '123456789',
        at: 1410335293000,
        author: { kind: 'visitor', name: 'Kill Bill', email: 'bill@bill.example' },
        text: 'An important message',
        files: [],
      },
    ]);
  });

  it('goes on in parts, each a message, with the pictures in it and the files beside it', () => {
    const [first, second] = parse(INTERCOM_REPLIED) ?? [];
    expect(first).toMatchObject({
      id: '1',
      text: 'Laget heter Rød.',
      files: [{ name: 'skjerm.png', url: 'https://downloads.intercomcdn.example/i/o/7/skjerm.png?a=1&b=2' }],
    });
    expect(second).toMatchObject({
      id: '2',
      text: '',
      files: [{ name: 'lag.csv', type: 'text/csv', url: 'https://downloads.intercomcdn.example/lag' }],
    });
  });

  it('is told from what teammates and bots have written beside it; notes are left out', () => {
    expect(parse(INTERCOM_REPLIED)).toMatchObject([
      { id: '1', author: { kind: 'visitor' } },
      { id: '2', author: { kind: 'visitor' } },
      { id: '4', author: { kind: 'agent' } },
      { id: '5', author: { kind: 'bot' } },
    ]);
  });

  it('may be plain text, and then keeps its signs', () => {
    expect(parse(withBody('Er 3 < 4 & <b>fet</b>?'))).toMatchObject([{ text: 'Er 3 < 4 & <b>fet</b>?' }]);
  });
});

it('a conversation that is closed has ended', () => {
  expect(parse(INTERCOM_CLOSED)).toEqual([
    { is: 'ended', id: 'notif_123456-56465-546546', conversationId: '215469', at: 1768208400000 },
  ]);
});

it.each([
  ['an answer of a teammate', INTERCOM_ADMIN_REPLIED],
  ['a note of a teammate', { ...INTERCOM_ADMIN_REPLIED, topic: 'conversation.admin.noted' }],
  ['an answer of a bot', { ...INTERCOM_ADMIN_REPLIED, topic: 'conversation.operator.replied' }],
  ['a test of the line', INTERCOM_PING],
])('%s is none of ours', (_, body) => {
  expect(parse(body)).toBeUndefined();
});

it.each([
  ['no topic', {}],
  ['a notification of nothing', { topic: 'conversation.user.created' }],
  ['a conversation without an id', { ...INTERCOM_CLOSED, data: { item: {} } }],
])('%s is broken', (_, body) => {
  expect(() => parse(body)).toThrow();
});
