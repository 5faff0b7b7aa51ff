import { localClock } from '../../../infra/local/clock';
import { faultsOf } from '../../../infra/local/faults';

export const FRIDAY = '2026-11-27T14:30:00.000Z';

/** What every stand-in of a desk shares: a clock that stands still on a Friday, and its faults. */
export const desk = () => ({ clock: localClock(FRIDAY), faults: faultsOf() });

/** What points one of the SDK's own clients at a stand-in. */
export const sdkFor = (endpoint: string) => ({
  endpoint,
  region: 'eu-north-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  forcePathStyle: true,
  maxAttempts: 1,
});

/** Numbers in a row, as ids. */
export function counted(prefix: string): () => string {
  let n = 0;
  return () => `${prefix}${++n}`;
}
