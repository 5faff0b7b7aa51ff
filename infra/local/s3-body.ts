/**
 * Takes an `aws-chunked` body apart: `<size in hex>[;chunk-signature=…]\r\n<bytes>\r\n` for each chunk,
 * one of size 0, then trailers such as the checksum. Undefined if it ends too soon.
 */
export function unchunk(body: Buffer): Buffer | undefined {
  const chunks: Buffer[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = body.indexOf(CRLF, at);
    const size = lineEnd < 0 ? Number.NaN : Number.parseInt(body.toString('latin1', at, lineEnd), 16);
    if (size === 0) return Buffer.concat(chunks);
    const start = lineEnd + CRLF.length;
    if (!(start + size <= body.length)) return undefined;
    chunks.push(body.subarray(start, start + size));
    at = start + size + CRLF.length;
  }
}

const CRLF = '\r\n';
