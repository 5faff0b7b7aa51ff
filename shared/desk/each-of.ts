/** Does it to all, so many at once: some hundred of them must be done while a function runs. Throws what broke first. */
export async function eachOf<T>(items: readonly T[], atOnce: number, act: (item: T) => Promise<void>): Promise<void> {
  const left = items.values();
  const lane = async () => {
    for (const item of left) await act(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, lane));
}

/** The same with what each came to, in order. */
export async function mapEach<T, R>(
  items: readonly T[],
  atOnce: number,
  act: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results = new Map<number, R>();
  await eachOf([...items.entries()], atOnce, async ([place, item]) => void results.set(place, await act(item)));
  return [...results.entries()].toSorted(([a], [b]) => a - b).map(([, result]) => result);
}

/** So many tickets at once: each is some reads and writes of a few milliseconds. */
export const TICKETS_AT_ONCE = 8;
