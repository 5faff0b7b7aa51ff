import type { Instant } from '../promises/instant';
import type { Headers, Verdict } from './verdict';

/** Who wrote in a conversation: only a visitor's words are new to us. */
export interface Author {
  readonly kind: 'visitor' | 'agent' | 'bot';
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly organisation?: string;
}

/** A file that was sent in a conversation, where its provider keeps it. */
export interface LinkedFile {
  readonly name: string;
  /** Its media type, where the provider tells it. */
  readonly type?: string;
  readonly url: string;
}

/** What a provider's webhook brings, in one shape for all of them. */
export type Inbound = InboundMessage | ConversationEnd;

interface OfConversation {
  /** What the provider calls it: the same again is the same, within its conversation. */
  readonly id: string;
  readonly conversationId: string;
  /** By the provider's clock; where that is not told, when it came. */
  readonly at: Instant;
}

export interface InboundMessage extends OfConversation {
  readonly is: 'message';
  readonly author: Author;
  /** Empty where only files were sent. */
  readonly text: string;
  readonly files: readonly LinkedFile[];
}

export interface ConversationEnd extends OfConversation {
  readonly is: 'ended';
}

/** How one chat product's webhooks are known and read. */
export interface ChatProvider {
  /** The headers that bear its signature, for whoever left them out. */
  readonly signedBy: string;
  /** Whether the body, byte for byte, comes from whoever has one of the secrets. */
  verify(headers: Headers, body: Buffer, secrets: readonly string[], now: Instant): Verdict;
  /** What the event brings; nothing where it is of a kind that is none of ours. Throws `ZodError` where it is broken. */
  parse(body: unknown, now: Instant): readonly Inbound[] | undefined;
}
