// A whole subject has 255 code points; what is longer was not read by us.
const LENGTH_MAX = 1_000;
const NUMBER_IN_BRACKETS = /[[({][^\s[\](){}]*[#\d][^\s[\](){}]*[\])}]/g;
const PREFIXES = /^(?:(?:re|sv|svar|aw|antw|vs|fw|fwd|wg) )+/;

/** What stays of a subject when a machine numbers it anew each time: its words, without prefixes, numbers and case. */
export const normalisedSubject = (subject: string): string =>
  subject
    .slice(0, LENGTH_MAX)
    .normalize('NFKC')
    .toLowerCase()
    .replace(NUMBER_IN_BRACKETS, ' ')
    .replace(/[^\p{L}]+/gu, ' ')
    .trimStart()
    .replace(PREFIXES, '')
    .trimEnd();
