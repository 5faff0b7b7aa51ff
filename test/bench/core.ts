import { DAY, MINUTE } from '../../shared/promises/instant';
import { TICKET } from '../support/ticket-story';
import { aSecond, atLeast, type Findings } from './findings';
import { median, ratePerSecond } from './measure';
import { SOLVED, type Step, tell } from './story';

const STORIES = 4_000;
const ROUNDS = 7;
const FLOOR = 20_000;

/** The pure core alone: what one core does with commands, of stories all through a year. */
export async function measureCore(): Promise<Findings> {
  const stories = Array.from({ length: STORIES }, (_, n) => storyOf(n));
  const commands = stories.flat().length;
  const tellAll = async () => {
    for (const story of stories) tell(TICKET, story);
  };
  await tellAll();
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rates.push(await ratePerSecond(commands, tellAll));
  const rate = median(rates);
  return {
    title: 'The pure core',
    notes: [
      'Mails, looks at the clock, triages, acts and solutions; each command is decided and folded, and its effects,',
      'facts and list row are made.',
    ],
    rows: [{ what: 'commands', figure: aSecond(rate), floor: atLeast(rate, FLOOR, aSecond) }],
  };
}

const NEW_YEAR = Date.UTC(2026, 0, 1);

// Neither a whole day nor a whole week apart, so that they come at all hours of all days of the year.
const storyOf = (n: number): readonly Step[] =>
  SOLVED[n % SOLVED.length]?.(NEW_YEAR + ((n * 397 * MINUTE) % (360 * DAY))) ?? [];
