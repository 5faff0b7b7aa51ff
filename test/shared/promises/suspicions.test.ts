import { NEGATIONS } from '../../../shared/promises/calming-words';
import { CLASSES, SIGNS } from '../../../shared/promises/suspect-words';
import { alarmingIn, LETTERS_READ, suspicionIn, wordsOf } from '../../../shared/promises/suspicions';
import { ALARMING, ORDINARY } from './suspicion-sentences';

describe('what suggests a critical error', () => {
  it.each(ALARMING.critical)('alarms: %s', (text) => {
    expect(suspicionIn(text)).toMatchObject({ of: 'critical' });
  });
});

describe('what suggests a breach', () => {
  it.each(ALARMING.security)('alarms: %s', (text) => {
    expect(suspicionIn(text)).toMatchObject({ of: 'security' });
  });
});

describe('an ordinary inquiry', () => {
  it.each(ORDINARY)('alarms nobody: %s', (text) => {
    expect(suspicionIn(text)).toBeUndefined();
  });
});

describe('a suspicion', () => {
  it('tells what was found in the words of the desk', () => {
    expect(suspicionIn('Hei!\nPÅMELDINGSSIDEN deres er dessverre helt NEDE!')).toEqual({
      of: 'critical',
      words: ['påmeldingssiden … er … nede'],
    });
  });

  it('tells no end of a sentence', () => {
    expect(suspicionIn('Det er nede.')?.words).toEqual(['det er nede']);
    expect(suspicionIn('Hello. Website down!')?.words).toEqual(['website down']);
  });

  it('is never told in words that only the stranger has', () => {
    const ours = new Set(
      [...SIGNS.flatMap(({ phrases }) => phrases), ...Object.values(CLASSES).flat()].flatMap((of) => of.split(/[ /]/)),
    );
    const told = [...ALARMING.critical, ...ALARMING.security].flatMap((text) => suspicionIn(text)?.words ?? []);
    expect(told.flatMap((words) => words.split(' ')).filter((word) => word !== '…' && !ours.has(word))).toEqual([]);
  });

  it('of a breach comes before one of an error', () => {
    expect(suspicionIn('Siden er nede. Er vi hacket?')).toEqual({ of: 'security', words: ['hacket'] });
  });

  it('tells each finding once, and some at the most', () => {
    expect(suspicionIn('Siden er nede! Siden er nede!')?.words).toEqual(['siden er nede']);
    const all = ALARMING.critical.join('\n\n');
    expect(suspicionIn(all)?.words).toHaveLength(10);
  });

  it('is the same however letters are written', () => {
    const text = 'Det er ikke mulig å melde seg på, og påmeldingen er nede.';
    expect(suspicionIn(text.normalize('NFD'))).toEqual(suspicionIn(text));
    expect(suspicionIn(text.toUpperCase())).toEqual(suspicionIn(text));
    expect(suspicionIn('We can’t log in.')).toEqual(suspicionIn("We can't log in."));
  });

  it('needs words', () => {
    for (const text of ['', '   ', '?!', '\n\n\n', '\uD800', '…']) expect(suspicionIn(text)).toBeUndefined();
  });
});

describe('a text of any length', () => {
  const ALARM = 'Siden er nede. ';

  it('is read from its beginning', () => {
    expect(suspicionIn(ALARM + 'hei '.repeat(300_000))).toMatchObject({ of: 'critical' });
    expect(suspicionIn('hei '.repeat(300_000) + ALARM)).toBeUndefined();
  });

  it('is read to a whole word', () => {
    const before = 'hei '.repeat(LETTERS_READ).slice(0, LETTERS_READ - 'siden er nede'.length - 2);
    expect(suspicionIn(`${before}. siden er nede`)).toBeDefined();
    expect(suspicionIn(`${before}. siden er nedenfor det andre`)).toBeUndefined();
  });

  const NEAR_MATCHES = [
    'siden er ',
    'siden er har vært helt helt ',
    'ingen av ',
    'alle alle ikke får ',
    'hvis siden er nede ',
    'ikke siden ',
    'the system is has been ',
    'ser får andre sine ',
    'e-e-e-',
    '. , ',
    '\n \n',
    "a'",
    ...SIGNS.flatMap(({ phrases }) => phrases).map((phrase) => `${firstWords(phrase)} `),
  ];

  it.each(NEAR_MATCHES)('costs so many looks a word, and no more where it is longer: %j', (near) => {
    const words = wordsOf(near.repeat(1_000_000 / near.length));
    expect(words.length).toBeLessThanOrEqual(LETTERS_READ + 2);
    const [some, twice] = [words.slice(0, 150), words.slice(0, 300)];
    expect(looksAt(twice)).toBeLessThan(LOOKS_MAX * twice.length);
    expect(looksAt(twice)).toBeLessThan(2.1 * looksAt(some) + LOOKS_MAX);
  });
});

describe('the data', () => {
  it('has each phrase once', () => {
    const phrases = SIGNS.flatMap((signs) => signs.phrases);
    expect(phrases.filter((phrase, place) => phrases.indexOf(phrase) !== place)).toEqual([]);
  });

  it.each(SIGNS.flatMap(({ of, phrases }) => phrases.map((phrase) => [phrase, of] as const)))(
    'is understood: %s',
    (phrase, of) => {
      const found = alarmingIn(wordsOf(said(phrase))).filter((sign) => sign.of === of);
      expect(found.map(({ words }) => words.replaceAll(' … ', ' '))).toContain(said(phrase));
    },
  );

  it('names no class that is not there, and every one that is', () => {
    const named = SIGNS.flatMap(({ phrases }) => phrases).flatMap((phrase) => phrase.match(/@\w+/g) ?? []);
    expect(new Set(named)).toEqual(new Set(Object.keys(CLASSES).map((name) => `@${name}`)));
  });

  it('is in lower case, as words are compared', () => {
    const all = [
      ...SIGNS.flatMap(({ phrases }) => phrases),
      ...Object.values(CLASSES).flat(),
      ...Object.keys(NEGATIONS),
    ];
    expect(all.filter((of) => of !== of.toLowerCase().normalize('NFC'))).toEqual([]);
  });
});

const LOOKS_MAX = 150;

/** How often words are looked at, which doesn't depend on the machine. */
function looksAt(words: readonly string[]): number {
  let looks = 0;
  const watched = new Proxy(words, {
    get(target, key, receiver) {
      looks += typeof key === 'string' && /^\d+$/.test(key) ? 1 : 0;
      return Reflect.get(target, key, receiver);
    },
  });
  alarmingIn(watched);
  return looks;
}

/** The phrase but for its last word. */
function firstWords(phrase: string): string {
  return said(phrase).split(' ').slice(0, -1).join(' ');
}

/** The phrase with the first of the words that would do, each time. */
function said(phrase: string): string {
  const words = phrase.split(' ').filter((word) => !/^[~…!]/.test(word));
  return words.map((word) => word.split('/')[0]?.replace(/^@(\w+)/, (_, name) => CLASSES[name]?.[0] ?? '')).join(' ');
}
