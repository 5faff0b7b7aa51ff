/** Does the work in a process that is in the time zone; whatever reads local time off a `Date` then goes by it. */
export async function inZone<T>(timeZone: string, work: () => Promise<T>): Promise<T> {
  const before = process.env['TZ'];
  process.env['TZ'] = timeZone;
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
}
