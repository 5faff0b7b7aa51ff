import { compareWithLibraries } from './business-time/comparison';
import { measureNewDeadlines } from './business-time/new-deadlines';
import { measureTables } from './business-time/tables';
import type { Findings } from './findings';

/** Open time: against what others count it with, and what its tables cost. */
export async function measureBusinessTime(): Promise<Findings> {
  return {
    title: 'Open time',
    notes: [
      'Support hours of 2024 to 2029; minutes to weeks from any second, from around opens and closes, and from closed',
      'days, the same cases for all. Libraries count in turns with ours, and their answers are compared before that.',
      'Walks go from day to day over the same hours. dayjs-business-time knows minutes alone: it errs where there are seconds.',
    ],
    rows: [...(await compareWithLibraries()), ...measureTables(), ...measureNewDeadlines()],
  };
}
