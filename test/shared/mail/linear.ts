const SMALL = 256 * 1024;
const TIMES = 8;

/** That an input eight times as long takes nothing like the 64 times that quadratic work would. */
export function expectLinear(piece: string, work: (text: string) => unknown): void {
  const small = piece.repeat(SMALL / piece.length);
  const large = piece.repeat((TIMES * SMALL) / piece.length);
  expect(fastest(() => work(large))).toBeLessThan(NOISE_MS + 4 * TIMES * fastest(() => work(small)));
}

const NOISE_MS = 50;

const fastest = (work: () => unknown): number => Math.min(...Array.from({ length: 3 }, () => duration(work)));

function duration(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
