import type { Attachment, Language, Words } from './message';

/** What a message says and brings, wherever it stands. */
export interface Said {
  readonly words: Words;
  readonly attachments: readonly Attachment[];
  readonly quoted?: Words;
  readonly raw?: string;
  readonly html?: string;
  readonly unreadable?: string;
  readonly marks?: readonly unknown[];
}

/** What a ticket is called whose first message was erased: a subject is the customer's words too. */
export const ERASED_SUBJECT: Readonly<Record<Language, string>> = { nb: 'Slettet', en: 'Erased' };

/** The place of a file that was erased stays, so that the others keep theirs; it is handed out to nobody. */
const ERASED_FILE: Attachment = { name: '', type: '', bytes: 0, key: '', locked: true };

/** A message of which nothing is left but that somebody wrote it then. */
export function erased<M extends Said>(message: M) {
  const { quoted: _quoted, raw: _raw, html: _html, unreadable: _why, marks: _marks, ...rest } = message;
  return { ...rest, words: { text: '' }, attachments: [] };
}

/** The same without one file, by its key. The raw mail and its HTML hold everything, and go with it. */
export function withoutFile<M extends Said>(message: M, key: string) {
  const { raw, html: _html, ...rest } = message;
  const isGone = (file: Attachment) => file.key === key || file.key === raw;
  return { ...rest, attachments: message.attachments.map((file) => (isGone(file) ? ERASED_FILE : file)) };
}

/** Whether nothing of it is left. */
export const isErased = ({ words, attachments, redacted }: Said & { readonly redacted?: object }): boolean =>
  redacted !== undefined && words.text === '' && attachments.length === 0;
