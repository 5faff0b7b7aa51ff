import { boundsOfWeek } from '../../promises/iso-week';
import type { Policy } from '../../promises/policy';
import { type Language, sayDates } from '../../promises/say';
import { zoneOf } from '../../promises/zone';
import type { WeekReport } from '../../report/week';
import { finePrint, heading, type LetterText, paragraph } from './letter-text';
import { arrivals, misses, operations, security, support, toSet } from './report-sections';
import { REPORT_WORDS, type ReportWords } from './report-words';

/** The weekly report to management (P20): support at each level, operations, security. No customer's word and no one's name. */
export function reportLetter(
  report: WeekReport,
  { policy, language }: { readonly policy: Policy; readonly language: Language },
): LetterText {
  const words = REPORT_WORDS[language];
  const title = words.title(report.week);
  const verdict = verdictOn(report, words);
  return {
    subject: `${title}: ${verdict}`,
    preview: `${verdict}.`,
    blocks: [
      heading(1, `${title}, ${datesOf(report, policy, language)}`),
      paragraph(`${verdict}. ${howMuchInTime(report, words)}`),
      ...toSet(report, words, language),
      ...support(report, words),
      ...arrivals(report, words, policy, language),
      ...misses(report, words, policy, language),
      ...operations(report, words),
      ...security(report, words),
      finePrint(words.measuredBy(report.policy)),
    ],
  };
}

const verdictOn = ({ misses }: WeekReport, { kept, broken }: ReportWords): string =>
  misses.length === 0 ? kept : broken(misses.length);

// A miss counts in the week of its deadline, so a week without one can still begin what was late before.
function howMuchInTime({ levels, misses }: WeekReport, words: ReportWords): string {
  const begun = levels[2].begun + levels[3].begun;
  const inTime = levels[2].begunInTime + levels[3].begunInTime;
  if (begun === 0) return words.noneBegun;
  const said = words.begunInTimeOf(inTime, begun);
  return misses.length === 0 && inTime < begun ? `${said} ${words.lateBefore}` : said;
}

function datesOf({ week }: WeekReport, { timeZone }: Policy, language: Language): string {
  const { start, end } = boundsOfWeek(week, timeZone);
  const { dateOf } = zoneOf(timeZone);
  return sayDates(dateOf(start), dateOf(end - 1), language);
}
