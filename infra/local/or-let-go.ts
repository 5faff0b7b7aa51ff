/** Waits for a start. Where it fails, what was started before it is let go of, so that the next try does not meet it. */
export function orLetGo<T>(start: Promise<T>, letGo: () => Promise<void>): Promise<T> {
  return start.catch(async (error: unknown) => {
    await letGo();
    throw error;
  });
}
