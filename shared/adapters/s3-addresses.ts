import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { contentDisposition } from '../desk/content-disposition';
import type { Served, Upload, UploadAddress } from '../desk/ports';
import type { Instant } from '../promises/instant';

/** The bucket, and the clock by which its addresses are signed. */
interface Signing {
  readonly client: S3Client;
  readonly bucket: string;
  readonly now: () => Instant;
}

const READ_SECONDS = 5 * 60;
const WRITE_SECONDS = 15 * 60;

/**
 * A presigned GET. An address lives no longer than the credentials that signed it, and those of a function's role run
 * out after hours: that is why these are made when they are followed, and no letter ever carries one.
 */
export function downloadAddress({ client, bucket, now }: Signing, key: string, served: Served): Promise<string> {
  const command = new GetObjectCommand({ Bucket: bucket, Key: key, ...answeredAs(served) });
  return getSignedUrl(client, command, { expiresIn: READ_SECONDS, signingDate: new Date(now()) });
}

// Whatever type a stranger gave a file, it is one that no browser runs.
const answeredAs = (served: Served) =>
  served.as === 'image'
    ? { ResponseContentType: served.type, ResponseContentDisposition: 'inline' }
    : {
        ResponseContentType: 'application/octet-stream',
        ResponseContentDisposition: contentDisposition('attachment', served.name),
      };

/**
 * A presigned PUT of so many bytes with these headers; S3 turns away what differs. It writes once: what a reply has
 * brought to a customer stays what it was.
 */
export async function uploadAddress(
  { client, bucket, now }: Signing,
  key: string,
  { name, type, bytes }: Upload,
): Promise<UploadAddress> {
  const headers = {
    'content-type': type,
    'content-disposition': contentDisposition('attachment', name),
    'if-none-match': '*',
  };
  const command = new PutObjectCommand({
    Bucket: bucket,
    Key: key,
    ContentLength: bytes,
    ContentType: headers['content-type'],
    ContentDisposition: headers['content-disposition'],
    IfNoneMatch: headers['if-none-match'],
  });
  withoutChecksum(command);
  const signableHeaders = new Set(['host', 'content-length', ...Object.keys(headers)]);
  const options = { expiresIn: WRITE_SECONDS, signingDate: new Date(now()), signableHeaders };
  return { method: 'PUT', url: await getSignedUrl(client, command, options), headers };
}

// The SDK would sign the checksum of the empty body that it has, and S3 would take no other.
function withoutChecksum({ middlewareStack }: PutObjectCommand): void {
  middlewareStack.add(
    (next) => (args) => {
      const { headers } = args.request as { headers: Record<string, string> };
      for (const name of Object.keys(headers)) if (/checksum/.test(name)) delete headers[name];
      return next(args);
    },
    { step: 'build', priority: 'low' },
  );
}
