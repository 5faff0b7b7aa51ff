/** The middle one: what a busy machine did to a few rounds does not move it. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [below = Number.NaN, above = Number.NaN] = [(sorted.length - 1) / 2, sorted.length / 2].map(
    (place) => sorted[Math.floor(place)],
  );
  return (below + above) / 2;
}

/** How many a second the work does of that many. Rubbish of the round before is not counted to this one. */
export async function ratePerSecond(count: number, work: () => Promise<unknown>): Promise<number> {
  globalThis.gc?.();
  const start = performance.now();
  await work();
  return (count * 1_000) / (performance.now() - start);
}

/** The rates of two kinds of work that took turns, so that whatever slowed the machine slowed both. */
export interface Pair {
  readonly ours: number;
  readonly theirs: number;
  /** The middle one of the rounds' own ratios. */
  readonly ratio: number;
}

export async function inTurns(
  rounds: number,
  ours: () => Promise<number>,
  theirs: () => Promise<number>,
): Promise<Pair> {
  const pairs: (readonly [number, number])[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const first = round % 2 === 0 ? await ours() : undefined;
    const other = await theirs();
    pairs.push([first ?? (await ours()), other]);
  }
  return {
    ours: median(pairs.map(([our]) => our)),
    theirs: median(pairs.map(([, their]) => their)),
    ratio: median(pairs.map(([our, their]) => our / their)),
  };
}
