import { isOwnReply, rememberingReplies } from '../../../shared/desk/own-replies';
import type { Claims } from '../../../shared/desk/ports';
import type { Outcome } from '../../../shared/ticket/delivery';
import type { TicketId } from '../../../shared/ticket/ids';

const log = { info: () => undefined, error: () => undefined };

function claimsInMemory(): Claims {
  const kept = new Map<string, TicketId>();
  return {
    claim: async (key, ticket) => {
      if (!kept.has(key)) kept.set(key, ticket);
      return kept.get(key) ?? ticket;
    },
    holders: async (keys) => new Map([...kept].filter(([key]) => keys.includes(key))),
  };
}

const REPLY = {
  letterId: '7K3M-Q9XD.2.1',
  conversation: { provider: 'chatwoot', id: '207' },
  sentAt: 0,
  agent: 'Anna',
  text: 'Hei',
} as const;

const chatsThat = (outcome: Outcome) => ({ send: async () => outcome, fetch: async () => undefined });

const come = (id: string, conversationId = '207') =>
  ({ is: 'message', id, conversationId, at: 0, author: { kind: 'visitor' }, text: 'Hei', files: [] }) as const;

it('a reply of ours is known again by the id that its provider gave it, in that conversation of that provider', async () => {
  const claims = claimsInMemory();
  const chats = rememberingReplies(chatsThat({ is: 'done', serviceId: '7000' }), { claims, log });
  await chats.send(REPLY);
  expect(await isOwnReply({ claims }, 'chatwoot', come('7000'))).toBe(true);
  expect(await isOwnReply({ claims }, 'chatwoot', come('7001'))).toBe(false);
  expect(await isOwnReply({ claims }, 'chatwoot', come('7000', '208'))).toBe(false);
  expect(await isOwnReply({ claims }, 'intercom', come('7000'))).toBe(false);
});

it.each<Outcome>([{ is: 'refused', error: '503' }, { is: 'no-answer' }, { is: 'done' }])(
  'a reply that has got no id is as it was: %j',
  async (outcome) => {
    expect(await rememberingReplies(chatsThat(outcome), { claims: claimsInMemory(), log }).send(REPLY)).toEqual(
      outcome,
    );
  },
);

it('a reply that could not be remembered has been sent all the same', async () => {
  const claims: Claims = { ...claimsInMemory(), claim: () => Promise.reject(new Error('The table is away.')) };
  const outcome: Outcome = { is: 'done', serviceId: '7000' };
  expect(await rememberingReplies(chatsThat(outcome), { claims, log }).send(REPLY)).toEqual(outcome);
});
