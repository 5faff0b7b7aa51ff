import * as z from 'zod';
import type { Instant } from '../promises/instant';
import { authorOf, fileAt, providersId, providersInstant, told } from './fields';
import type { Author, ChatProvider, Inbound, InboundMessage, LinkedFile } from './inbound';
import { type Headers, hexMac, isRecent, isSame, type Verdict } from './verdict';

/** Chatwoot 4.11.2 and later, which sign their webhooks; account webhooks and those of an API inbox alike. */
export const chatwoot: ChatProvider = {
  signedBy: 'X-Chatwoot-Timestamp and X-Chatwoot-Signature',
  verify,
  parse: (body, now) => {
    const { event } = z.object({ event: z.string('Write the name of the event.') }).parse(body);
    return EVENTS.get(event)?.(body, now);
  },
};

// HMAC-SHA256 of the timestamp, a dot and the body: a later timestamp can't be put on an old body.
function verify(headers: Headers, body: Buffer, secrets: readonly string[], now: Instant): Verdict {
  const { 'x-chatwoot-timestamp': timestamp, 'x-chatwoot-signature': signature } = headers;
  if (!timestamp || !signature) return 'unsigned';
  const genuine = secrets.some((secret) =>
    isSame(signature, `sha256=${hexMac('sha256', secret, `${timestamp}.`, body)}`),
  );
  if (!genuine) return 'forged';
  return isRecent(timestamp, now) ? 'genuine' : 'stale';
}

const person = z
  .object({
    name: told,
    email: told,
    phone_number: told,
    type: told,
    additional_attributes: z.object({ company_name: told }).nullish().catch(undefined),
  })
  .nullish()
  .catch(undefined);

// The interface of Chatwoot knows a conversation by its display id. Newer webhooks call that its id.
const conversation = z
  .object({
    id: providersId.optional(),
    display_id: providersId.optional(),
    meta: z.object({ sender: person }).nullish().catch(undefined),
  })
  .transform(({ id, display_id, meta }) => ({ id: display_id ?? id ?? '', contact: meta?.sender }))
  .refine(({ id }) => id !== '', { path: ['id'], error: 'Write the id of the conversation.' });

const attachments = z
  .array(z.object({ data_url: told, fallback_title: told }))
  .nullish()
  .catch(undefined);

const created = z.object({
  id: providersId,
  content: z.string().nullish(),
  created_at: providersInstant,
  message_type: z.union([z.string(), z.number()], 'Write “incoming” or “outgoing”.'),
  private: z.boolean().nullish(),
  content_attributes: z.object({ submitted_email: told }).nullish().catch(undefined),
  sender: person,
  contact: person,
  conversation,
  attachments,
});

type Message = z.output<typeof created>;

const statusChanged = z.object({ id: providersId, status: told, updated_at: providersInstant.optional() });

const EVENTS: ReadonlyMap<string, (body: unknown, now: Instant) => readonly Inbound[] | undefined> = new Map([
  ['message_created', (body) => withWords(messageOf(created.parse(body)))],
  ['message_updated', (body) => addressLeftIn(created.parse(body))],
  ['conversation_status_changed', (body, now) => endOf(body, now, 'resolved')],
  // What older versions call the same.
  ['conversation_resolved', (body, now) => endOf(body, now)],
]);

const messageOf = (message: Message): InboundMessage => ({
  is: 'message',
  id: message.id,
  conversationId: message.conversation.id,
  at: message.created_at,
  author: authorIn(message, kindOf(message)),
  text: message.content?.trim() ?? '',
  files: filesOf(message),
});

const withWords = (message: InboundMessage): readonly InboundMessage[] =>
  message.text || message.files.length > 0 ? [message] : [];

// The widget asks who has left no address for one; the answer changes the message that asked.
function addressLeftIn(message: Message): readonly Inbound[] | undefined {
  const email = message.content_attributes?.submitted_email;
  if (!email) return undefined;
  const author = { ...authorIn(message, 'visitor'), ...authorOf('visitor', { email }) };
  return [{ ...messageOf(message), id: `${message.id} ${email}`, author, text: email, files: [] }];
}

function endOf(body: unknown, now: Instant, ended?: string): readonly Inbound[] | undefined {
  const { id, status, updated_at: at = now } = statusChanged.parse(body);
  return ended && status !== ended ? undefined : [{ is: 'ended', id: String(at), conversationId: id, at }];
}

const KINDS: ReadonlyMap<string, Author['kind']> = new Map([
  ['incoming', 'visitor'],
  ['0', 'visitor'],
  ['outgoing', 'agent'],
  ['1', 'agent'],
]);

function kindOf({ message_type, private: isPrivate, sender }: Message): Author['kind'] {
  if (isPrivate) return 'agent';
  const kind = KINDS.get(String(message_type)) ?? 'bot';
  return kind === 'agent' && sender?.type === 'agent_bot' ? 'bot' : kind;
}

// Older versions name the agent of the conversation as the sender, even of what its contact writes.
function authorIn({ sender, contact, conversation }: Message, kind: Author['kind']): Author {
  if (kind !== 'visitor') return authorOf(kind, { name: sender?.name });
  const known = conversation.contact;
  const who = contact ?? (isStaff(sender) ? known : sender);
  return authorOf(kind, {
    name: who?.name ?? known?.name,
    email: who?.email ?? known?.email,
    phone: who?.phone_number ?? known?.phone_number,
    organisation: who?.additional_attributes?.company_name,
  });
}

const isStaff = (sender: Message['sender']): boolean => sender?.type === 'user' || sender?.type === 'agent_bot';

const filesOf = ({ attachments }: Message): LinkedFile[] =>
  (attachments ?? []).flatMap(({ data_url: url, fallback_title: title }) => (url ? [fileAt(url, title)] : []));
