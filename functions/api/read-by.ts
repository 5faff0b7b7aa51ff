import * as z from 'zod';

/** A text that somebody has written their own way, as we read it; what can't be read is refused in those words. */
export const readBy = <T>(read: (written: string) => T | undefined, fault: (written: string) => string) =>
  z.string().transform((written, found): T => {
    const known = read(written);
    if (known !== undefined) return known;
    found.addIssue({ code: 'custom', message: fault(written) });
    return z.NEVER;
  });
