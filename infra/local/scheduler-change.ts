import * as z from 'zod';
import type { Clock } from './clock';
import { OTHER_TOKEN, refuse } from './scheduler-answers';
import type { Schedules } from './scheduler-schedules';
import { jsonIn, type Operation } from './stand-in';
import type { HttpAnswer, HttpRequest } from './stand-in-server';

/** What the operations of the API work on. */
export interface Counter {
  schedules: Schedules;
  clock: Clock;
  /** What was asked and answered, by client token, the oldest first. */
  answered: Map<string, { asked: string; answer: HttpAnswer }>;
}

/** Changes are made one at a time, and one that comes again with the same token is answered as it was the first time. */
export function change(make: Operation<Counter>): Operation<Counter> {
  return (counter, request) => counter.schedules.turn(() => once(make, counter, request));
}

async function once(make: Operation<Counter>, counter: Counter, request: HttpRequest): Promise<HttpAnswer> {
  const { ClientToken: token = request.query.get('clientToken') } = tokened.parse(jsonIn(request.body) ?? {});
  const asked = `${request.method} ${request.path}?${request.rawQuery} ${request.body}`;
  const before = counter.answered.get(token ?? '');
  if (before) return before.asked === asked ? before.answer : refuse(OTHER_TOKEN);
  const answer = await make(counter, request);
  if (token && isAccepted(answer)) remember(counter, token, { asked, answer });
  return answer;
}

function remember({ answered }: Counter, token: string, told: { asked: string; answer: HttpAnswer }): void {
  answered.set(token, told);
  const [oldest] = answered.keys();
  if (answered.size > REMEMBERED && oldest !== undefined) answered.delete(oldest);
}

const tokened = z.object({ ClientToken: z.string().optional() });
const isAccepted = (answer: HttpAnswer) => answer !== 'no answer' && answer.status === 200;
const REMEMBERED = 1_000;
