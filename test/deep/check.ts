import * as fc from 'fast-check';
import { agreements, type Claim } from '../shared/promises/properties/agreements';
import { laws } from '../shared/promises/properties/laws';
import { claims, everyClaim } from '../shared/promises/properties/property';
import { randomPolicy, theDefaultPolicy } from '../shared/promises/properties/random-policies';

// A round takes seconds: more are given so that a counterexample can be made small, but not hours.
const A_ROUND = { numRuns: 20, interruptAfterTimeLimit: 180_000 };
const QUESTIONS_A_POLICY = 400;
const TELL_EVERY_SECONDS = 5;

const anyPolicy = fc.oneof({ weight: 1, arbitrary: theDefaultPolicy }, { weight: 5, arbitrary: randomPolicy() });

type Counted = Map<Claim, number>;

const seed = numberFrom('SEED') ?? Date.now() % 1_000_000_000;
const wanted = numberFrom('CASES') ?? 1_000_000;

process.exitCode = checkAll() ? 0 : 1;

/** Round after round until the oracle has judged as many cases as are wanted; the laws are put to the same questions. */
function checkAll(): boolean {
  console.log(`The promise engine against the oracle, ${inFigures(wanted)} cases. SEED=${seed} repeats them.`);
  const counted: Counted = new Map();
  const tell = progress(counted);
  const property = everyClaim(anyPolicy, QUESTIONS_A_POLICY, (claim, cases) => {
    counted.set(claim, (counted.get(claim) ?? 0) + cases);
    tell();
  });
  for (let round = 0; sum(agreements, counted) < wanted; round += 1) {
    const found = fc.check(property, { ...A_ROUND, seed: seed + round });
    if (found.failed) return report(found);
  }
  summarise(counted);
  return true;
}

function report<T>(found: fc.RunDetails<T>): false {
  console.error(`\n${fc.defaultReportMessage(found)}\n`, found.errorInstance);
  return false;
}

// A case is one claim put to one random question about a random policy, where the oracle sees far enough to judge.
function summarise(counted: Counted): void {
  console.log('');
  for (const claim of claims) console.log(`${inFigures(counted.get(claim) ?? 0).padStart(11)}  ${claim.claim}`);
  const compared = inFigures(sum(agreements, counted));
  const lawful = inFigures(sum(laws, counted));
  console.log(`\nAll hold: ${compared} cases compared with the oracle, ${lawful} of laws, ${rate(counted)}.`);
}

function progress(counted: Counted): () => void {
  let toldAt = 0;
  return () => {
    if (performance.now() - toldAt < TELL_EVERY_SECONDS * 1_000) return;
    toldAt = performance.now();
    console.log(`… ${inFigures(sum(agreements, counted))} of ${inFigures(wanted)} compared, ${rate(counted)}`);
  };
}

function rate(counted: Counted): string {
  const seconds = performance.now() / 1_000;
  return `${inFigures(sum(claims, counted) / seconds)} cases/s in all, ${seconds.toFixed(0)} s`;
}

function sum(some: readonly Claim[], counted: Counted): number {
  return some.reduce((total, claim) => total + (counted.get(claim) ?? 0), 0);
}

function inFigures(number: number): string {
  return Math.round(number).toLocaleString('en');
}

function numberFrom(name: string): number | undefined {
  const { [name]: written } = process.env;
  if (written === undefined) return undefined;
  if (/^\d+$/.test(written)) return Number(written);
  throw new RangeError(`${name} is a whole number, not “${written}”.`);
}
