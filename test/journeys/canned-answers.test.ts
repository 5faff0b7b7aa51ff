import { cannedAnswers } from '../../infra/canned-answers';
import { deskAt, type RunningDesk } from '../support/in-process';
import { act, openedBy } from '../support/journey';
import type { Answer } from '../support/local-desk';

let desk: RunningDesk;
beforeAll(async () => {
  desk = await deskAt();
});
afterAll(() => desk.stop());

interface Canned {
  readonly id: string;
  readonly text?: unknown;
}

const all = async () => (await desk.api<{ answers: readonly Canned[] }>('anna', '/answers')).body.answers;
const ids = (answers: readonly Canned[]) => answers.map(({ id }) => id);
const keep = (changes: object): Promise<Answer<Canned>> => desk.api('bo', '/answers', { ...OWN, ...changes });
const remove = (id: string) => desk.api<object>('bo', `/answers/${id}/removal`, {});

const OWN = {
  id: 'try-again',
  kinds: ['minor'],
  title: { nb: 'Prøv igjen', en: 'Try again' },
  text: { nb: 'Hei {name}, prøv igjen.', en: 'Hello {name}, please try again.' },
};

describe('the answers of the desk', () => {
  it('are those that it begins with, and the fields that there are', async () => {
    expect((await desk.api('anna', '/answers')).body).toMatchObject({
      answers: cannedAnswers,
      fields: expect.arrayContaining(['name', 'number', 'subject', 'agent']),
    });
  });

  it('are joined by what an agent writes', async () => {
    expect(await keep({})).toEqual({ status: 200, body: OWN });
    expect((await all()).at(-1)).toEqual(OWN);
  });

  it('are replaced by what an agent writes under the same id, in their place', async () => {
    const before = ids(await all());
    await keep({ id: 'more-time' });
    expect(ids(await all())).toEqual(before);
    expect((await all()).find(({ id }) => id === 'more-time')).toEqual({ ...OWN, id: 'more-time' });
  });

  it('are taken away, also those that the desk began with, until somebody writes them again', async () => {
    expect((await remove('how-to')).status).toBe(204);
    expect(ids(await all())).not.toContain('how-to');
    expect(await remove('how-to')).toMatchObject({
      status: 404,
      body: { message: expect.stringMatching(/^There is no answer “how-to”. Choose one of: more-information, /) },
    });
    await keep({ id: 'how-to' });
    expect(ids(await all())).toContain('how-to');
  });

  it('have no field that nobody could fill', async () => {
    expect(await keep({ text: { nb: 'Hei {kunde}', en: 'Hello' } })).toMatchObject({
      status: 400,
      body: {
        error: 'bad-request',
        message: expect.stringContaining('There is no field {kunde}. There are: {name}, '),
      },
    });
  });
});

describe('the answers for a ticket', () => {
  interface Ready {
    readonly language: string;
    readonly answers: readonly {
      readonly id: string;
      readonly title: string;
      readonly text: string;
      readonly missing: [];
    }[];
  }
  const readyFor = async (id: string, agent = 'anna') => (await desk.api<Ready>(agent, `/tickets/${id}/answers`)).body;
  const inquiry = (mail = {}) => openedBy(desk, () => desk.mail(mail));

  it('are filled in its language, and can be sent as they are', async () => {
    const ticket = await inquiry();
    const { language, answers } = await readyFor(ticket.id);
    const ready = answers.find(({ id }) => id === 'case-taken');
    expect([language, ready]).toEqual([
      'nb',
      {
        id: 'case-taken',
        title: 'Vi har tatt saken',
        text: `Hei Kari,\n\nJeg har tatt sak ${ticket.id}, «Får ikke åpnet skjemaet», og ser på den nå. Du hører fra meg igjen så snart jeg vet mer.\n\nVennlig hilsen`,
        missing: [],
      },
    ]);
    expect((await act(desk, 'anna', ticket, 'replies', { text: ready?.text, seen: 1 })).status).toBe(200);
  });

  it('are in English for whoever writes English, and say what the agent has to write', async () => {
    const ticket = await inquiry({
      from: 'jane@customer.example',
      subject: 'Cannot open the form',
      text: 'Hello! I cannot open the registration form. Could you please help me with this?',
    });
    const { language, answers } = await readyFor(ticket.id);
    expect(language).toBe('en');
    expect(answers.find(({ id }) => id === 'known-error')).toMatchObject({
      title: 'A known error, and a way round it',
      missing: ['steps'],
    });
  });

  it('are those for its kind and for any; before triage, all', async () => {
    const ticket = await inquiry();
    expect(ids(await all())).toEqual(ids((await readyFor(ticket.id)).answers));
    await act(desk, 'anna', ticket, 'triage', { kind: 'assignment' });
    const fitting = ids((await readyFor(ticket.id)).answers);
    expect(fitting).toEqual(expect.arrayContaining(['needs-an-estimate', 'more-information']));
    expect(fitting).not.toContain('sign-in');
  });

  it('are none where there is no such ticket', async () => {
    for (const id of ['ZZZZ-ZZZZ', 'nonsense'])
      expect(await desk.api('anna', `/tickets/${id}/answers`)).toMatchObject({ status: 404 });
  });
});
