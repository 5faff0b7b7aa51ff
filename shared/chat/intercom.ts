import * as z from 'zod';
import { decodeEntities } from '../mail/html-entities';
import { htmlToText } from '../mail/html-text';
import { authorOf, fileAt, providersId, providersInstant, told } from './fields';
import type { Author, ChatProvider, Inbound, InboundMessage, LinkedFile } from './inbound';
import { type Headers, hexMac, isSame, type Verdict } from './verdict';

/** Intercom, in all versions of its webhooks. */
export const intercom: ChatProvider = {
  signedBy: 'X-Hub-Signature',
  verify,
  parse: (body) => {
    const { topic } = z.object({ topic: z.string('Write the topic of the notification.') }).parse(body);
    return TOPICS.get(topic)?.(notification.parse(body));
  },
};

// HMAC-SHA1 of the body alone. There is no timestamp in it: what keeps an old one from counting again is its message's id.
function verify(headers: Headers, body: Buffer, secrets: readonly string[]): Verdict {
  const { 'x-hub-signature': signature } = headers;
  if (!signature) return 'unsigned';
  const genuine = secrets.some((secret) => isSame(signature, `sha1=${hexMac('sha1', secret, body)}`));
  return genuine ? 'genuine' : 'forged';
}

const person = z.object({ type: told, name: told, email: told }).nullish().catch(undefined);

const attachments = z
  .array(z.object({ name: told, url: told, content_type: told }))
  .nullish()
  .catch(undefined);

const message = z.object({
  id: providersId,
  body: z.string().nullish(),
  author: person,
  attachments,
  created_at: providersInstant.optional(),
  part_type: told,
});

const notification = z.object({
  id: z.string('Write the id of the notification.').min(1).max(200),
  created_at: providersInstant,
  data: z.object({
    item: z.object({
      id: providersId,
      /** Whose conversation it is, until version 2.0. */
      user: person,
      source: message.nullish(),
      /** What the source was called until version 2.0. */
      conversation_message: message.nullish(),
      conversation_parts: z.object({ conversation_parts: z.array(message) }).nullish(),
    }),
  }),
});

type Notification = z.output<typeof notification>;
type Message = z.output<typeof message>;

// What agents and Intercom's own bots do is none of ours, but for closing the conversation.
const TOPICS: ReadonlyMap<string, (notified: Notification) => readonly Inbound[]> = new Map([
  ['conversation.user.created', (notified) => messagesOf(notified, openingOf(notified))],
  ['conversation.user.replied', (notified) => messagesOf(notified, repliesIn(notified))],
  ['conversation.admin.closed', endOf],
  ['conversation.deleted', endOf],
]);

function openingOf({ data: { item } }: Notification): readonly Message[] {
  const opening = item.source ?? item.conversation_message;
  return opening ? [opening] : [];
}

const repliesIn = ({ data: { item } }: Notification): readonly Message[] =>
  (item.conversation_parts?.conversation_parts ?? []).filter(({ part_type }) => part_type !== 'note');

function messagesOf(notified: Notification, messages: readonly Message[]): readonly InboundMessage[] {
  return messages.map((one) => messageOf(notified, one)).filter(({ text, files }) => text !== '' || files.length > 0);
}

const messageOf = ({ created_at, data: { item } }: Notification, one: Message): InboundMessage => ({
  is: 'message',
  id: one.id,
  conversationId: item.id,
  at: one.created_at ?? created_at,
  author: authorIn(one.author, item.user),
  text: textIn(one.body ?? ''),
  files: [...filesOf(one), ...imagesIn(one.body ?? '')],
});

function endOf({ id, created_at: at, data: { item } }: Notification): readonly Inbound[] {
  return [{ is: 'ended', id, conversationId: item.id, at }];
}

const KINDS: ReadonlyMap<string, Author['kind']> = new Map([
  ['admin', 'agent'],
  ['team', 'agent'],
  ['bot', 'bot'],
  ['operator', 'bot'],
]);

// Users, leads, contacts, visitors: those who write have had many names. Under topics of users it is one of them.
function authorIn(author: Message['author'], user: Message['author']): Author {
  const kind = KINDS.get(author?.type ?? '') ?? 'visitor';
  const known = kind === 'visitor' ? user : undefined;
  return authorOf(kind, { name: author?.name ?? known?.name, email: author?.email ?? known?.email });
}

// Bodies are HTML that begins with a block; from version 2.15 on they may be plain text.
const IS_HTML = /^\s*<[a-z][^>]*>/i;

const textIn = (body: string): string => (IS_HTML.test(body) ? htmlToText(body) : body.trim());

const filesOf = ({ attachments }: Message): LinkedFile[] =>
  (attachments ?? []).flatMap(({ url, name, content_type: type }) => (url ? [fileAt(url, name, type)] : []));

const IMAGE = /<img\b[^>]{0,2000}?\bsrc\s*=\s*["']?(https:[^"'\s>]{1,2000})/gi;

// A picture that a visitor pastes stands in the body.
const imagesIn = (body: string): LinkedFile[] =>
  [...body.matchAll(IMAGE)].map(([, source = '']) => fileAt(decodeEntities(source)));
