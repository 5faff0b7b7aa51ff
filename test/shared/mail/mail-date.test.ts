import { mailDate } from '../../../shared/mail/mail-date';

it.each([
  ['with its zone', 'Tue, 6 Oct 2026 08:15:30 +0200', '2026-10-06T06:15:30.000Z'],
  ['with a comment', 'Tue, 6 Oct 2026 08:15:30 +0200 (CEST)', '2026-10-06T06:15:30.000Z'],
  ['west of Greenwich', '6 Oct 2026 08:15 -0330', '2026-10-06T11:45:00.000Z'],
  ['without a numeric zone, as UTC', 'Tue, 6 Oct 2026 08:15:30 GMT', '2026-10-06T08:15:30.000Z'],
  ['with a year of two digits', '6 Oct 26 08:15:30 +0000', '2026-10-06T08:15:30.000Z'],
])('a date is read %s', (_, header, instant) => expect(mailDate(header)?.toISOString()).toBe(instant));

it.each(['', 'i går', '6 Nan 2026 08:15:30'])('%j is no date', (header) => expect(mailDate(header)).toBeUndefined());
