import * as z from 'zod';
import type { Log } from '../../shared/desk/ports';
import { Refusal, type RefusalReason } from '../../shared/ticket/refusal';

export interface Response {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const SECURE = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

export const json = (statusCode: number, body: unknown): Response => ({
  statusCode,
  headers: { 'content-type': 'application/json; charset=utf-8', ...SECURE },
  body: JSON.stringify(body),
});

/** What anybody may see, and keep for a while. Nothing on it runs, and it loads no more than its stylesheet. */
export const shown = (type: string, body: string, keptFor: { readonly minutes: number }): Response => ({
  statusCode: 200,
  headers: {
    ...SECURE,
    'content-type': `${type}; charset=utf-8`,
    'cache-control': `public, max-age=${60 * keptFor.minutes}`,
    'content-security-policy': "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
  },
  body,
});

/** A page for whoever has the address of it, which goes no further: the address may be all the proof there is. */
export const page = (statusCode: number, body: string, policy: string): Response => ({
  statusCode,
  headers: {
    ...SECURE,
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'referrer-policy': 'no-referrer',
  },
  body,
});

export const foundAt = (location: string): Response => ({
  statusCode: 302,
  headers: { ...SECURE, location, 'referrer-policy': 'no-referrer' },
  body: '',
});

export const noContent: Response = { statusCode: 204, headers: SECURE, body: '' };

/** A new reason does not compile until it has an answer. */
const STATUS: Readonly<Record<RefusalReason, number>> = {
  'bad-request': 400,
  'not-signed-in': 401,
  'not-allowed': 403,
  'no-such-ticket': 404,
  'no-such-report': 404,
  'no-such-path': 404,
  'no-such-version': 404,
  'no-such-mail': 404,
  'no-such-message': 404,
  'conversation-moved-on': 409,
  'already-resolved': 409,
  'not-resolved': 409,
  'not-parked': 409,
  'already-at-level': 409,
  'senior-needed': 409,
  'not-suspected': 409,
  'not-escalated': 409,
  merged: 409,
  'mail-held': 409,
  promised: 409,
  taken: 409,
  'no-incident': 409,
  'leads-incident': 409,
  'part-of-incident': 409,
  'only-minor-errors-wait': 409,
  parked: 409,
  unreachable: 409,
  'too-large': 413,
  'breaks-maintenance-limit': 409,
  'no-such-agent': 422,
  'answers-missing': 422,
  'call-back-missing': 422,
  'same-ticket': 422,
  'in-the-future': 422,
  'in-the-past': 422,
};

/** An error's way out: what was refused is told with its reason, what broke is logged and says nothing of itself. */
export function responseTo(error: unknown, log: Log): Response {
  if (error instanceof z.ZodError)
    return json(400, { error: 'bad-request', message: z.prettifyError(error), faults: error.issues.map(fault) });
  if (error instanceof Refusal) return refused(error);
  log.error('request broke', { error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  return json(500, {
    error: 'broken',
    message: 'Something went wrong on our side. Please try again; nothing is lost.',
  });
}

function refused({ reason, message, details }: Refusal): Response {
  const answer = json(STATUS[reason], { error: reason, message, ...details });
  // RFC 9110 15.5.2: whoever is turned away is told how to come in.
  return answer.statusCode === 401
    ? { ...answer, headers: { ...answer.headers, 'www-authenticate': 'Bearer' } }
    : answer;
}

const fault = ({ path, message }: z.core.$ZodIssue) => ({ where: path.join('.'), message });
