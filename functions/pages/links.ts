import { ACT } from '../../shared/desk/act-links';
import { FILES, MESSAGES, type Opened, openFile, openMessage } from '../../shared/desk/links';
import { type Desk, IMAGE_TYPES, type ImageType } from '../../shared/desk/ports';
import { safeHtml } from '../../shared/mail/safe-html';
import type { Attachment, CustomerMessage } from '../../shared/ticket/events';
import type { Request } from '../edge/request';
import { foundAt, page, type Response } from '../edge/response';
import { showAct, submitAct } from './acting';
import { CLOSED_POLICY, type Closed, closedLinkPage } from './closed-link-page';
import { messagePage, messagePolicy } from './message-page';
import type { Page } from './routes';

/** What is open to whoever has a link of ours: the token in it is all the proof there is. */
export const LINKED_PAGES: readonly Page[] = [
  { path: FILES, show: showFile },
  { path: MESSAGES, show: showMessage },
  { path: ACT, show: showAct, submit: submitAct },
];

async function showFile(desk: Desk, { query }: Request): Promise<Response> {
  const opened = await openFile(desk, query['token'] ?? '');
  return opened.is === 'opened' ? foundAt(opened.it) : closed(desk, opened.is);
}

async function showMessage(desk: Desk, { query }: Request): Promise<Response> {
  const opened = await openHtml(desk, query['token'] ?? '');
  if (opened.is !== 'opened') return closed(desk, opened.is);
  const { message, html } = opened.it;
  const images = await imagesOf(desk, message);
  const safe = safeHtml(html, { imageFor: (contentId) => images.get(contentId) });
  const origins = new Set([...images.values()].map((address) => new URL(address).origin));
  const { now, policies } = await desk.circumstances();
  const language = policies.inForce(now).languages[0] ?? 'nb';
  return page(200, messagePage(safe, language), messagePolicy([...origins]));
}

async function openHtml(desk: Desk, token: string): Promise<Opened<{ message: CustomerMessage; html: string }>> {
  const opened = await openMessage(desk, token);
  if (opened.is !== 'opened') return opened;
  const html = opened.it.html && (await desk.files.read(opened.it.html));
  return html ? { is: 'opened', it: { message: opened.it, html: html.toString('utf8') } } : { is: 'gone' };
}

/** The images that a mail brings for its HTML, by content id, at addresses of S3: they are fetched at once, or never. */
async function imagesOf(desk: Desk, { attachments }: CustomerMessage): Promise<ReadonlyMap<string, string>> {
  const shown = attachments.flatMap((attachment) => {
    const type = imageTypeOf(attachment);
    return attachment.contentId && type && !attachment.locked ? [{ ...attachment, type }] : [];
  });
  const addresses = shown.map(
    async ({ contentId = '', key, type }) =>
      [contentId, await desk.files.download(key, { as: 'image', type })] as const,
  );
  return new Map(await Promise.all(addresses));
}

// Outlook sends images as files of unknown kind at times; what we say of them holds, whatever they are.
const imageTypeOf = ({ type, name }: Attachment): ImageType | undefined =>
  IMAGE_TYPES.find((image) => image === type) ??
  (UNKNOWN.has(type) ? BY_EXTENSION.get(/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '') : undefined);

const UNKNOWN = new Set(['application/octet-stream', 'image/jpg', 'image/pjpeg', 'image/x-png']);
const BY_EXTENSION = new Map<string, ImageType>([
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['gif', 'image/gif'],
  ['webp', 'image/webp'],
]);

const STATUS: Readonly<Record<Closed, number>> = { forged: 404, 'run-out': 403, gone: 404 };

async function closed(desk: Desk, why: Closed): Promise<Response> {
  const { now, policies } = await desk.circumstances();
  return page(STATUS[why], closedLinkPage(why, policies.inForce(now)), CLOSED_POLICY);
}
