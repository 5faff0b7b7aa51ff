import { datesBetween } from '../../../shared/promises/days';
import { defaultPolicy, WEEKDAYS } from '../../../shared/promises/policy';
import { calendarNamed } from '../../../shared/promises/policy-calendar';

const { calendar, dayOff } = calendarNamed('support', defaultPolicy);
const { hours = {} } = defaultPolicy.calendars['support'] ?? {};

export { calendar as supportCalendar };

/** The support hours of the default policy from 2024 to 2029, as a library is told them. */
export const supportHours = {
  timeZone: defaultPolicy.timeZone,
  /** From Monday to Sunday. */
  week: WEEKDAYS.map((weekday) => hours[weekday] ?? []),
  // A year more than is asked about: what is counted late in the last one ends there.
  closed: datesBetween('2024-01-01', '2030-12-31').filter((date) => {
    const off = dayOff(date);
    return off && off.because !== 'weekday';
  }),
};
