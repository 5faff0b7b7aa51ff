import * as z from 'zod';
import { actByLink, type LinkedTicket, lookAtAct } from '../../shared/desk/act-by-link';
import type { Opened } from '../../shared/desk/links';
import type { Desk } from '../../shared/desk/ports';
import type { Request } from '../edge/request';
import { page, type Response } from '../edge/response';
import { ACT_PAGE_POLICY, type Asked, actPage, closedActPage, REASON_LETTERS_MAX } from './act-page';

/** Looking at a link does nothing: mail scanners follow it before any person does. */
export async function showAct(desk: Desk, { query }: Request): Promise<Response> {
  const asked = await askedIn(desk, link.parse(query));
  return pageOf(await lookAtAct(desk, asked.token), asked);
}

/** What the button does. */
export async function submitAct(desk: Desk, { body }: Request): Promise<Response> {
  const { agent, reason, ...sent } = form.parse(Object.fromEntries(new URLSearchParams(body.toString('utf8'))));
  const asked = await askedIn(desk, sent);
  const looked = await lookAtAct(desk, asked.token, { agent });
  const lacks = looked.is === 'opened' ? lackingIn(looked.it, reason) : undefined;
  if (lacks) return pageOf(looked, { ...asked, lacks }, 400);
  const done = await actByLink(desk, asked.token, { agent, reason });
  return pageOf(done, asked, done.is === 'opened' && done.it.standing.is === 'refused' ? 409 : 200);
}

function lackingIn({ act, agent, standing }: LinkedTicket, reason: string): Asked['lacks'] {
  if (standing.is !== 'to-do') return undefined;
  if (agent === undefined) return 'agent';
  return act === 'dismiss' && reason === '' ? 'reason' : undefined;
}

const link = z.object({ token: z.string().default(''), language: z.string().optional() });
const form = link.extend({
  agent: z.string().optional(),
  reason: z.string().trim().max(REASON_LETTERS_MAX).default(''),
});

/** In the language that was asked for, where the desk speaks it; else in its first. */
async function askedIn(desk: Desk, { token, language: wanted }: z.output<typeof link>): Promise<Asked> {
  const { now, policies } = await desk.circumstances();
  const { languages } = policies.inForce(now);
  return { token, language: languages.find((one) => one === wanted) ?? languages[0] ?? 'nb', languages };
}

const STATUS = { forged: 404, 'run-out': 403, gone: 404 } as const;

const pageOf = (shown: Opened<LinkedTicket>, asked: Asked, status = 200): Response =>
  shown.is === 'opened'
    ? page(status, actPage(shown.it, asked), ACT_PAGE_POLICY)
    : page(STATUS[shown.is], closedActPage(shown.is, asked), ACT_PAGE_POLICY);
