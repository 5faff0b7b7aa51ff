import { planRelease, releaseStandings, releaseVersion } from '../../shared/desk/releases';
import type { ToldOfRelease } from '../../shared/desk/tell-release';
import { isOverdue, type Release } from '../../shared/promises/releases';
import { jsonOf } from '../edge/request';
import { json, type Response } from '../edge/response';
import { releasePlan, releaseWords } from './bodies';
import { isoIn, isoOrNull } from './iso';
import type { Call, Route } from './route';

/** The calendar of releases (P7): which version is to bring a fix, and what its tickets are told when it is out. */
export const RELEASE_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/versions',
    does: 'List the versions of the system by date, each with the tickets that wait for it.',
    answer: list,
  },
  {
    method: 'POST',
    path: '/api/versions',
    does: 'Plan a version, or move one that is not out yet: its tickets wait for the new date.',
    body: releasePlan,
    answer: plan,
  },
  {
    method: 'POST',
    path: '/api/versions/{name}/release',
    does: 'Say that a version is out: all that wait for it are answered, in their own language, and resolved.',
    body: releaseWords,
    answer: release,
  },
];

async function list({ desk }: Call): Promise<Response> {
  const standings = await releaseStandings(desk)();
  const toJson = await jsonFor(desk);
  return json(200, {
    versions: standings.map(({ release, waiting }) => ({
      ...toJson(release),
      tickets: waiting.map(({ id, subject }) => ({ id, subject })),
    })),
  });
}

async function plan({ desk, agent, request }: Call): Promise<Response> {
  return toldJson(desk, await planRelease(desk)(releasePlan.parse(jsonOf(request)), agent));
}

async function release({ desk, agent, request, parameters }: Call): Promise<Response> {
  const words = releaseWords.parse(jsonOf(request));
  return toldJson(desk, await releaseVersion(desk)(parameters['name'] ?? '', words, agent));
}

/** What is left is told within minutes, by the desk itself. */
async function toldJson(desk: Call['desk'], { release, tickets, left }: ToldOfRelease): Promise<Response> {
  const toJson = await jsonFor(desk);
  return json(200, {
    ...toJson(release),
    tickets: tickets.map((told) =>
      told.is === 'told'
        ? { id: told.ticket, told: true }
        : { id: told.ticket, told: false, error: told.reason, message: told.message },
    ),
    left,
  });
}

async function jsonFor({ circumstances }: Call['desk']) {
  const { now, policies } = await circumstances();
  const policy = policies.inForce(now);
  return (release: Release) => ({
    name: release.name,
    freeze: release.freeze,
    date: release.date,
    releasedAt: isoOrNull(release.releasedAt, isoIn(policy)),
    overdue: isOverdue(release, now, policy),
  });
}
