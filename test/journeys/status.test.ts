import { deskAt, type RunningDesk } from '../support/in-process';
import { act, openedBy } from '../support/journey';
import type { TicketJson } from '../support/local-desk';

let desk: RunningDesk;
beforeEach(async () => {
  desk = await deskAt();
});
afterEach(() => desk.stop());

const page = async (
  query = '',
): Promise<{ readonly html: string; readonly headers: Headers; readonly status: number }> => {
  const response = await fetch(`${desk.local.httpUrl}/status${query}`);
  return { html: await response.text(), headers: response.headers, status: response.status };
};

async function incident(subject: string): Promise<TicketJson> {
  const lead = await openedBy(desk, () => desk.mail({ subject }));
  await act(desk, 'anna', lead, 'incident', { title: `Internt: ${subject}` });
  return lead;
}

async function published(text: string): Promise<TicketJson> {
  const lead = await incident('Treg påmelding');
  expect(await act(desk, 'anna', lead, 'incident/publication', { text })).toMatchObject({ status: 200 });
  await desk.settle();
  return lead;
}

describe('the status page', () => {
  it('says that nothing is reported, in Norwegian and in English', async () => {
    expect((await page()).html).toContain('Ingen hendelser er meldt akkurat nå.');
    expect((await page('?language=en')).html).toContain('No incidents reported now.');
    expect((await page('?language=de')).status).toBe(400);
  });

  it('shows an incident as it was published, and nothing of whom it concerns', async () => {
    const lead = await published('Påmeldingen er treg.\n\nVi arbeider med saken.');
    const { html } = await page();
    expect(html).toContain(
      '<h3>Mandag 12. januar kl. 10.00</h3><p>Påmeldingen er treg.</p><p>Vi arbeider med saken.</p>',
    );
    for (const secret of [lead.id, 'kari@kunde.example', 'Kari', 'Internt', 'Treg påmelding'])
      expect(html).not.toContain(secret);
  });

  it('shows what was written as text', async () => {
    await published('<script>alert(1)</script> & "noe"');
    expect((await page()).html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;noe&quot;');
  });

  it('lets nothing run, and is kept for no longer than a minute', async () => {
    const { headers } = await page();
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=60',
    });
  });

  it('says that it is solved, for thirty days, and that it goes on when it comes back', async () => {
    const lead = await published('Påmeldingen er treg.');
    await act(desk, 'anna', lead, 'resolution', { text: 'Løst.' });
    await desk.settle();
    expect((await page()).html).toContain('Løst mandag 12. januar kl. 10.00.');
    await act(desk, 'anna', lead, 'reopening', {});
    await desk.settle();
    expect((await page()).html).toContain('En hendelse pågår.');
    await act(desk, 'anna', lead, 'resolution', { text: 'Løst.' });
    await desk.moveClock('2026-02-11T09:59:00+01:00');
    expect((await page()).html).toContain('Påmeldingen er treg.');
    await desk.moveClock('2026-02-11T10:01:00+01:00');
    expect((await page()).html).not.toContain('Påmeldingen er treg.');
  });

  it('shows those that go on first, and says nothing of what was withdrawn', async () => {
    const solved = await published('Den løste.');
    await act(desk, 'anna', solved, 'resolution', { text: 'Løst.' });
    await published('Den åpne.');
    const withdrawn = await published('Den trukne.');
    await act(desk, 'anna', withdrawn, 'incident/withdrawal');
    await desk.settle();
    const { html } = await page();
    expect(html.indexOf('Den åpne.')).toBeGreaterThan(0);
    expect(html.indexOf('Den løste.')).toBeGreaterThan(html.indexOf('Den åpne.'));
    expect(html).not.toContain('Den trukne.');
  });

  it('tells what is published of no ticket that leads no incident', async () => {
    const ticket = await openedBy(desk, () => desk.mail());
    expect(await act(desk, 'anna', ticket, 'incident/publication', { text: 'Hei' })).toMatchObject({
      status: 409,
      body: { error: 'no-incident' },
    });
  });
});
