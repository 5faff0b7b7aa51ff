import { KINDS, type Kind } from '../../../shared/promises/policy';
import { LANGUAGES } from '../../../shared/promises/say';
import { type Answers, answersSchema, clauseNamed, type Question, triageBy } from '../../../shared/promises/triage';
import { ANSWERS, QUESTIONS, RULES } from '../../../shared/promises/triage-table';

const ERROR = { about: 'error', service: 'running', data: 'kept' } as const;

describe('the definitions', () => {
  it.each<[string, Answers, Kind, string]>([
    ['a service that stops', { about: 'error', service: 'stopped' }, 'critical', 'service-stops'],
    ['lost data', { about: 'error', service: 'running', data: 'lost' }, 'critical', 'data-lost'],
    ['a critical function', { ...ERROR, function: 'critical' }, 'critical', 'critical-function'],
    [
      'an important function that takes time and effort to get around',
      { ...ERROR, function: 'important', wayRound: 'costly' },
      'severe',
      'important-no-easy-way-round',
    ],
    [
      'a single function that is easy to get around',
      { ...ERROR, function: 'single', wayRound: 'easily' },
      'minor',
      'single-easy-way-round',
    ],
    [
      'documentation without which the service cannot be used',
      { about: 'documentation', documentation: 'unusable' },
      'critical',
      'documentation-unusable',
    ],
    [
      'documentation without which something important cannot be used',
      { about: 'documentation', documentation: 'important' },
      'severe',
      'documentation-important',
    ],
    [
      'documentation with gaps',
      { about: 'documentation', documentation: 'imprecise' },
      'minor',
      'documentation-imprecise',
    ],
    ['a request', { about: 'request' }, 'request', 'request'],
    ['work beyond support', { about: 'assignment' }, 'assignment', 'assignment'],
    ['a sign of a breach', { about: 'security' }, 'security', 'security'],
  ])('name %s', (_, answers, kind, clause) => {
    expect(triageBy(answers)).toMatchObject({ is: 'decided', kind, clause: { id: clause } });
  });
});

describe('what the definitions leave out', () => {
  it.each<[string, Kind]>([
    ['easily', 'minor'],
    ['without', 'minor'],
    ['costly', 'severe'],
    ['none', 'severe'],
  ])('is decided by whether the job gets done, whatever the function: %s', (wayRound, kind) => {
    for (const importance of ['important', 'single'])
      expect(triageBy(answersSchema.parse({ ...ERROR, function: importance, wayRound }))).toMatchObject({ kind });
  });

  it('lets nobody be asked for a way round a critical function', () => {
    expect(answersSchema.safeParse({ ...ERROR, function: 'critical', wayRound: 'easily' }).success).toBe(false);
    expect(triageBy({ ...ERROR, function: 'critical' })).toMatchObject({ kind: 'critical' });
  });
});

describe('every way through the questions', () => {
  const ways = waysOnFrom({});

  it('comes to an outcome, by one rule and no other', () => {
    expect(ways).toHaveLength(17);
    for (const answers of ways)
      expect({ answers, rules: rulesFor(answers) }).toEqual({ answers, rules: [decided(answers)] });
  });

  it('reaches every rule, every question and every answer', () => {
    expect(new Set(ways.flatMap(rulesFor))).toEqual(new Set(RULES.map(({ clause }) => clause.id)));
    const given = new Set(ways.flatMap((answers) => Object.entries(answers).map(String)));
    expect(given).toEqual(new Set(Object.entries(ANSWERS).flatMap(([id, of]) => of.map((one) => `${id},${one}`))));
  });

  it('decides every kind', () => {
    expect(new Set(ways.map(kindOf))).toEqual(new Set(KINDS));
  });

  it('is taken by the door as it is, in any order', () => {
    for (const answers of ways) {
      const backwards = Object.fromEntries(Object.entries(answers).toReversed());
      expect(answersSchema.parse(backwards)).toEqual(answers);
    }
  });

  it('never becomes less severe by a graver answer', () => {
    for (const answers of ways)
      for (const graver of madeGraver(answers))
        expect({ graver, severity: severityOf(graver) >= severityOf(answers) }).toEqual({ graver, severity: true });
  });
});

describe('answers', () => {
  it('are asked for one by one', () => {
    expect(asked({})).toBe('about');
    expect(asked({ about: 'error' })).toBe('service');
    expect(asked({ about: 'error', service: 'running' })).toBe('data');
    expect(asked(ERROR)).toBe('function');
    expect(asked({ ...ERROR, function: 'single' })).toBe('wayRound');
    expect(asked({ about: 'documentation' })).toBe('documentation');
  });

  it.each([
    [{ about: 'bug' }, '“about” is answered with “error”, “documentation”, “request”, “assignment” or “security”.'],
    [
      { about: 'error', colour: 'red' },
      'There is no question “colour”. The questions are “about”, “service”, “data”, “function”, “wayRound” and “documentation”.',
    ],
    [
      { about: 'request', service: 'stopped' },
      '“service” is asked only when “about” is “error”. Leave it out, or correct the other answers.',
    ],
    [
      { ...ERROR, function: 'critical', wayRound: 'easily' },
      '“wayRound” is asked only when “function” is “important” or “single”. Leave it out, or correct the other answers.',
    ],
    [
      { about: 'error', data: 'lost' },
      '“data” is asked only when “service” is “running”. Leave it out, or correct the other answers.',
    ],
  ])('are refused with what is possible: %j', (answers, message) => {
    expect(answersSchema.safeParse(answers).error?.issues.map((issue) => issue.message)).toEqual([message]);
  });
});

describe('the words', () => {
  const words = [
    ...QUESTIONS.flatMap(({ answers, ...question }) => [question, ...Object.values(answers)]),
    ...RULES.map(({ clause }) => clause),
  ];

  it.each(LANGUAGES)('are all there in %s, each its own', (language) => {
    const texts = words.map((said) => said[language]);
    expect(texts.filter((text) => text.trim().length < 2)).toEqual([]);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('of a clause are found by its name', () => {
    for (const { clause } of RULES) expect(clauseNamed(clause.id)).toBe(clause);
    expect(clauseNamed('no-such-clause')).toBeUndefined();
  });
});

function waysOnFrom(answers: Answers): readonly Answers[] {
  const triage = triageBy(answers);
  if (triage.is === 'decided') return [answers];
  return answersTo(triage.ask).flatMap((answer) =>
    waysOnFrom(answersSchema.parse({ ...answers, [triage.ask.id]: answer })),
  );
}

function madeGraver(answers: Answers): readonly Answers[] {
  return QUESTIONS.slice(1).flatMap(({ id }) => {
    const scale: readonly string[] = ANSWERS[id];
    const graver = scale.slice(0, Math.max(0, scale.indexOf(answers[id] ?? '')));
    return graver.flatMap((answer) => waysOnFrom(whatIsAsked({ ...answers, [id]: answer })));
  });
}

/** The same answers, without those to what is no longer asked. */
function whatIsAsked(given: Readonly<Record<string, string>>): Answers {
  let answers: Answers = {};
  for (let triage = triageBy(answers); triage.is === 'incomplete' && given[triage.ask.id]; triage = triageBy(answers))
    answers = answersSchema.parse({ ...answers, [triage.ask.id]: given[triage.ask.id] });
  return answers;
}

function answersTo({ id }: Question): readonly string[] {
  return ANSWERS[id];
}

const rulesFor = (answers: Answers): readonly string[] =>
  RULES.filter(({ when }) =>
    QUESTIONS.every(({ id }) => {
      const wanted: readonly string[] | undefined = when[id];
      return wanted === undefined || wanted.includes(answers[id] ?? '');
    }),
  ).map(({ clause }) => clause.id);

function asked(answers: Answers): string {
  const triage = triageBy(answers);
  return triage.is === 'incomplete' ? triage.ask.id : 'nothing';
}

function decided(answers: Answers): string {
  const triage = triageBy(answers);
  return triage.is === 'decided' ? triage.clause.id : 'nothing';
}

function kindOf(answers: Answers): Kind | undefined {
  const triage = triageBy(answers);
  return triage.is === 'decided' ? triage.kind : undefined;
}

const SEVERITIES: readonly (Kind | undefined)[] = ['minor', 'severe', 'critical'];
const severityOf = (answers: Answers): number => SEVERITIES.indexOf(kindOf(answers));
