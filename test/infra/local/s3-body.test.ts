import { unchunk } from '../../../infra/local/s3-body';

const unchunked = (body: string) => unchunk(Buffer.from(body))?.toString();

describe('an aws-chunked body', () => {
  it('is its chunks, without sizes and trailers', () => {
    expect(unchunked('5\r\nhello\r\n1\r\n!\r\n0\r\nx-amz-checksum-crc32:+esgrQ==\r\n\r\n')).toBe('hello!');
  });

  it('may be signed chunk by chunk', () => {
    expect(unchunked('5;chunk-signature=ab01\r\nhello\r\n0;chunk-signature=cd02\r\n\r\n')).toBe('hello');
  });

  it('may be empty, and may hold what looks like a chunk', () => {
    expect(unchunked('0\r\n\r\n')).toBe('');
    expect(unchunked('7\r\n1\r\na\r\n0\r\n0\r\n\r\n')).toBe('1\r\na\r\n0');
  });

  it.each([['5\r\nhel'], ['5\r\nhello\r\n'], [''], ['xyz\r\nhello']])('ends too soon: %j', (body) => {
    expect(unchunked(body)).toBeUndefined();
  });
});
