/**
 * `Content-Disposition` for a file of any name (RFC 6266): the whole name for every browser of today, and what of it is
 * ASCII for the others. All of it may stand in a header, whatever a stranger called the file.
 */
export const contentDisposition = (how: 'attachment' | 'inline', name: string): string =>
  `${how}; filename="${name.replace(/[^ -~]|["\\%]/gu, '_')}"; filename*=UTF-8''${encoded(name)}`;

// RFC 8187 allows fewer letters than a URL does.
const encoded = (name: string): string =>
  encodeURIComponent(name.replace(/\p{Cs}/gu, '\ufffd')).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
