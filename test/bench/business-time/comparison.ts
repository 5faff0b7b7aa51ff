import { aSecond, atLeast, type Row, thousands } from '../findings';
import { inTurns, ratePerSecond } from '../measure';
import { type Case, casesOf } from './cases';
import type { Contender } from './contender';
import { dayjsBusinessTime } from './dayjs-business-time';
import { inZone } from './in-zone';
import { luxonWalk } from './luxon-walk';
import { supportCalendar, supportHours } from './support-hours';
import { temporalWalk } from './temporal-walk';

const CASES = 1_000;
const ROUNDS = 5;
// Ours go over the cases so many times for one of theirs, or a round of ours were too short to be measured.
const OUR_PASSES = 200;

interface Opponent {
  readonly name: string;
  readonly contender: Contender;
  /** Its other answers are counted, and may be some. */
  readonly errs?: true;
  /** How many times as fast ours has to be. */
  readonly floor?: number;
}

const OPPONENTS: readonly Opponent[] = [
  { name: 'a day walk on temporal-polyfill', contender: temporalWalk, floor: 500 },
  { name: 'a day walk on luxon', contender: luxonWalk },
  { name: 'dayjs-business-time', contender: dayjsBusinessTime, errs: true },
];

const QUESTIONS = {
  add: ({ add }: Contender, { from, ms }: Case) => add(from, ms),
  between: ({ between }: Contender, { from, to }: Case) => between(from, to),
};
type Question = keyof typeof QUESTIONS;

/** The calendar against libraries: how fast they answer, and whether they answer alike. */
export function compareWithLibraries(): Promise<Row[]> {
  const cases = casesOf(CASES);
  return inZone(supportHours.timeZone, async () => {
    const rows: Row[] = [];
    for (const opponent of OPPONENTS) rows.push(...(await compare(opponent, cases)));
    return rows;
  });
}

async function compare(opponent: Opponent, cases: readonly Case[]): Promise<Row[]> {
  const differing = differingAnswers(opponent, cases);
  return [
    await race('add', opponent, cases),
    await race('between', opponent, cases),
    {
      what: `other answers by ${opponent.name}`,
      figure: `${thousands(differing)} of ${thousands(2 * cases.length)}`,
      ...(!opponent.errs && { floor: { says: 'none', holds: differing === 0 } }),
    },
  ];
}

function differingAnswers({ contender }: Opponent, cases: readonly Case[]): number {
  const differs = (ask: (typeof QUESTIONS)[Question]) => (asked: Case) =>
    ask(contender, asked) !== ask(supportCalendar, asked);
  return Object.values(QUESTIONS).flatMap((ask) => cases.filter(differs(ask))).length;
}

async function race(question: Question, { name, contender, floor }: Opponent, cases: readonly Case[]): Promise<Row> {
  const { ours, theirs, ratio } = await inTurns(
    ROUNDS,
    () => answersPerSecond(question, supportCalendar, cases, OUR_PASSES),
    () => answersPerSecond(question, contender, cases, 1),
  );
  return {
    what: `${question}, ${name} → ours`,
    figure: `${aSecond(theirs)} → ${aSecond(ours)}, ${times(ratio)}`,
    ...(floor && { floor: atLeast(ratio, floor, times) }),
  };
}

const answersPerSecond = (question: Question, contender: Contender, cases: readonly Case[], passes: number) => {
  const ask = QUESTIONS[question];
  return ratePerSecond(passes * cases.length, async () => {
    // Summed up, so that no answer is left out as one that nobody reads.
    let sum = 0;
    for (let pass = 0; pass < passes; pass += 1) for (const asked of cases) sum += ask(contender, asked);
    return sum;
  });
};

const times = (ratio: number): string => `${thousands(ratio)} times`;
