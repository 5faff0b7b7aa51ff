import { isUtf8 } from 'node:buffer';
import querystring from 'node:querystring';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Instant } from '../../shared/promises/instant';
import { ACCOUNT } from './aws-environment';
import type { HttpRequest } from './stand-in-server';

interface Circumstances {
  requestId: string;
  now: Instant;
}

/**
 * A request as API Gateway's HTTP API hands it to a function: payload format 2.0, route `$default`.
 * As there, the path is percent-decoded and cookies are no header.
 */
export function eventOf(request: HttpRequest, circumstances: Circumstances): APIGatewayProxyEventV2 {
  const { cookie, ...headers } = headersOf(request);
  return {
    version: '2.0',
    routeKey: ROUTE,
    rawPath: decodedPath(request),
    rawQueryString: request.rawQuery,
    ...(cookie && { cookies: cookie.split(/;\s*/) }),
    headers,
    ...(request.rawQuery && { queryStringParameters: joined(request.query, ',') }),
    requestContext: contextOf(request, headers, circumstances),
    ...bodyOf(request),
  };
}

/** Does not throw on what is badly encoded. */
export const decodedPath = ({ path }: HttpRequest) => querystring.unescape(path);

function contextOf(request: HttpRequest, headers: Record<string, string>, { requestId, now }: Circumstances) {
  const { host = 'localhost', 'user-agent': userAgent = '' } = headers;
  const domainName = host.replace(/:\d+$/, '');
  return {
    accountId: ACCOUNT,
    apiId: 'local',
    domainName,
    domainPrefix: domainName.replace(/\..*$/, ''),
    http: {
      method: request.method,
      path: decodedPath(request),
      protocol: `HTTP/${request.httpVersion}`,
      sourceIp: request.sourceIp,
      userAgent,
    },
    requestId,
    routeKey: ROUTE,
    stage: '$default',
    time: accessLogTime(now),
    timeEpoch: now,
  };
}

// AWS does not document which bodies it takes for text; measured, it is these, and not even forms.
const TEXT = /^\s*(text\/[^;]+|application\/(json|javascript|xml))\s*(;|$)/i;

function bodyOf({ body, headers }: HttpRequest): { body?: string; isBase64Encoded: boolean } {
  if (body.length === 0) return { isBase64Encoded: false };
  const isText = TEXT.test(headers['content-type'] ?? '') && isUtf8(body);
  return { body: body.toString(isText ? 'utf8' : 'base64'), isBase64Encoded: !isText };
}

function headersOf({ rawHeaders }: HttpRequest): Record<string, string> {
  const pairs = rawHeaders.flatMap((name, n) => (n % 2 === 0 ? [[name.toLowerCase(), rawHeaders[n + 1] ?? '']] : []));
  const cookies = pairs.filter(([name]) => name === 'cookie');
  const others = pairs.filter(([name]) => name !== 'cookie');
  return { ...joined(others, ','), ...joined(cookies, '; ') };
}

function joined(pairs: Iterable<string[]>, separator: string): Record<string, string> {
  const values = new Map<string, string>();
  for (const [name = '', value = ''] of pairs) {
    const before = values.get(name);
    values.set(name, before === undefined ? value : before + separator + value);
  }
  return Object.fromEntries(values);
}

/** `12/Mar/2020:19:03:58 +0000` */
function accessLogTime(now: Instant): string {
  const [, day, month, year, time] = new Date(now).toUTCString().split(' ');
  return `${day}/${month}/${year}:${time} +0000`;
}

const ROUTE = '$default';
