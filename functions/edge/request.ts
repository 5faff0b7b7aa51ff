import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { Refusal } from '../../shared/ticket/refusal';

/** What came in by HTTP, with the body as it was on the wire: signatures are made over bytes. */
export interface Request {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

const BODY_BYTES_MAX = 1_000_000;

export function requestOf(event: APIGatewayProxyEventV2): Request {
  const body = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (body.length > BODY_BYTES_MAX) {
    throw new Refusal(
      'too-large',
      `The body has ${body.length} bytes; ${BODY_BYTES_MAX} is the most. Send less at a time.`,
    );
  }
  return {
    method: event.requestContext.http.method,
    path: event.rawPath,
    query: defined(event.queryStringParameters),
    headers: defined(event.headers),
    body,
  };
}

/** The body as JSON; where it is none, the refusal says where it breaks. */
export function jsonOf({ body }: Request): unknown {
  if (body.length === 0) return {};
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (error) {
    throw new Refusal('bad-request', `The body is not JSON: ${error instanceof Error ? error.message : error}`);
  }
}

const defined = (values: Readonly<Record<string, string | undefined>> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined));
