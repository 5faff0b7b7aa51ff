import { chatwoot } from '../../../shared/chat/chatwoot';
import {
  CHATWOOT_ADDRESS_LEFT,
  CHATWOOT_FILE,
  CHATWOOT_MESSAGE,
  CHATWOOT_PUBLISHED,
  CHATWOOT_RESOLVED,
} from './payloads';

const NOW = Date.parse('2026-01-12T09:00:30Z');
const parse = (body: unknown) => chatwoot.parse(body, NOW);
const message = (changes: object) => ({ ...CHATWOOT_MESSAGE, ...changes });

describe('what a visitor writes in Chatwoot', () => {
  it('is known by the ids, the time and the person that the webhook names', () => {
    expect(parse(CHATWOOT_MESSAGE)).toEqual([
      {
        is: 'message',
        id: '5021',
        conversationId: '207',
        at: Date.parse('2026-01-12T09:00:00.123Z'),
        author: {
          kind: 'visitor',
          name: 'Lise',
          email: 'lise@klubb.example',
          phone: '+4790000001',
          organisation: 'Klubben IL',
        },
        text: 'Hei, jeg får ikke meldt på laget mitt.',
        files: [],
      },
    ]);
  });

  it('is read in the published shape too, whose sender is the agent and not who wrote', () => {
    expect(parse(CHATWOOT_PUBLISHED)).toEqual([
      {
        is: 'message',
        id: '1',
        conversationId: '1',
        at: Date.parse('2020-03-03T13:05:57Z'),
        author: { kind: 'visitor', name: 'contact-name' },
        text: 'Hi',
        files: [],
      },
    ]);
  });

  it.each([
    ['seconds since 1970', 1768208400],
    ['such seconds as text', '1768208400'],
    ['an instant without a zone, which is UTC', '2026-01-12 09:00:00'],
    ['ISO 8601 with an offset', '2026-01-12T10:00:00+01:00'],
  ])('is dated by %s', (_, created_at) => {
    expect(parse(message({ created_at }))).toMatchObject([{ at: Date.parse('2026-01-12T09:00:00Z') }]);
  });

  it('is known by the address of the conversation where its sender has none', () => {
    expect(parse(message({ sender: { name: 'Lise' } }))).toMatchObject([{ author: { email: 'lise@klubb.example' } }]);
  });

  it('is not lost for an address or a number that is none', () => {
    const sender = { name: 'Lise', email: 'ingen', phone_number: 'hemmelig' };
    const { conversation } = CHATWOOT_MESSAGE;
    expect(parse(message({ sender, conversation: { ...conversation, meta: {} } }))).toMatchObject([
      { author: { kind: 'visitor', name: 'Lise' } },
    ]);
  });

  it('brings its files by the name that their address ends in', () => {
    expect(parse(message({ content: null, attachments: [CHATWOOT_FILE] }))).toMatchObject([
      { text: '', files: [{ name: 'Påmelding.png', url: CHATWOOT_FILE.data_url }] },
    ]);
  });

  it('is nothing where there are neither words nor files', () => {
    expect(parse(message({ content: '  ' }))).toEqual([]);
  });

  it('is the address alone, where the widget asked for one', () => {
    expect(parse(CHATWOOT_ADDRESS_LEFT)).toMatchObject([
      {
        id: '5019 lise@klubb.example',
        conversationId: '207',
        author: { kind: 'visitor', name: 'Lise', email: 'lise@klubb.example' },
        text: 'lise@klubb.example',
      },
    ]);
  });
});

it.each([
  ['an answer of an agent', 'agent', { message_type: 'outgoing', sender: { id: 2, type: 'user' } }],
  ['one in the numbers of old', 'agent', { message_type: 1 }],
  ['a private note', 'agent', { private: true }],
  ['an answer of an agent bot', 'bot', { message_type: 'outgoing', sender: { id: 2, type: 'agent_bot' } }],
  ['what Chatwoot writes by itself', 'bot', { message_type: 'activity' }],
  ['a greeting', 'bot', { message_type: 3 }],
])('%s is no visitor’s', (_, kind, changes) => {
  expect(parse(message(changes))).toMatchObject([{ author: { kind } }]);
});

describe('a conversation in Chatwoot ends', () => {
  it('when it is resolved', () => {
    const at = 1768209000500;
    expect(parse(CHATWOOT_RESOLVED)).toEqual([{ is: 'ended', id: String(at), conversationId: '207', at }]);
  });

  it('now, where an older version does not tell when', () => {
    expect(parse({ event: 'conversation_resolved', id: 207 })).toMatchObject([{ is: 'ended', at: NOW }]);
  });

  it('by no other change of its status', () => {
    expect(parse({ ...CHATWOOT_RESOLVED, status: 'open' })).toBeUndefined();
  });
});

it.each(['conversation_created', 'contact_updated', 'conversation_typing_on', 'toString'])(
  '%s is none of ours',
  (event) => {
    expect(parse({ event })).toBeUndefined();
  },
);

it('a message that only was changed is none of ours', () => {
  expect(parse(message({ event: 'message_updated' }))).toBeUndefined();
});

it.each([
  ['no event', {}],
  ['no object', 'Hei'],
  ['a message without an id', message({ id: undefined })],
  ['an id that would change the address of the answer', message({ conversation: { id: '../../1' } })],
  ['a message without a conversation', message({ conversation: {} })],
  ['a time that is none', message({ created_at: 'i går' })],
])('%s is broken', (_, body) => {
  expect(() => parse(body)).toThrow();
});
