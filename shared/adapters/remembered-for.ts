/** Answers what was read, as long as it is remembered. */
export interface Remembered<T> {
  (): Promise<T>;
  /** What was read is out of date: whoever asks next has it read again. */
  forget(): void;
}

/**
 * What was read, until it is so many milliseconds old by the clock that is given; then it is read again. A failure is not
 * remembered: the next one who asks tries again.
 */
export function rememberedFor<T>(milliseconds: number, now: () => number, read: () => Promise<T>): Remembered<T> {
  let known: Promise<T> | undefined;
  let readAt = -Infinity;
  const forget = () => {
    known = undefined;
  };
  const answer = () => {
    if (known && now() - readAt < milliseconds) return known;
    const reading = read();
    [known, readAt] = [reading, now()];
    reading.catch(() => {
      if (known === reading) forget();
    });
    return reading;
  };
  return Object.assign(answer, { forget });
}
