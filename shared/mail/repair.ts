const CODE_POINTS_MAX = 255;
const FILE_NAME_BYTES_MAX = 180;
const EXTENSION = /\.[^.\s]{1,16}$/;
// Spaces, controls and format characters show nothing, nor do the letters that are drawn empty.
const VISIBLE = /[^\s\p{Cc}\p{Cf}\p{Cs}\u115f\u2800\u3164]/u;

/** Text on one line, well-formed and in NFC, without what ends a line, hides, or turns around what follows. */
export const oneLine = (text: string): string =>
  text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/\p{Bidi_Control}/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .normalize('NFC');

/** A subject or a name: one line of at most 255 code points. */
export const tidyLine = (text: string): string => firstCodePoints(oneLine(text), CODE_POINTS_MAX);

/** A body's text: well-formed, lines ended by LF alone, no NUL. */
export const tidyText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '')
    .replace(/\p{Cs}/gu, '\ufffd');

/** Whether a reader would see anything of it. */
export const isVisible = (text: string): boolean => VISIBLE.test(text);

/** The letters and digits alone, to compare texts that are set out differently. */
export const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');

/** A bare file name of at most 180 bytes that keeps its extension; made up from its place and type where there is none. */
export function fileName(given: string | undefined, type: string, place: number): string {
  const bare = oneLine((given ?? '').replace(/^.*[/\\]/s, ''));
  if (!isVisible(bare) || /^[. ]+$/.test(bare)) return `attachment-${place}.${extensionFor(type)}`;
  const [extension = ''] = EXTENSION.exec(bare) ?? [];
  const stem = bare.slice(0, bare.length - extension.length);
  return firstBytes(stem, FILE_NAME_BYTES_MAX - Buffer.byteLength(extension)) + extension;
}

/** A MIME type as `type/subtype`, in lower case; what is no type is a file of unknown kind. */
export function mimeType(given: string): string {
  const type = given.toLowerCase().trim();
  return /^[a-z]+\/[\w.+-]{1,100}$/.test(type) ? type : 'application/octet-stream';
}

const EXTENSIONS: ReadonlyMap<string, string> = new Map([
  ['application/pdf', 'pdf'],
  ['image/gif', 'gif'],
  ['image/jpeg', 'jpg'],
  ['image/png', 'png'],
  ['message/rfc822', 'eml'],
  ['text/calendar', 'ics'],
  ['text/html', 'html'],
]);

const extensionFor = (type: string): string =>
  EXTENSIONS.get(type) ?? (/^(?:text|message)\//.test(type) ? 'txt' : 'bin');

function firstCodePoints(text: string, most: number): string {
  return [...text.slice(0, 2 * most)].slice(0, most).join('');
}

function firstBytes(text: string, most: number): string {
  let kept = '';
  let bytes = 0;
  for (const letter of text) {
    bytes += Buffer.byteLength(letter);
    if (bytes > most) break;
    kept += letter;
  }
  return kept;
}
