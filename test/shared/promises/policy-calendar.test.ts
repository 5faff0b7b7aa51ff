import { defaultPolicy } from '../../../shared/promises/policy';
import { calendarNamed, calendarsOf, closeOfWorkingDayAfter } from '../../../shared/promises/policy-calendar';
import { at, utc } from './at';
import { supportWith } from './support-with';

const support = calendarNamed('support', defaultPolicy);
const working = calendarNamed('working', defaultPolicy);

describe('the support calendar', () => {
  it.each([
    ['2026-04-02', 'holiday', 'skjærtorsdag', 'Maundy Thursday'],
    ['2026-04-05', 'holiday', '1. påskedag', 'Easter Sunday'],
    ['2027-05-17', 'holiday', 'grunnlovsdagen og 2. pinsedag', 'Constitution Day and Whit Monday'],
    ['2026-07-13', 'weeks', 'uke 29 og 30', 'weeks 29 and 30'],
    ['2026-12-28', 'dates', 'romjulen', 'the Christmas break'],
    ['2026-01-17', 'weekday', 'lørdag', 'Saturday'],
  ])('is closed on %s and says why', (date, because, nb, en) => {
    expect(support.dayOff(date)).toEqual({ because, nb, en });
    expect(support.calendar.closeOn(date)).toBeUndefined();
  });

  it.each(['2026-07-10', '2026-07-27', '2026-12-24', '2026-01-12'])('is open on %s', (date) => {
    expect(support.dayOff(date)).toBeUndefined();
  });
});

describe('the working calendar', () => {
  it('has the holidays of the support calendar, without its closures', () => {
    expect(working.dayOff('2026-04-02')?.because).toBe('holiday');
    expect([working.dayOff('2026-07-14'), working.dayOff('2026-12-28')]).toEqual([undefined, undefined]);
  });

  it('counts working days', () => {
    expect(utc(closeOfWorkingDayAfter(at('2026-04-01T10:00+02:00'), 5, defaultPolicy))).toBe('2026-04-13T14:00Z');
  });
});

describe('a calendar of another policy', () => {
  it('has the hours of a special date, on a holiday too', () => {
    const specialHours: Record<string, [string, string][]> = {
      '2026-12-24': [['09:00', '12:00']],
      '2026-12-28': [['10:00', '12:00']],
    };
    const { calendar, dayOff } = calendarNamed('support', supportWith({ specialHours }));
    expect(utc(calendar.closeOn('2026-12-24') ?? 0)).toBe('2026-12-24T11:00Z');
    expect(dayOff('2026-12-28')).toBeUndefined();
  });

  it('is closed on a special date without hours', () => {
    const policy = supportWith({ specialHours: { '2026-06-05': [] } });
    expect(calendarNamed('support', policy).dayOff('2026-06-05')?.because).toBe('special-hours');
  });

  it('closes over the New Year', () => {
    const closures = { newYear: { name: { nb: 'nyttår', en: 'New Year' }, from: '12-30', to: '01-02' } };
    const { dayOff } = calendarNamed('support', supportWith({ closures: ['newYear'] }, { closures }));
    const dates = ['2026-12-29', '2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02', '2027-01-04'];
    expect(dates.map((date) => dayOff(date)?.nb)).toEqual([
      undefined,
      'nyttår',
      'nyttår',
      '1. nyttårsdag',
      'nyttår',
      undefined,
    ]);
  });

  it('is made once for each policy', () => {
    expect(calendarsOf(defaultPolicy)).toBe(calendarsOf(defaultPolicy));
    expect(calendarsOf({ ...defaultPolicy })).not.toBe(calendarsOf(defaultPolicy));
  });

  it('has to be there', () => {
    expect(() => calendarNamed('suport', defaultPolicy)).toThrow('no calendar named “suport”');
  });
});
