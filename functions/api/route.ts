import type * as z from 'zod';
import type { Desk } from '../../shared/desk/ports';
import { requestKey } from '../../shared/desk/routing';
import type { Agent } from '../../shared/ticket/staff';
import type { Request } from '../edge/request';
import type { Response } from '../edge/response';

/** A route of the API: `{name}` in its path is a parameter. */
export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly does: string;
  readonly body?: z.ZodType;
  readonly query?: z.ZodObject;
  readonly answer: (call: Call) => Promise<Response>;
}

/** A request by somebody we know, with the parameters of its path. */
export interface Call {
  readonly desk: Desk;
  readonly agent: Agent;
  readonly request: Request;
  readonly parameters: Readonly<Record<string, string>>;
}

/** With a key of the caller's own, the same request sent twice acts once; without one, each is an act of its own. */
export function onceKey({ desk, agent, request: { headers, path } }: Call): string {
  const key = headers['idempotency-key'];
  return key ? requestKey(agent.id, path, key) : desk.newMark();
}
