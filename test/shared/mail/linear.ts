const SMALL = 32 * 1024;
const TIMES = 8;
const NOISE_MS = 100;

/** That an input eight times as long takes nothing like the 64 times that quadratic work would. */
export function expectLinear(piece: string, work: (text: string) => unknown): void {
  const small = least(0, () => work(piece.repeat(SMALL / piece.length)));
  const most = NOISE_MS + 4 * TIMES * small;
  const large = least(most, () => work(piece.repeat((TIMES * SMALL) / piece.length)));
  expect(large).toBeLessThan(most);
}

/** The shortest of three times; the first that is short enough will do. */
function least(enough: number, work: () => unknown, tries = 3): number {
  const took = milliseconds(work);
  return took < enough || tries === 1 ? took : Math.min(took, least(enough, work, tries - 1));
}

// Of the processor, not of the clock: other work on the machine must not decide a test.
function milliseconds(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}
