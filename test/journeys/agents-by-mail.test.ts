import type { SentLetter } from '../../infra/local/sent';
import { deskAt, type RunningDesk } from '../support/in-process';
import { act, openedBy, ticketOf, whatCameOf } from '../support/journey';
import { KARI, type TicketJson } from '../support/local-desk';

/** An agent answers the alert from the mailbox: the customer gets it as the desk's answer, or nobody does. */
describe('an agent who answers an alert by mail', () => {
  let desk: RunningDesk;
  let ticket: TicketJson;
  let alert: SentLetter;
  beforeEach(async () => {
    desk = await deskAt();
    const { opened, said } = await whatCameOf(desk, () => desk.mail());
    const [first] = opened;
    const [, second] = said;
    if (!first || !second) throw new Error('No ticket, or no alert.');
    ticket = first;
    alert = second;
  });
  afterEach(() => desk.stop());

  const answer = (from: string, changes: object = {}) =>
    desk.mail({
      from,
      to: alert.replyTo,
      subject: `Re: ${alert.subject}`,
      text: `Prøv igjen nå, Kari.\n\nmandag 12. januar 2026 kl. 10:00 skrev Eksempel <support@desk.test>:\n${quoted(alert.text)}`,
      ...changes,
    });
  const toKari = async () => (await desk.lettersTo(KARI)).slice(1);

  it('answers the customer as the desk, and begins the work', async () => {
    const { said } = await whatCameOf(desk, () => answer('anna@desk.test'));
    expect(said.map(({ to }) => to)).toEqual([KARI]);
    expect(said[0]?.text).toContain('Prøv igjen nå, Kari.');
    expect(said[0]?.text).not.toContain('Ny henvendelse');
    expect(said[0]?.from).toContain('support@desk.test');
    expect(await ticketOf(desk, ticket.id)).toMatchObject({ begunAt: expect.any(String), seen: 2 });
  });

  it('answers once, however often the mail is delivered', async () => {
    const messageId = '<svar-1@desk.test>';
    await answer('anna@desk.test', { messageId });
    await answer('anna@desk.test', { messageId });
    await desk.settle();
    expect(await toKari()).toHaveLength(1);
  });

  it('encloses what was enclosed', async () => {
    const content = Buffer.from('%PDF-1.4 veiledning');
    const { said } = await whatCameOf(desk, () =>
      answer('bo@desk.test', { attachments: [{ filename: 'veiledning.pdf', content }] }),
    );
    expect(said.map(({ to }) => to)).toEqual([KARI]);
    const { timeline } = await ticketOf(desk, ticket.id);
    expect(timeline.find(({ type }) => type === 'reply-written')?.attachments).toMatchObject([
      { name: 'veiledning.pdf', bytes: content.length },
    ]);
  });

  const held = async () => (await ticketOf(desk, ticket.id)).held;

  it.each([
    ['without DMARC', 'anna@desk.test', { headers: { 'X-Local-Verdicts': 'dmarc=FAIL' } }, 'unproven-agent'],
    ['to a letter that was sent to others', 'cato@desk.test', {}, 'unproven-agent'],
    ['from an address that is no agent’s', 'anna@falsk.example', {}, 'unknown-sender'],
    ['with nothing of one’s own above what it quotes', 'anna@desk.test', { text: 'MARKER' }, 'nothing-new'],
  ])('%s writes to nobody: it waits to be confirmed', async (_, from, changes: object, doubt) => {
    const text = 'text' in changes ? { text: `> ${alert.text.split('\n')[0]}\n> Ny henvendelse` } : {};
    const { said } = await whatCameOf(desk, () => answer(from, { ...changes, ...text }));
    expect(said.filter(({ to }) => to.includes(KARI))).toEqual([]);
    expect(said).toHaveLength(1);
    expect(await held()).toEqual([{ held: 0, doubt }]);
    expect((await ticketOf(desk, ticket.id)).begunAt).toBeNull();
  });

  it('goes out when another agent vouches for it', async () => {
    await answer('anna@desk.test', { headers: { 'X-Local-Verdicts': 'dmarc=FAIL' } });
    const { said } = await whatCameOf(desk, () => act(desk, 'bo', ticket, 'confirmation', { held: 0 }));
    expect(said.map(({ to }) => to)).toEqual([KARI]);
    expect(said[0]?.text).toContain('Prøv igjen nå, Kari.');
    expect(await held()).toEqual([]);
  });

  it('who has not seen what the customer wrote since does not talk past them', async () => {
    const [letter] = await desk.lettersTo(KARI);
    await whatCameOf(desk, () => desk.mail({ to: letter?.replyTo ?? '', text: 'Glem det, nå virker det.' }));
    const { said } = await whatCameOf(desk, () => answer('anna@desk.test'));
    expect(said.filter(({ to }) => to.includes(KARI))).toEqual([]);
    expect(await held()).toEqual([{ held: 0, doubt: 'conversation-moved-on' }]);
  });

  it('who is away answers nobody: the machine’s mail is a note', async () => {
    const { said } = await whatCameOf(desk, () =>
      answer('anna@desk.test', { subject: 'Automatisk svar: ferie', headers: { 'Auto-Submitted': 'auto-replied' } }),
    );
    expect(said).toEqual([]);
    const { timeline } = await ticketOf(desk, ticket.id);
    expect(timeline.at(-1)).toMatchObject({ type: 'automatic-mail-noted', as: 'auto' });
  });
});

describe('a mail that an agent hands on', () => {
  let desk: RunningDesk;
  beforeAll(async () => {
    desk = await deskAt();
  });
  afterAll(() => desk.stop());

  const forward = (changes: object = {}) =>
    desk.mail({
      from: 'Anna <anna@desk.test>',
      subject: 'VS: Kvittering mangler',
      text: [
        'Denne kom til meg.',
        '',
        '---------- Forwarded message ---------',
        'Fra: Ola Hansen <ola@firma.example>',
        'Date: man. 12. jan. 2026 kl. 09:12',
        'Subject: Kvittering mangler',
        'To: Anna <anna@desk.test>',
        '',
        'Hei Anna, jeg har ikke fått kvittering.',
      ].join('\n'),
      ...changes,
    });

  it('opens the ticket in the customer’s name, and acknowledges it to nobody', async () => {
    const { opened, said } = await whatCameOf(desk, () => forward());
    expect(opened).toMatchObject([
      { subject: 'Kvittering mangler', customer: { name: 'Ola Hansen', email: 'ola@firma.example' } },
    ]);
    expect(opened[0]?.timeline[1]?.text).toContain('Hei Anna, jeg har ikke fått kvittering.');
    expect(opened[0]?.timeline[1]?.text).not.toContain('Denne kom til meg.');
    expect(said.map(({ to }) => to)).toEqual(['anna@desk.test, bo@desk.test']);
  });

  it('by somebody who only says to be the agent opens a ticket in their own', async () => {
    const ticket = await openedBy(desk, () => forward({ headers: { 'X-Local-Verdicts': 'dmarc=FAIL' } }));
    expect(ticket.customer).toMatchObject({ email: 'anna@desk.test' });
  });
});

const quoted = (text: string): string => text.replace(/^/gm, '> ');
