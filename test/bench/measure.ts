/** The middle one: what a busy machine did to a few rounds does not move it. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const [below, above] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
  if (below === undefined || above === undefined) throw new RangeError('Nothing has no middle.');
  return (below + above) / 2;
}

/** How many a second the work does of that many. */
export async function ratePerSecond(count: number, work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (count * 1_000) / (performance.now() - start);
}

/** The middle rates of two kinds of work that took turns, so that whatever slowed the machine slowed both. */
export interface Pair {
  readonly ours: number;
  readonly theirs: number;
  /** The middle one of the rounds' own ratios. */
  readonly ratio: number;
}

type Rate = () => Promise<number>;

export async function inTurns(rounds: number, ours: Rate, theirs: Rate): Promise<Pair> {
  const found: { readonly ours: number; readonly theirs: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // No round cleans up what the one before it left.
    globalThis.gc?.();
    if (round % 2 === 0) found.push({ ours: await ours(), theirs: await theirs() });
    else found.push({ theirs: await theirs(), ours: await ours() });
  }
  return {
    ours: median(found.map((rates) => rates.ours)),
    theirs: median(found.map((rates) => rates.theirs)),
    ratio: median(found.map((rates) => rates.ours / rates.theirs)),
  };
}
