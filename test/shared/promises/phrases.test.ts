import { phrasebook } from '../../../shared/promises/phrases';

const VOCABULARY = {
  classes: { site: ['site', 'page'] },
  fillers: new Set(['is', 'really', 'very']),
  stops: new Set(['.', 'not']),
};

const foundIn = (text: string, ...phrases: string[]) =>
  phrasebook(phrases, VOCABULARY)(text.split(' ')).map(({ words }) => words);

describe('a phrase', () => {
  it('is its words in order, whole and next to one another', () => {
    expect(foundIn('the site is down', 'is down')).toEqual(['is down']);
    expect(foundIn('down is the site', 'is down')).toEqual([]);
    expect(foundIn('is it down', 'is down')).toEqual([]);
    expect(foundIn('is downhill', 'is down')).toEqual([]);
  });

  it('has words that will do for one another, by themselves or as a class', () => {
    expect(foundIn('page down . site up . shop down', '@site/shop down/up')).toEqual([
      'page down',
      'site up',
      'shop down',
    ]);
  });

  it('passes over fillers at ~, four at the most', () => {
    expect(foundIn('site down', 'site ~ down')).toEqual(['site down']);
    expect(foundIn('site is really very down', 'site ~ down')).toEqual(['site … down']);
    expect(foundIn('site is not down', 'site ~ down')).toEqual([]);
    expect(foundIn('site is is is is is down', 'site ~ down')).toEqual([]);
  });

  it('passes over any words at …, three at the most, but not where they stop', () => {
    expect(foundIn('site of our club down', 'site … down')).toEqual(['site … down']);
    expect(foundIn('site of our old club down', 'site … down')).toEqual([]);
    expect(foundIn('site . down', 'site … down')).toEqual([]);
    expect(foundIn('site not down', 'site … down')).toEqual([]);
  });

  it('can forbid what comes next', () => {
    expect(foundIn('site down', 'site down !by/to')).toEqual(['site down']);
    expect(foundIn('site down by the river', 'site down !by/to')).toEqual([]);
  });

  it('is found wherever it is, and tells where', () => {
    expect(phrasebook(['a b'], VOCABULARY)(['a', 'b', 'a', 'b'])).toEqual([
      { words: 'a b', from: 0, to: 2 },
      { words: 'a b', from: 2, to: 4 },
    ]);
  });
});
