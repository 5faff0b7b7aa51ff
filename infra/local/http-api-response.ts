import { validateHeaderValue } from 'node:http';
import * as z from 'zod';
import type { HttpResponse } from './stand-in-server';

const structured = z.object({
  statusCode: z.coerce.number().pipe(z.int().min(100).max(599)),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).nullish(),
  cookies: z.array(z.string()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().default(false),
});

/**
 * What a function answered, as API Gateway's HTTP API sends it: a result with a status is an answer, any other is
 * a body of JSON. Throws on a status with anything that is no answer or no header.
 */
export function responseOf(result: unknown): HttpResponse {
  if (!(result instanceof Object && 'statusCode' in result)) return bare(result);
  const { statusCode, headers, cookies, body, isBase64Encoded } = structured.parse(result);
  const named = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)] as const);
  for (const [name, value] of named) validateHeaderValue(name, value);
  return {
    status: statusCode,
    headers: {
      'content-type': 'text/plain;charset=utf-8',
      ...Object.fromEntries(named),
      ...(cookies && { 'set-cookie': cookies }),
    },
    body: Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8'),
  };
}

const bare = (result: unknown): HttpResponse => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: typeof result === 'string' ? result : JSON.stringify(result ?? null),
});
