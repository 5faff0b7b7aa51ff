export type Point = 'sender' | 'subject' | 'text' | 'html' | 'attachments';

export interface Difference {
  readonly mail: string;
  readonly point: Point;
  readonly right: 'we' | 'they' | 'both';
  readonly because: string;
}

const CHARSETS = 'They take what is no UTF-8 for UTF-8, and lose its letters.';

/** Where `postal-mime` reads our mails otherwise than we do, who is right, and why. */
export const DIFFERENCES: readonly Difference[] = [
  {
    mail: 'reading/attachments',
    point: 'attachments',
    right: 'we',
    because: 'They hand on as a type what is no type.',
  },
  { mail: 'reading/cut-letter', point: 'subject', right: 'we', because: 'They decode halves of a letter apart.' },
  { mail: 'reading/damaged-utf8', point: 'text', right: 'we', because: CHARSETS },
  {
    mail: 'reading/empty-html',
    point: 'html',
    right: 'both',
    because: 'The page is there, but there is nothing to be seen in it.',
  },
  {
    mail: 'reading/long-subject',
    point: 'subject',
    right: 'both',
    because: 'We keep what fits on a line: 255 code points.',
  },
  {
    mail: 'reading/named-text',
    point: 'attachments',
    right: 'both',
    because: 'Text that was sent to be read at once, as a file: they show it only, and its name is lost.',
  },
  { mail: 'reading/no-charset', point: 'text', right: 'we', because: CHARSETS },
  {
    mail: 'reading/no-charset-utf8',
    point: 'text',
    right: 'we',
    because: 'They believe that it is ASCII, though it is good UTF-8.',
  },
  {
    mail: 'reading/no-from',
    point: 'sender',
    right: 'both',
    because: 'From names nobody. We ask Reply-To, they do not.',
  },
  { mail: 'reading/raw-latin1', point: 'subject', right: 'we', because: CHARSETS },
  { mail: 'reading/raw-windows-1252', point: 'subject', right: 'we', because: CHARSETS },
  {
    mail: 'reading/stub-text',
    point: 'text',
    right: 'both',
    because: 'The text only says that the HTML says it all.',
  },
  {
    mail: 'reading/utf-7',
    point: 'text',
    right: 'we',
    because: 'They do not know UTF-7, and show its letters as they are written.',
  },
];
