import { cannedAnswers } from '../../../../infra/canned-answers';
import { FIELDS, filled, firstName, valuesOf } from '../../../../shared/mail/letters/canned';
import { cannedAnswer } from '../../../../shared/mail/letters/canned-answer';
import { KINDS, type Kind } from '../../../../shared/promises/policy';
import { LANGUAGES } from '../../../../shared/promises/say';
import { anna, answered, at, policy, ticketWith, triagedAs } from './tickets';

const known = { policy, now: at('tue', '11:00') };
const valuesFor = (ticket = ticketWith()) => valuesOf(ticket, 'Anna Berg', known);
const sent = (text: string, ticket = ticketWith()) => filled(text, valuesFor(ticket));

describe('a text with fields', () => {
  it('is filled with what is known of the ticket, and of whoever answers', () => {
    expect(sent('Hei {name}, jeg heter {agent}, er hos {vendor} og har tatt {number}: «{subject}».')).toEqual({
      text: 'Hei Kari, jeg heter Anna Berg, er hos Eksempel Påmelding AS og har tatt 7K3M-Q9XD: «Får ikke åpnet påmeldingen».',
      missing: [],
    });
  });

  it.each([
    ['Hei {name},', 'Hei,'],
    ['Hello {name}!', 'Hello!'],
    ['Takk, {name}.', 'Takk.'],
    ['Hei.\n{name}, vi har rettet feilen.', 'Hei.\nVi har rettet feilen.'],
  ])('reads well where the customer has no name: %j', (text, expected) => {
    expect(sent(text, ticketWith([], { customer: { email: 'post@kunde.test' } })).text).toBe(expected);
  });

  it('leaves open what is not known, and says so', () => {
    expect(sent('Rettes i {version}.\n{steps}\n{version}')).toEqual({
      text: 'Rettes i {version}.\n{steps}\n{version}',
      missing: ['version', 'steps'],
    });
  });

  it('takes a value for plain text on one line, that opens no other field', () => {
    const subject = '{vendor} $& {agent}\r\nHei \u202eKari\nLås {steps}';
    expect(sent('Om «{subject}».', ticketWith([], { subject })).text).toBe(
      'Om «{vendor} $& {agent} Hei Kari Lås {steps}».',
    );
  });
});

describe('the first name', () => {
  it.each([
    ['Kari Nordmann', 'Kari'],
    ['  Anne-Lise  von Berg', 'Anne-Lise'],
    ['Nordmann, Kari', 'Kari'],
    ['Ólöf', 'Ólöf'],
  ])('of “%s” is %s', (name, first) => {
    expect(firstName(name)).toBe(first);
  });

  it.each([
    undefined,
    '',
    'kari@kunde.test',
    '{vendor} {agent}',
    'https://vond.example Vinn',
    '<b>Kari</b>',
    'k'.repeat(41),
  ])('is none that looks like something else: %s', (name) => {
    expect(firstName(name)).toBeUndefined();
  });
});

describe('the latest instant to begin', () => {
  const latest = (kind: Kind, begun = false) => {
    const begin = {
      type: 'work-begun',
      at: known.now,
      by: anna,
      how: 'answered',
      inTime: true,
      withinTarget: true,
    } as const;
    return valuesFor(ticketWith([triagedAs(kind), ...(begun ? [answered('Hei'), begin] : [])])).beginLatest;
  };

  it('is said where the promise says it (P6, P16)', () => {
    expect(latest('request')).toBe('onsdag 25. november kl. 15.00');
    expect(latest('severe')).toBe('onsdag 25. november kl. 16.00');
  });

  it.each(['critical', 'security', 'minor'] as const)(
    'is ours alone for a kind that is told no instants: %s',
    (kind) => {
      expect(latest(kind)).toBeUndefined();
    },
  );

  it('is not said any more when work has begun', () => {
    expect(latest('request', true)).toBeUndefined();
  });
});

describe('an answer as somebody writes it', () => {
  const written = { id: 'a-b', kinds: [], title: { nb: 'A', en: 'A' }, text: { nb: 'Hei {name}', en: 'Hello {name}' } };

  it('with a field that nobody could fill is refused with those that there are', () => {
    const { error } = cannedAnswer.safeParse({ ...written, text: { nb: 'Hei {navn} { name }', en: 'Hello' } });
    expect(error?.issues).toMatchObject([
      {
        path: ['text', 'nb'],
        message:
          'There is no field {navn}, { name }. There are: {name}, {number}, {subject}, {agent}, {vendor}, {version}, {beginLatest}, {steps}.',
      },
    ]);
  });

  it.each([
    ['an id that is no slug', { id: 'A B' }],
    ['a kind that there is not', { kinds: ['weird'] }],
    ['one language alone', { text: { nb: 'Hei' } }],
    ['a text of more than 5,000 characters', { text: { nb: 'a'.repeat(5_001), en: 'a' } }],
    ['no title', { title: { nb: ' ', en: 'A' } }],
  ])('has not %s', (_, changes) => {
    expect(cannedAnswer.safeParse({ ...written, ...changes }).success).toBe(false);
  });
});

describe('the answers that a desk begins with', () => {
  it('are a dozen or more, each under an id of its own, with some for every kind', () => {
    expect(new Set(cannedAnswers.map(({ id }) => id)).size).toBe(cannedAnswers.length);
    expect(cannedAnswers.length).toBeGreaterThanOrEqual(12);
    for (const kind of KINDS) expect(cannedAnswers.filter(({ kinds }) => kinds.includes(kind))).not.toEqual([]);
  });

  it.each(cannedAnswers.map((answer) => [answer.id, answer] as const))(
    'say the same in both languages: %s',
    (_, { text }) => {
      const fields = (words: string) => FIELDS.filter((field) => words.includes(`{${field}}`));
      expect(fields(text.nb)).toEqual(fields(text.en));
      for (const language of LANGUAGES)
        expect(text[language]).toMatch(/^(Hei|Hello) \{name\},\n\n.*(Vennlig hilsen|Kind regards)$/s);
    },
  );
});
