import * as z from 'zod';
import { htmlToText } from '../../shared/mail/html-text';
import type { HttpRequest } from './stand-in-server';

/** The secrets with which Chatwoot and Intercom are played here: a local desk keeps nothing from anybody. */
const CHATWOOT = { secret: 'local-chatwoot-secret-for-development', token: 'local-chatwoot-token', account: 1 };
const INTERCOM = { secret: 'local-intercom-secret-for-development', token: 'local-intercom-token', admin: 1 };

/** What SSM holds of them, by their names. */
export const chatProductsAt = (baseUrl: string): Readonly<Record<string, string>> => ({
  chatwoot: JSON.stringify({ ...CHATWOOT, baseUrl }),
  intercom: JSON.stringify({ ...INTERCOM, baseUrl }),
});

/** A reply that came through the interface of a chat product, and how that answers it by the id that it gives it. */
export interface ProductReply {
  readonly from: string;
  readonly conversation: string;
  readonly text: string;
  readonly html: string;
  answer(id: number): object;
}

/** A product's call for replies: which path it has, and what it takes. */
interface Call {
  readonly path: RegExp;
  mayReply(headers: HttpRequest['headers']): boolean;
  /** Throws `ZodError` where the body is none of its own. */
  read(conversation: string, body: unknown): ProductReply;
}

const message = z.object({
  content: z.string().min(1),
  message_type: z.literal('outgoing'),
  private: z.literal(false),
  echo_id: z.string(),
});

const comment = z.object({
  message_type: z.literal('comment'),
  type: z.literal('admin'),
  admin_id: z.literal(String(INTERCOM.admin)),
  body: z.string().min(1),
});

const CALLS: readonly Call[] = [
  {
    path: /^\/api\/v1\/accounts\/1\/conversations\/(\d+)\/messages$/,
    mayReply: (headers) => headers['api_access_token'] === CHATWOOT.token,
    read: (conversation, body) => {
      const { content, echo_id } = message.parse(body);
      const answer = (id: number) => ({ id, content, echo_id, message_type: 1, private: false });
      return { from: 'chatwoot', conversation, text: content, html: '', answer };
    },
  },
  {
    path: /^\/conversations\/(\d+)\/reply$/,
    mayReply: ({ authorization }) => authorization === `Bearer ${INTERCOM.token}`,
    read: (conversation, given) => {
      const { body: html, admin_id } = comment.parse(given);
      const author = { type: 'admin', id: admin_id };
      const partOf = (id: number) => ({ id: String(id), part_type: 'comment', body: html, author });
      const answer = (id: number) => ({ conversation_parts: { conversation_parts: [partOf(id)] } });
      return { from: 'intercom', conversation, text: htmlToText(html), html, answer };
    },
  },
];

export type ProductCall = { readonly is: 'reply'; readonly reply: ProductReply } | { readonly is: 'unauthorized' };

/** The reply in a request, if it is a call of one of the products. */
export function productCallIn({ path, headers }: HttpRequest, body: unknown): ProductCall | undefined {
  for (const call of CALLS) {
    const [, conversation] = call.path.exec(path) ?? [];
    if (conversation === undefined) continue;
    return call.mayReply(headers) ? { is: 'reply', reply: call.read(conversation, body) } : { is: 'unauthorized' };
  }
  return undefined;
}
