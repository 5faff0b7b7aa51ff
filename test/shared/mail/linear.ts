const SMALL = 64 * 1024;
const TIMES = 8;
const NOISE_MS = 100;

/** That an input eight times as long takes nothing like the 64 times that quadratic work would. */
export function expectLinear(piece: string, work: (text: string) => unknown): void {
  const small = least(() => work(piece.repeat(SMALL / piece.length)));
  const large = least(() => work(piece.repeat((TIMES * SMALL) / piece.length)));
  expect(large).toBeLessThan(NOISE_MS + 4 * TIMES * small);
}

const least = (work: () => unknown): number => Math.min(...Array.from({ length: 3 }, () => milliseconds(work)));

// Of the processor, not of the clock: other work on the machine must not decide a test.
function milliseconds(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}
