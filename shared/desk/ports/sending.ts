import type { LinkedFile } from '../../chat/inbound';
import type { OutgoingMail } from '../../mail/compose';
import type { LetterKey } from '../../mail/letter-tag';
import type { Instant } from '../../promises/instant';
import type { FeedbackMark, Outcome } from '../../ticket/delivery';

export interface Feedback {
  /** Notes the first time that something came of a letter; twice is once, and an unknown letter is none. */
  note(letter: LetterKey, mark: FeedbackMark, at: Instant): Promise<void>;
}

export interface Mailer {
  send(mail: OutgoingMail): Promise<Outcome>;
}

export interface TextMessage {
  /** As E.164 writes it, `+4790000001`. */
  readonly to: string;
  readonly text: string;
  readonly letterId: string;
}

/** SMS. */
export interface Texts {
  send(text: TextMessage): Promise<Outcome>;
}

export interface ChatReply {
  readonly letterId: string;
  readonly conversation: { readonly provider: string; readonly id: string };
  readonly sentAt: Instant;
  readonly agent: string;
  readonly text: string;
}

export interface FetchedFile {
  /** As it was told, and not to be believed. */
  readonly type: string;
  readonly bytes: Buffer;
}

export interface ChatReplies {
  send(reply: ChatReply): Promise<Outcome>;
  /** A file that a visitor has sent; nothing where it can't be had: too large, too slow, or nowhere that we may go. */
  fetch(file: LinkedFile): Promise<FetchedFile | undefined>;
}
