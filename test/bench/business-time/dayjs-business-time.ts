import dayjs from 'dayjs';
import businessTime from 'dayjs-business-time';
import type { Hours } from '../../../shared/promises/calendar-definition';
import { MINUTE } from '../../../shared/promises/instant';
import type { Contender } from './contender';
import { supportHours } from './support-hours';

const segmentsOf = (hours: Hours = []) =>
  hours.length > 0 ? hours.map(([start, end]) => ({ start: `${start}:00`, end: `${end}:00` })) : null;

const { week, closed } = supportHours;
dayjs.extend(businessTime);
dayjs.setHolidays(closed);
dayjs.setBusinessTime({
  monday: segmentsOf(week[0]),
  tuesday: segmentsOf(week[1]),
  wednesday: segmentsOf(week[2]),
  thursday: segmentsOf(week[3]),
  friday: segmentsOf(week[4]),
  saturday: segmentsOf(week[5]),
  sunday: segmentsOf(week[6]),
});

/**
 * In the time zone of the process, which is to be that of the hours: in one of dayjs' own zones it takes 20 ms,
 * and over a clock change it never ends. Minutes are the smallest unit that it knows.
 */
export const dayjsBusinessTime: Contender = {
  add: (t, ms) =>
    dayjs(t)
      .addBusinessMinutes(ms / MINUTE)
      .valueOf(),
  between: (a, b) => dayjs(a).businessMinutesDiff(dayjs(b)) * MINUTE,
};
