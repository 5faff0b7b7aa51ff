const DATE =
  /(\d{1,2})\s+([a-z]{3})[a-z]*\.?,?\s+(\d{2,4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([+-])(\d{2}):?(\d{2}))?/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The instant that a Date header names (RFC 5322 3.3); one without a numeric zone is read as UTC. */
export function mailDate(value: string): Date | undefined {
  const [found, day, name = '', year, hour, minute, second = '0', sign, zoneHours = '0', zoneMinutes = '0'] =
    DATE.exec(value.slice(0, 200)) ?? [];
  const month = MONTHS.indexOf(name.toLowerCase());
  if (found === undefined || month === -1) return undefined;
  const local = Date.UTC(fullYear(Number(year)), month, Number(day), Number(hour), Number(minute), Number(second));
  const offset = (Number(zoneHours) * 60 + Number(zoneMinutes)) * (sign === '-' ? -1 : 1);
  return new Date(local - offset * 60_000);
}

// RFC 5322 4.3: two digits up to 49 are of this century, three count from 1900.
function fullYear(year: number): number {
  if (year < 50) return 2000 + year;
  return year < 1000 ? 1900 + year : year;
}
