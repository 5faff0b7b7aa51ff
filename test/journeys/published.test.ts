import { policiesOf } from '../../shared/promises/policies';
import { readPolicy } from '../../shared/promises/policy';
import { roundTheClock } from '../shared/promises/round-the-clock';
import { deskAt, type RunningDesk } from '../support/in-process';
import { act, openedBy } from '../support/journey';

let desk: RunningDesk;
beforeAll(async () => {
  desk = await deskAt('2026-01-12T11:45:00+01:00');
});
afterAll(() => desk.stop());

const get = (path: string) => fetch(`${desk.local.httpUrl}${path}`);
const textOf = async (path: string) => (await get(path)).text();

describe('the published promise', () => {
  it('is a page that anybody may read, in both languages, which says whether we are open now', async () => {
    expect(await textOf('/tjenesteniva')).toContain('Stengt nå. Vi åpner igjen kl. 12.00.');
    expect(await textOf('/service-level')).toMatch(/<html lang="en">.*Closed now/s);
    await desk.moveClock('2026-01-12T14:00:00+01:00');
    expect(await textOf('/tjenesteniva')).toContain('Åpent nå. Vi stenger kl. 15.00.');
  });

  it('loads nothing but its stylesheet, and runs nothing', async () => {
    const page = await get('/tjenesteniva');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; style-src 'self'");
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const html = await page.text();
    expect(html).not.toMatch(/<script|style="|src=/);
    const css = await get('/service-level.css');
    expect([css.status, css.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
  });

  it('is a calendar to subscribe to as well', async () => {
    const feed = await get('/calendar.ics');
    expect(feed.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(await feed.text()).toMatch(/^BEGIN:VCALENDAR\r\n.*DTSTART;VALUE=DATE:20260713\r\n.*END:VCALENDAR\r\n$/s);
    expect(await textOf('/calendar.ics?language=en')).toContain('is closed');
    expect((await get('/calendar.ics?language=de')).status).toBe(400);
  });
});

describe('a wholly different promise, by data alone', () => {
  let elsewhere: RunningDesk;
  beforeAll(async () => {
    const policies = policiesOf([readPolicy(roundTheClock)]);
    elsewhere = await deskAt('2026-01-17T23:30:00-05:00', ':memory:', undefined, policies);
  });
  afterAll(() => elsewhere.stop());

  it('is kept: a Saturday night in New York, in hours, in English, begun by being assigned', async () => {
    const ticket = await openedBy(elsewhere, () => elsewhere.mail());
    expect(ticket.promise).toMatchObject({
      beginTarget: '2026-01-18T23:30:00-05:00',
      beginLatest: '2026-01-19T23:30:00-05:00',
    });
    const [letter] = await elsewhere.lettersTo('kari@kunde.example');
    expect(letter?.text).toContain(
      'We normally begin on Sunday 18 January by 23:30, and by Monday 19 January at 23:30 at the latest.',
    );
    const severe = await act(elsewhere, 'anna', ticket, 'triage', { kind: 'error', severity: 'severe' });
    expect(severe.body.promise).toMatchObject({ beginLatest: '2026-01-18T07:30:00-05:00' });
    const given = await act(elsewhere, 'anna', ticket, 'assignment', { agent: 'cato' });
    expect(given.body.begunAt).toBe('2026-01-17T23:30:00-05:00');
  });

  it('is published: open always, without levels, agreement or a Norwegian page', async () => {
    const page = await (await fetch(`${elsewhere.local.httpUrl}/service-level`)).text();
    expect(page).toContain('Elsewhere Inc.');
    expect(page).not.toMatch(/Level 2|agreement/);
    expect((await fetch(`${elsewhere.local.httpUrl}/tjenesteniva`)).status).toBe(404);
  });
});
