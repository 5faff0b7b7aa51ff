import * as z from 'zod';
import { policies } from '../policies';
import type { Clock } from './clock';
import { iso } from './clock';
import { fault } from './faults';
import { lettersPage } from './letters-page';
import type { Services } from './services';
import { mailboxTold } from './ses-mailboxes';
import { jsonIn } from './stand-in';
import type { HttpRequest, HttpResponse } from './stand-in-server';
import type { Time } from './time';

interface Controls {
  readonly clock: Clock;
  readonly services: Services;
  readonly time: Time;
}

type Control = (controls: Controls, body: unknown) => Promise<unknown>;

const move = z.object({
  to: z.iso.datetime({
    offset: true,
    message: 'Say when: an ISO instant with its offset, such as 2026-01-19T07:00:00+01:00.',
  }),
});

/** What the local desk answers by itself, and AWS never does: moves time, tells what was sent, breaks calls, sends mail back. */
const CONTROLS: Readonly<Record<string, Control>> = {
  'GET /local/clock': async ({ clock }) => ({ now: iso(clock.now()) }),
  'POST /local/clock': async ({ clock, time }, body) => {
    await time.moveTo(Date.parse(move.parse(body).to));
    return { now: iso(clock.now()) };
  },
  'POST /local/settle': async ({ clock, time }) => {
    await time.settle();
    return { now: iso(clock.now()) };
  },
  'GET /local/sent': async ({ services }) => services.sent.list(),
  'GET /local/schedules': async ({ services }) =>
    services.scheduler
      .list()
      .map(({ name, group, expression, timeZone, input }) => ({ name, group, expression, timeZone, input })),
  'POST /local/faults': async ({ services }, body) => {
    const wanted = fault.parse(body);
    services.faults.set(wanted);
    return wanted;
  },
  'POST /local/mailbox': async ({ services }, body) => {
    const wanted = mailboxTold.parse(body);
    services.mailboxes.tell(wanted);
    return wanted;
  },
};

/** Answers a request for a control; nothing where it is for the desk itself. */
export const controlsOf =
  (controls: Controls) =>
  async ({ method, path, query, body }: HttpRequest): Promise<HttpResponse | undefined> => {
    if (!path.startsWith('/local/')) return undefined;
    if (method === 'GET' && path === '/local/letters')
      return lettersPage(query, policies.inForce(controls.clock.now()));
    const control = CONTROLS[`${method} ${path}`];
    if (!control)
      return answer(404, { error: 'no-such-control', message: `There are: ${Object.keys(CONTROLS).join(', ')}.` });
    return control(controls, jsonIn(body) ?? {}).then((result) => answer(200, result), refused);
  };

function refused(error: unknown): HttpResponse {
  if (error instanceof z.ZodError) return answer(400, { error: 'bad-request', message: z.prettifyError(error) });
  if (error instanceof RangeError) return answer(409, { error: 'not-possible', message: error.message });
  return answer(500, { error: 'broken', message: String(error) });
}

const answer = (status: number, body: unknown): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(body),
});
