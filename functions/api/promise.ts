import * as z from 'zod';
import { applyVersion, changesUnder } from '../../shared/desk/change-of-promise';
import { commitmentFor, traceOf } from '../../shared/promises/deadlines';
import { promiseInWords } from '../../shared/promises/in-words';
import type { Instant } from '../../shared/promises/instant';
import { KINDS } from '../../shared/promises/policy';
import { type ChangeOfPromise, type PromisedInstants, versionOf } from '../../shared/ticket/versions';
import { jsonOf } from '../edge/request';
import { json, type Response } from '../edge/response';
import { instant } from './bodies';
import { cursorIn, cursorOut } from './cursor';
import { isoIn } from './iso';
import { type Call, onceKey, type Route } from './route';
import { ticketNumber } from './ticket-number';
import { traceJson } from './trace-json';

const question = z.object({ kind: z.enum(KINDS), at: instant.optional() });

const changesQuery = z.object({
  queue: z.enum(['open', 'waiting']).default('open'),
  cursor: cursorIn.optional(),
  limit: z.coerce.number().int().min(1).max(50).default(25),
});

const application = z.strictObject({
  tickets: z
    .array(ticketNumber)
    .min(1, 'Name the tickets that the list of changes has shown.')
    .max(100, 'At most 100 tickets at a time.'),
});

/** The promise itself: what is promised of any instant, its versions, and what applying one would change. */
export const PROMISE_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/promise',
    does: 'Ask what is promised for an inquiry of a kind that arrives then (or now), and how that comes about.',
    query: question,
    answer: promise,
  },
  { method: 'GET', path: '/api/promise/versions', does: 'List the versions of the promise.', answer: versions },
  {
    method: 'GET',
    path: '/api/promise/versions/{version}',
    does: 'Read a version as it is written: to be copied, changed and rehearsed.',
    answer: version,
  },
  {
    method: 'GET',
    path: '/api/promise/versions/{version}/changes',
    does: 'List what a version would change about open tickets, were it applied now.',
    query: changesQuery,
    answer: changes,
  },
  {
    method: 'POST',
    path: '/api/promise/versions/{version}/application',
    does: 'Hold open tickets to a version from now on.',
    body: application,
    answer: apply,
  },
];

async function promise({ desk, request }: Call): Promise<Response> {
  const { now, policies } = await desk.circumstances();
  const { kind, at = now } = question.parse(request.query);
  const policy = policies.inForce(at);
  const iso = isoIn(policy);
  const commitment = commitmentFor(kind, at, policy);
  const { beginTarget, beginLatest, managementAt } = commitment;
  const words = (language: 'nb' | 'en') => promiseInWords(commitment, at, policy, language, at);
  return json(200, {
    kind,
    at: iso(at),
    policy: policy.version,
    beginTarget: iso(beginTarget),
    beginLatest: iso(beginLatest),
    managementAt: managementAt === undefined ? null : iso(managementAt),
    words: { nb: words('nb'), en: words('en') },
    trace: traceJson(traceOf(commitment, policy), iso),
  });
}

async function versions({ desk }: Call): Promise<Response> {
  const { now, policies } = await desk.circumstances();
  const inForce = policies.inForce(now);
  return json(200, {
    versions: policies.versions.map((policy) => ({
      version: policy.version,
      effectiveFrom: policy.effectiveFrom,
      inForce: policy === inForce,
    })),
  });
}

async function version({ desk, parameters }: Call): Promise<Response> {
  const { policies } = await desk.circumstances();
  return json(200, versionOf(policies, parameters['version'] ?? ''));
}

async function changes({ desk, agent, request, parameters }: Call): Promise<Response> {
  const { queue, cursor, limit } = changesQuery.parse(request.query);
  const { now, policies } = await desk.circumstances();
  const options = { agent: agent.id, now, limit, ...(cursor && { cursor }) };
  const page = await changesUnder(desk)(parameters['version'] ?? '', queue, options);
  const iso = isoIn(policies.inForce(now));
  return json(200, { changes: page.changes.map((change) => changeJson(change, iso)), cursor: cursorOut(page.cursor) });
}

function changeJson({ ticket, before, after, missedAtOnce }: ChangeOfPromise, iso: (at: Instant) => string) {
  const { id, subject, commitment, kind } = ticket;
  const instants = ({ version, beginTarget, beginLatest, managementAt }: PromisedInstants) => ({
    version,
    beginTarget: iso(beginTarget),
    beginLatest: iso(beginLatest),
    managementAt: managementAt === undefined ? null : iso(managementAt),
  });
  return {
    id,
    subject,
    heldAs: kind ?? commitment.kind,
    before: instants(before),
    after: instants(after),
    missedAtOnce,
  };
}

async function apply(call: Call): Promise<Response> {
  const { desk, agent, request, parameters } = call;
  const { tickets } = application.parse(jsonOf(request));
  const applied = await applyVersion(desk)(parameters['version'] ?? '', tickets, agent, onceKey(call));
  return json(200, { tickets: applied.map(({ ticket: id, ...rest }) => ({ id, ...rest })) });
}
