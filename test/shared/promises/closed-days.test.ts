import { daysOf, exceptionsAmong, openNow } from '../../../shared/promises/closed-days';
import { defaultPolicy, type Policy, policySchema } from '../../../shared/promises/policy';
import { at } from './at';
import { roundTheClock } from './round-the-clock';
import { supportWith } from './support-with';

const exceptionsIn = (year: number, calendar: string, policy: Policy) =>
  exceptionsAmong(daysOf(year, calendar, policy));

const told = (year: number, policy: Policy = defaultPolicy) =>
  exceptionsIn(year, 'support', policy).map((found) =>
    found.is === 'closed' ? [found.first, found.last, found.name.nb] : [found.date, found.date, found.is],
  );

const closure = (name: string, first: string, last: string) => ({
  name: { nb: name, en: name },
  dates: [[first, last] as [string, string]],
});

describe('closed days', () => {
  it('of 2026 are its holidays on weekdays, the July weeks and the days after Christmas', () => {
    expect(told(2026)).toEqual([
      ['2026-01-01', '2026-01-01', '1. nyttårsdag'],
      ['2026-04-02', '2026-04-02', 'skjærtorsdag'],
      ['2026-04-03', '2026-04-03', 'langfredag'],
      ['2026-04-06', '2026-04-06', '2. påskedag'],
      ['2026-05-01', '2026-05-01', 'arbeidernes dag'],
      ['2026-05-14', '2026-05-14', 'Kristi himmelfartsdag'],
      ['2026-05-25', '2026-05-25', '2. pinsedag'],
      ['2026-07-13', '2026-07-24', 'sommerferien'],
      ['2026-12-25', '2026-12-25', '1. juledag'],
      ['2026-12-28', '2026-12-31', 'romjulen'],
    ]);
  });

  it('tell both names of two holidays on one day, and leave out those on a weekend', () => {
    const may = told(2027).filter(([first]) => first?.startsWith('2027-05'));
    expect(may).toEqual([
      ['2027-05-06', '2027-05-06', 'Kristi himmelfartsdag'],
      ['2027-05-17', '2027-05-17', 'grunnlovsdagen og 2. pinsedag'],
    ]);
  });

  it('have the weeks of a closure that is set by week, in both languages', () => {
    const july = exceptionsIn(2026, 'support', defaultPolicy).find(
      (found) => found.is === 'closed' && found.because === 'weeks',
    );
    expect(july).toMatchObject({
      name: { nb: 'sommerferien', en: 'the summer holiday' },
      weeks: { nb: 'uke 29 og 30', en: 'weeks 29 and 30' },
    });
  });

  it('are those of the calendar: errors are worked on through the summer', () => {
    const working = exceptionsIn(2026, 'working', defaultPolicy);
    expect(working.filter((found) => found.is === 'closed' && found.because !== 'holiday')).toEqual([]);
  });

  it('keep a closure whole where a holiday falls within it', () => {
    const policy = supportWith(
      { closures: ['may'] },
      { closures: { may: closure('mai', '2026-05-11', '2026-05-18') } },
    );
    expect(told(2026, policy).filter(([first]) => first?.startsWith('2026-05'))).toEqual([
      ['2026-05-01', '2026-05-01', 'arbeidernes dag'],
      ['2026-05-11', '2026-05-18', 'mai'],
      ['2026-05-14', '2026-05-14', 'Kristi himmelfartsdag'],
      ['2026-05-25', '2026-05-25', '2. pinsedag'],
    ]);
  });

  it('end where the policy has an open day', () => {
    const policy = supportWith({ specialHours: { '2026-07-15': [['10:00', '12:00']] } });
    expect(told(2026, policy).filter(([first]) => first?.startsWith('2026-07'))).toEqual([
      ['2026-07-13', '2026-07-14', 'sommerferien'],
      ['2026-07-15', '2026-07-15', 'other-hours'],
      ['2026-07-16', '2026-07-24', 'sommerferien'],
    ]);
  });

  it('tell of special hours that close a day', () => {
    const policy = supportWith({ specialHours: { '2026-05-15': [] } });
    expect(told(2026, policy)).toContainEqual(['2026-05-15', '2026-05-15', 'stengt']);
  });
});

describe('a day', () => {
  const dayOn = (date: string, policy: Policy) =>
    daysOf(Number(date.slice(0, 4)), 'support', policy).find((day) => day.date === date);

  it('is shorter by special hours', () => {
    const policy = supportWith({ specialHours: { '2026-12-24': [['09:00', '12:00']] } });
    expect(dayOn('2026-12-24', policy)).toEqual({
      date: '2026-12-24',
      is: 'other-hours',
      hours: [{ start: at('2026-12-24T09:00+01:00'), end: at('2026-12-24T12:00+01:00') }],
      isShorter: true,
    });
  });

  it('is shorter by a break of its own', () => {
    const policy = supportWith({ breaks: { '2026-02-03': [['09:00', '10:00']] } });
    expect(dayOn('2026-02-03', policy)).toMatchObject({ is: 'other-hours', isShorter: true });
  });

  it('is not shorter where it opens on a Saturday', () => {
    const policy = supportWith({ specialHours: { '2026-02-07': [['10:00', '12:00']] } });
    expect(dayOn('2026-02-07', policy)).toMatchObject({ is: 'other-hours', isShorter: false });
  });

  it('is an ordinary one without a word of its own', () => {
    expect(dayOn('2026-02-03', defaultPolicy)).toEqual({ date: '2026-02-03', is: 'open' });
  });
});

describe('whether we are open now', () => {
  const now = (iso: string, policy: Policy = defaultPolicy) => openNow(policy, 'support', at(iso));

  it.each([
    ['in the morning, until lunch', '2026-11-24T10:15+01:00', '2026-11-24T11:30+01:00'],
    ['after lunch, until the close', '2026-11-24T12:00+01:00', '2026-11-24T15:00+01:00'],
  ])('is yes %s', (_, iso, until) => {
    expect(now(iso)).toEqual({ open: true, until: at(until) });
  });

  it.each([
    ['at lunch, until noon', '2026-11-24T11:30+01:00', '2026-11-24T12:00+01:00', []],
    ['in the evening, until the morning', '2026-11-24T15:00+01:00', '2026-11-25T09:00+01:00', []],
    ['at the weekend, until Monday', '2026-11-28T12:00+01:00', '2026-11-30T09:00+01:00', []],
    [
      'from before Easter until after it, and says why',
      '2026-04-01T15:30+02:00',
      '2026-04-07T09:00+02:00',
      ['skjærtorsdag', 'langfredag', '2. påskedag'],
    ],
    ['on the Saturday before the summer holiday', '2026-07-11T18:00+02:00', '2026-07-27T09:00+02:00', ['sommerferien']],
    ['over the New Year', '2026-12-30T10:00+01:00', '2027-01-04T09:00+01:00', ['romjulen', '1. nyttårsdag']],
  ])('is no %s', (_, iso, opensAt, because) => {
    expect(now(iso)).toMatchObject({ open: false, opensAt: at(opensAt) });
    expect(namesOf(now(iso))).toEqual(because);
  });

  it('goes by today’s breaks and special hours', () => {
    const policy = supportWith({
      breaks: { '2026-02-03': [['10:00', '11:00']] },
      specialHours: { '2026-12-24': [['09:00', '12:00']] },
    });
    expect(now('2026-02-03T09:30+01:00', policy)).toEqual({ open: true, until: at('2026-02-03T10:00+01:00') });
    expect(now('2026-02-03T10:00+01:00', policy)).toMatchObject({ opensAt: at('2026-02-03T11:00+01:00') });
    expect(now('2026-12-24T13:00+01:00', policy)).toMatchObject({ opensAt: at('2027-01-04T09:00+01:00') });
  });

  it('has no end in sight round the clock', () => {
    expect(openNow(policySchema.parse(roundTheClock), 'always', at('2026-11-24T23:59-05:00'))).toEqual({ open: true });
  });
});

const namesOf = (standing: ReturnType<typeof openNow>) => (standing.open ? [] : standing.because.map(({ nb }) => nb));
