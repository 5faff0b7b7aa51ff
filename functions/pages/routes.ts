import * as z from 'zod';
import { maintenanceFrom } from '../../shared/desk/plan-maintenance';
import type { Desk } from '../../shared/desk/ports';
import type { Policy } from '../../shared/promises/policy';
import { LANGUAGES, type Language } from '../../shared/promises/say';
import { zoneOf } from '../../shared/promises/zone';
import { Refusal } from '../../shared/ticket/refusal';
import type { Request } from '../edge/request';
import { type Response, shown } from '../edge/response';
import { calendarFeed } from './calendar-feed';
import { LINKED_PAGES } from './links';
import { FEED, PAGES, STYLESHEET, yearNow } from './service-level';
import { serviceLevelCss } from './service-level-css';
import { serviceLevelPage } from './service-level-page';
import { STATUS, statusPage } from './status-page';

/** A page that is shown without signing in. */
export interface Page {
  readonly path: string;
  readonly show: (desk: Desk, request: Request) => Promise<Response>;
  /** What its form does, which is sent by POST to the same path. */
  readonly submit?: (desk: Desk, request: Request) => Promise<Response>;
}

/** The promise is for anybody to read: it is made from the policy alone, and knows no customer. */
export const PROMISE_PAGES: readonly Page[] = [
  ...LANGUAGES.map((language) => ({ path: PAGES[language], show: serviceLevelIn(language) })),
  { path: STYLESHEET, show: async () => shown('text/css', serviceLevelCss, { minutes: 60 }) },
  { path: FEED, show: feed },
];

/** What stands still or has been mended, in words that were published for anybody. */
const STATUS_PAGE: Page = { path: STATUS, show: status };

/** What is for anybody to read. */
export const OPEN_PAGES: readonly Page[] = [...PROMISE_PAGES, STATUS_PAGE];

export const PUBLIC_PAGES: readonly Page[] = [...OPEN_PAGES, ...LINKED_PAGES];

function serviceLevelIn(language: Language): Page['show'] {
  return async (desk) => {
    const { now, policies } = await desk.circumstances();
    spoken(language, policies.inForce(now));
    // Whether it is open now changes by the minute.
    return shown('text/html', serviceLevelPage(policies, now, language), { minutes: 1 });
  };
}

const languageQuery = z.object({ language: z.enum(LANGUAGES).optional() });

async function feed(desk: Desk, { query }: Request): Promise<Response> {
  const { now, policies } = await desk.circumstances();
  const policy = policies.inForce(now);
  const language = spoken(languageQuery.parse(query).language ?? policy.languages[0] ?? 'nb', policy);
  const newYear = zoneOf(policy.timeZone).instantOf(`${yearNow(policy, now)}-01-01`, '00:00');
  const planned = await maintenanceFrom(desk, newYear);
  return shown('text/calendar', calendarFeed(policies, now, language, planned), { minutes: 60 });
}

async function status(desk: Desk, { query }: Request): Promise<Response> {
  const { now, policies } = await desk.circumstances();
  const policy = policies.inForce(now);
  const language = spoken(languageQuery.parse(query).language ?? policy.languages[0] ?? 'nb', policy);
  return shown('text/html', statusPage(await desk.statusPage.entries(), policy, now, language), { minutes: 1 });
}

function spoken(language: Language, { languages }: Policy): Language {
  if (languages.includes(language)) return language;
  throw new Refusal('no-such-path', `The promise is not published in this language, but in: ${languages.join(', ')}.`);
}
