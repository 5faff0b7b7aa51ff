import type { SafeHtml } from '../../shared/mail/safe-html';
import type { Language } from '../../shared/promises/say';

/** What the page may do: nothing runs in it, links open beside it, and it loads what the mail brought and no more. */
export const messagePolicy = (imageOrigins: readonly string[]): string =>
  [
    'sandbox allow-popups allow-popups-to-escape-sandbox',
    "default-src 'none'",
    ['img-src', ...imageOrigins, 'data:'].join(' '),
    "style-src 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; ');

/** A mail's HTML as a whole page, for a frame. `html` is safe by now; all else here is ours. */
export const messagePage = ({ html, blocked, whole }: SafeHtml, language: Language): string =>
  `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8">` +
  '<meta name="viewport" content="width=device-width, initial-scale=1">' +
  `<title>${WORDS[language].title}</title><style>${CSS}</style></head><body>` +
  noticesOf(blocked, whole, language) +
  `<main>${html}</main></body></html>`;

function noticesOf(blocked: number, whole: boolean, language: Language): string {
  const { leftOut, notWhole } = WORDS[language];
  const notices = [...(blocked > 0 ? [leftOut(blocked)] : []), ...(whole ? [] : [notWhole])];
  return notices.length > 0 ? `<aside>${notices.map((notice) => `<p>${notice}</p>`).join('')}</aside>` : '';
}

const WORDS = {
  nb: {
    title: 'E-post',
    leftOut: (n: number) =>
      n === 1
        ? 'Ett bilde fra nettet er ikke hentet, for avsenderen kan se når det hentes.'
        : `${n} bilder fra nettet er ikke hentet, for avsenderen kan se når de hentes.`,
    notWhole: 'E-posten er for lang eller for innfløkt til å vises som den er. Den opprinnelige kan lastes ned.',
  },
  en: {
    title: 'E-mail',
    leftOut: (n: number) =>
      n === 1
        ? 'One image from the web was not loaded, since its sender can see when it is.'
        : `${n} images from the web were not loaded, since their sender can see when they are.`,
    notWhole: 'This e-mail is too long or too intricate to be shown as it is. The original can be downloaded.',
  },
} as const;

// A mail sets dark letters, and counts on white paper; what is ours goes with the reader's colours.
const CSS = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { margin: 0; background: Canvas; color: CanvasText }
aside { padding: .5rem 1rem; border-bottom: 1px solid GrayText; font-size: .875rem }
aside p { margin: .25rem 0 }
main { color-scheme: light; background: #fff; color: #1b1b1b; padding: 1rem; overflow: auto; contain: paint;
  overflow-wrap: anywhere }
main img { max-width: 100%; object-fit: contain }
main pre { white-space: pre-wrap }
main blockquote { margin: .5rem 0; padding-left: .75rem; border-left: 2px solid #c4c4c4 }
main a { color: #0b57d0 }
`;
