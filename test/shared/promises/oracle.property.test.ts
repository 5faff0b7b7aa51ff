import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { everyClaim } from './properties/property';
import { randomPolicy, theDefaultPolicy } from './properties/random-policies';

// A sample; `npm run check:deep` takes a million. The time is for making a counterexample small.
const QUESTIONS = 50;
const TIME = { interruptAfterTimeLimit: 20_000 };

describe('the promise engine', () => {
  it('agrees with the oracle and keeps the laws of open time, by the default policy', () => {
    fc.assert(everyClaim(theDefaultPolicy, QUESTIONS), { numRuns: 3, ...TIME });
  });

  it('agrees with the oracle and keeps the laws of open time, by policies of any kind', () => {
    fc.assert(everyClaim(randomPolicy(), QUESTIONS), { numRuns: 12, ...TIME });
  });
});

describe('the oracle', () => {
  const folder = join(__dirname, 'oracle');

  it.each(readdirSync(folder))('has no code in common with what it checks: %s', (file) => {
    const imports = readFileSync(join(folder, file), 'utf8').match(/^import .*$/gm) ?? [];
    expect(imports.filter((line) => !line.startsWith('import type ') && !line.includes(" from './"))).toEqual([]);
  });
});
