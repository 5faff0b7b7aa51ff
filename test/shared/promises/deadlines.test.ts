import { commitmentFor, promiseFor, triageDueFor } from '../../../shared/promises/deadlines';
import { defaultPolicy, type Kind } from '../../../shared/promises/policy';
import { at, utc } from './at';
import { workedInstants } from './worked-instants';

describe('a promise', () => {
  it.each(workedInstants)(
    '$kind, received $receivedAt: $why',
    ({ kind, receivedAt, beginTarget, beginLatest, managementAt }) => {
      const { trace: _, ...promised } = promiseFor(kind, new Date(receivedAt), defaultPolicy);
      expect(promised).toEqual({
        beginTarget: new Date(beginTarget),
        beginLatest: new Date(beginLatest),
        ...(managementAt && { managementAt: new Date(managementAt) }),
      });
    },
  );

  it('is refused where nobody knows when the inquiry was received', () => {
    expect(() => promiseFor('request', new Date('yesterday'), defaultPolicy)).toThrow(RangeError);
  });
});

describe('a commitment', () => {
  it('says what it follows from, and no more: it is stored with the ticket', () => {
    const from = at('2026-01-12T09:00+01:00');
    expect(commitmentFor('request', from, defaultPolicy)).toEqual({
      kind: 'request',
      beginTarget: at('2026-01-12T15:00+01:00'),
      beginLatest: at('2026-01-13T15:00+01:00'),
      warnAt: at('2026-01-12T15:00+01:00'),
      basis: { policy: defaultPolicy.version, from, because: 'received' },
    });
  });

  it.each<[string, Kind, string, string]>([
    ['half of the open time, not of the night', 'request', '2026-01-12T14:00+01:00', '2026-01-13T11:15+01:00'],
    ['half of the open time, over a weekend', 'request', '2026-01-17T12:00+01:00', '2026-01-19T12:15+01:00'],
    ['half of fifteen minutes', 'critical', '2026-01-12T10:00+01:00', '2026-01-12T10:07:30+01:00'],
  ])('warns after %s', (_, kind, from, warnAt) => {
    expect(utc(commitmentFor(kind, at(from), defaultPolicy).warnAt)).toBe(utc(at(warnAt)));
  });
});

describe('triage', () => {
  it.each([
    ['the close of the working day of receipt', '2026-01-12T10:00+01:00', '2026-01-12T16:00+01:00'],
    ['the same in the July weeks', '2026-07-14T15:30+02:00', '2026-07-14T16:00+02:00'],
    ['the close of the next working day, where the day was over', '2026-01-16T16:00+01:00', '2026-01-19T16:00+01:00'],
  ])('is due by %s', (_, receivedAt, due) => {
    expect(utc(triageDueFor(at(receivedAt), defaultPolicy))).toBe(utc(at(due)));
  });
});

describe('the trace of a promise', () => {
  it('names the rule, the calendar, the open time that was counted and the days that were passed over', () => {
    const { trace } = promiseFor('critical', new Date('2026-01-16T15:50+01:00'), defaultPolicy);
    expect(trace).toMatchObject({ policy: defaultPolicy.version, because: 'received' });
    expect(trace.steps[1]).toEqual({
      instant: 'beginLatest',
      promise: 'P5',
      calendar: 'working',
      rule: { within: '15 minutes' },
      pauses: [],
      from: at('2026-01-16T15:50+01:00'),
      ruled: at('2026-01-19T08:05+01:00'),
      to: at('2026-01-19T08:05+01:00'),
      counted: [
        { start: at('2026-01-16T15:50+01:00'), end: at('2026-01-16T16:00+01:00') },
        { start: at('2026-01-19T08:00+01:00'), end: at('2026-01-19T08:05+01:00') },
      ],
      closed: [
        { date: '2026-01-17', because: 'weekday', nb: 'lørdag', en: 'Saturday' },
        { date: '2026-01-18', because: 'weekday', nb: 'søndag', en: 'Sunday' },
      ],
      words: {
        nb: 'Senest (P5): 15 minutter åpen tid etter mottak (vanlig arbeidstid), mandag 19. januar 2026 kl. 08.05.',
        en: 'At the latest (P5): 15 minutes of open time after receipt (normal working hours), Monday 19 January 2026 at 08:05.',
      },
    });
  });

  it('names P8 for the clock to management, and P16 for a less severe error, which is begun as a request', () => {
    const rows = (kind: Kind) => promiseFor(kind, new Date('2026-01-12T10:00+01:00'), defaultPolicy).trace.steps;
    expect(rows('severe').map(({ promise }) => promise)).toEqual(['P6', 'P6', 'P8']);
    expect(rows('minor').map(({ promise }) => promise)).toEqual(['P16', 'P16']);
  });

  it('tells each step in a sentence', () => {
    const told = (receivedAt: string) =>
      promiseFor('severe', new Date(receivedAt), defaultPolicy).trace.steps.map(({ words }) => words.nb);
    expect(told('2026-04-01T14:30+02:00')).toEqual([
      'Normalt (P6): stengetid samme dag (vanlig arbeidstid), onsdag 1. april 2026 kl. 16.00.',
      'Senest (P6): stengetid første åpne dag etter mottak (vanlig arbeidstid), tirsdag 7. april 2026 kl. 16.00.',
      'Ledelsen varsles (P8): 16 timer åpen tid etter mottak (vanlig arbeidstid), onsdag 8. april 2026 kl. 14.30.',
    ]);
    expect(told('2026-04-02T14:30+02:00')[0]).toBe(
      'Normalt (P6): stengetid neste åpne dag, siden dagen var over eller det var stengt (vanlig arbeidstid), tirsdag 7. april 2026 kl. 16.00.',
    );
  });
});
