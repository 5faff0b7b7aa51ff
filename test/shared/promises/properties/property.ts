import * as fc from 'fast-check';
import { agreements, type Claim } from './agreements';
import { laws } from './laws';
import { draft, type Question, questionOf } from './questions';
import type { Written } from './random-policies';
import { type World, worldOf } from './world';

export const claims: readonly Claim[] = [...agreements, ...laws];

/** Hears of every claim that was put to a policy, and of how many cases: questions that the oracle could judge. */
export type Judged = (claim: Claim, cases: number) => void;

/** Every claim, put to up to so many random questions about each policy. */
export function everyClaim(policy: fc.Arbitrary<Written>, questionsAtMost: number, judged: Judged = () => undefined) {
  const drafts = fc.array(draft, { minLength: 1, maxLength: questionsAtMost, size: 'max' });
  const asked = fc.tuple(policy, drafts).map(([written, drafts]) => ({
    written,
    questions: drafts.map((draft) => questionOf(draft, worldOf(written).edges)),
  }));
  return fc.property(asked, ({ written, questions }) => {
    const world = worldOf(written);
    for (const claim of claims) judged(claim, questions.filter((question) => isJudged(claim, world, question)).length);
  });
}

function isJudged({ claim, holds }: Claim, world: World, question: Question): boolean {
  try {
    return holds(world, question);
  } catch (cause) {
    throw new Error(`It does not hold that ${claim}: ${inUtc(question)}`, { cause });
  }
}

const inUtc = ({ t, u, ...rest }: Question): string =>
  JSON.stringify({ t: new Date(t).toISOString(), u: new Date(u).toISOString(), ...rest });
