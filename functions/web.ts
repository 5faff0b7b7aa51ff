import type { Desk } from '../shared/desk/ports';
import { Refusal } from '../shared/ticket/refusal';
import type { Agent } from '../shared/ticket/staff';
import type { Route } from './api/route';
import { ROUTES } from './api/routes';
import type { Identify } from './edge/identify';
import { onHttp } from './edge/on-http';
import type { Request } from './edge/request';
import { type Page, PUBLIC_PAGES } from './pages/routes';

/** The pages that anybody may see, and the API: one request, one route, one answer. */
export const webFunction = (desk: Desk, identify: Identify) =>
  onHttp(desk.log, async (request) => {
    const answer = pageFor(request);
    if (answer) return answer(desk, request);
    const { route, parameters } = routeFor(request);
    const agent = await callerOf(request, identify);
    return route.answer({ desk, agent, request, parameters });
  });

function pageFor({ method, path }: Request): Page['show'] | undefined {
  const page = PUBLIC_PAGES.find((page) => page.path === path);
  if (method === 'GET') return page?.show;
  return method === 'POST' ? page?.submit : undefined;
}

interface Match {
  readonly route: Route;
  readonly parameters: Readonly<Record<string, string>>;
}

const PATTERNS = ROUTES.map((route) => ({ route, pattern: patternOf(route.path) }));

function routeFor({ method, path }: Request): Match {
  for (const { route, pattern } of PATTERNS) {
    const found = route.method === method ? pattern.exec(path) : null;
    if (found) return { route, parameters: decoded(found.groups) };
  }
  throw new Refusal('no-such-path', `There is no ${method} ${path}. What there is, says GET /api/openapi.json.`);
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
}

const decoded = (groups: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, plain(value)]));

function plain(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

async function callerOf({ headers }: Request, identify: Identify): Promise<Agent> {
  const token = /^Bearer (\S+)$/i.exec(headers['authorization'] ?? '')?.[1];
  const agent = token && (await identify(token));
  if (agent) return agent;
  throw new Refusal('not-signed-in', 'Send a token that we know: “Authorization: Bearer …”.');
}
