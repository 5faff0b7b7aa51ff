import type { Floor } from '../findings';

/** A floor the other way round. */
export const atMost = (value: number, ceiling: number, written: (value: number) => string): Floor => ({
  says: `at most ${written(ceiling)}`,
  holds: value <= ceiling,
});
