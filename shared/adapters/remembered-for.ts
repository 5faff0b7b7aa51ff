/**
 * What was read, until it is so many milliseconds old by the clock that is given; then it is read again. A failure is not
 * remembered: the next one who asks tries again.
 */
export function rememberedFor<T>(milliseconds: number, now: () => number, read: () => Promise<T>): () => Promise<T> {
  let known: Promise<T> | undefined;
  let readAt = -Infinity;
  return () => {
    if (known && now() - readAt < milliseconds) return known;
    const reading = read();
    [known, readAt] = [reading, now()];
    reading.catch(() => {
      if (known === reading) known = undefined;
    });
    return reading;
  };
}
