const DAY = 86_400_000;

/** Dates as text, '2026-05-17', and how they follow one another. */
export const dateAfter = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);

export function weekdayOf(date: string): 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun' {
  return (['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const)[new Date(date).getUTCDay()] ?? 'sun';
}

/** The dates of a month that exist. */
export function datesOfMonth(year: number, month: number): string[] {
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return Array.from({ length: days }, (_, i) => `${year}-${twoDigits(month)}-${twoDigits(i + 1)}`);
}

/** Easter Sunday by the algorithm of Meeus, Jones and Butcher. */
export function easterSunday(year: number): string {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return `${year}-${twoDigits(Math.floor(n / 31))}-${twoDigits((n % 31) + 1)}`;
}

/** The seven dates of an ISO week: week 1 begins on the one Monday from 29 December to 4 January. */
export function datesOfWeek(year: number, week: number): string[] {
  const mondays = [0, 1, 2, 3, 4, 5, 6].map((days) => dateAfter(`${year - 1}-12-29`, days));
  const first = mondays.find((date) => weekdayOf(date) === 'mon') ?? '';
  return [0, 1, 2, 3, 4, 5, 6].map((days) => dateAfter(first, 7 * (week - 1) + days));
}

/** The days of every year from one to another, '12-27' to '01-02' too: around the ring of a leap year. */
export function daysFromTo(from: string, to: string): string[] {
  const days = [from];
  for (let date = `2024-${from}`; date.slice(5) !== to; ) {
    date = dateAfter(date, 1);
    days.push(date.slice(5));
  }
  return days;
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');
