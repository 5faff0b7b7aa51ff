import * as fc from 'fast-check';
import { isoIn } from '../../../functions/api/iso';
import { traceJson } from '../../../functions/api/trace-json';
import { managementDue, recommitted, retriaged } from '../../../shared/promises/change';
import { type Commitment, commitmentFor, type Trace, traceOf } from '../../../shared/promises/deadlines';
import { DAY, HOUR, type Instant, MINUTE } from '../../../shared/promises/instant';
import { underNewVersion } from '../../../shared/promises/new-version';
import { endedBy, type Pause, pausesAfter } from '../../../shared/promises/pauses';
import { defaultPolicy, KINDS, type Kind, type Policy } from '../../../shared/promises/policy';
import { recompute, type StepJson, type TraceJson } from '../../support/recompute';
import { at } from './at';
import { supportWith } from './support-with';
import { workedInstants } from './worked-instants';

/** The trace as anybody gets it from the API. */
const told = (trace: Trace): TraceJson => JSON.parse(JSON.stringify(traceJson(trace, isoIn(defaultPolicy))));

function recomputed(commitment: Commitment, policy: Policy = defaultPolicy, pauses: readonly Pause[] = []) {
  const trace = told(traceOf(commitment, policy, pauses));
  return Object.fromEntries(trace.steps.map((step) => [step.instant, recompute(step, trace.at)]));
}

function instantsOf(commitment: Commitment, policy: Policy = defaultPolicy, pauses: readonly Pause[] = []) {
  const { beginTarget, beginLatest, managementAt } = commitment;
  const management = managementDue(commitment, pauses, policy);
  return {
    beginTarget: iso(beginTarget),
    beginLatest: iso(beginLatest),
    ...(managementAt !== undefined && { managementAt: management === undefined ? null : iso(management) }),
  };
}

const iso = (t: Instant) => new Date(t).toISOString();

describe('from its trace alone, an instant is worked out again', () => {
  it.each(workedInstants)('$kind, received $receivedAt: $why', ({ kind, receivedAt }) => {
    const commitment = commitmentFor(kind, at(receivedAt), defaultPolicy);
    expect(recomputed(commitment)).toEqual(instantsOf(commitment));
  });

  it('with pauses, changes of severity and a new version, whatever they are', () => {
    const moment = fc
      .integer({ min: 0, max: 2 * 365 * 24 * 60 })
      .map((minutes) => at('2026-01-01T00:00Z') + minutes * MINUTE);
    const later = fc.integer({ min: 1, max: 12 * DAY });
    const kind = fc.constantFrom(...KINDS);
    const because = fc.constantFrom('first-triage' as const, 'misjudged' as const, 'new-facts' as const);
    fc.assert(
      fc.property(
        moment,
        kind,
        kind,
        because,
        fc.array(later, { minLength: 5, maxLength: 5 }),
        fc.boolean(),
        (receivedAt, first, second, why, steps, lasts) => {
          const [a = 0, b = 0, c = 0, d = 0, e = 0] = sums(receivedAt, steps);
          const before = [{ from: a, to: b }];
          const change = { receivedAt, told: undefined, begun: false, pauses: before, now: c, policy: defaultPolicy };
          const triaged = retriaged({
            ...change,
            commitment: commitmentFor(first, receivedAt, defaultPolicy),
            to: second,
            because: why,
          });
          const pauses = [...before, lasts ? { from: d } : { from: d, to: e }];
          expect(recomputed(triaged, defaultPolicy, pauses)).toEqual(instantsOf(triaged, defaultPolicy, pauses));
          const applied = underNewVersion({
            ...change,
            commitment: triaged,
            kind: second,
            held: defaultPolicy,
            to: NEXT,
            begun: false,
            missed: [],
            managementTold: false,
          });
          expect(recomputed(applied, NEXT, pauses)).toEqual(instantsOf(applied, NEXT, pauses));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a trace that is wrong is found out', () => {
  const steps = (kind: Kind, receivedAt: string) =>
    told(traceOf(commitmentFor(kind, at(receivedAt), defaultPolicy), defaultPolicy)).steps;
  // Received on Maundy Thursday: both closes are those of the Tuesday after Easter.
  const [target, latest] = steps('request', '2026-04-02T12:00+02:00');
  const [sameDay, nextDay, management] = steps('severe', '2026-01-12T10:00+01:00');
  const on = (date: string) => ({
    counted: [{ start: `${date}T08:00:00+01:00`, end: `${date}T16:00:00+01:00` }],
    ruled: `${date}T16:00:00+01:00`,
    to: `${date}T16:00:00+01:00`,
  });
  const applied = { goingOn: { at: '2026-01-13T10:00:00+01:00', used: 60_000_000 }, counted: [] };

  it.each<[string, StepJson | undefined, Partial<StepJson>]>([
    ['the next open day is a day too late', nextDay, on('2026-01-14')],
    ['the next open day is that of receipt', nextDay, on('2026-01-12')],
    ['the day of receipt is a later one', sameDay, on('2026-01-14')],
    ['the day of receipt is an earlier one', sameDay, on('2026-01-09')],
    ['a closed day that was passed over is not told', latest, { closed: latest?.closed.slice(0, 3) ?? [] }],
    ['the same goes for a closed day of receipt', target, { closed: target?.closed.slice(0, 3) ?? [] }],
    ['the counted day is told as closed', nextDay, { closed: [{ date: '2026-01-13' }] }],
    ['no day is counted', nextDay, { counted: [] }],
    ['two days are counted', nextDay, { counted: [...on('2026-01-12').counted, ...on('2026-01-13').counted] }],
    ['the instant is not the close', nextDay, { ruled: '2026-01-13T15:00:00+01:00' }],
    ['the sum is too small', management, { counted: management?.counted.slice(1) ?? [] }],
    ['the sum is of other periods', management, { from: '2026-01-12T11:00:00+01:00' }],
    ['the periods are out of order', management, { counted: management?.counted.toReversed() ?? [] }],
    ['what had no time left is due before the version', management, { ...applied, ruled: '2026-01-13T09:00:00+01:00' }],
    ['what had no time left is due days later', management, { ...applied, ruled: '2026-01-15T08:00:00+01:00' }],
  ])('where %s', (_, step, forgery) => {
    if (!step) throw new Error('There is no such step.');
    expect(() => recompute(step, step.from)).not.toThrow();
    expect(() => recompute({ ...step, ...forgery }, step.from)).toThrow();
  });
});

const sums = (start: Instant, steps: readonly number[]): Instant[] => {
  let sum = start;
  return steps.map((step) => (sum += step));
};

const NEXT: Policy = {
  ...supportWith({ closures: [] }),
  version: 'next',
  effectiveFrom: '2026-06-01',
  kinds: {
    ...defaultPolicy.kinds,
    severe: {
      ...defaultPolicy.kinds.severe,
      latest: { within: '10 hours' },
      management: { promise: 'P8', calendar: 'support', openTime: '12 hours' },
    },
  },
};

describe('a trace says in words', () => {
  const severe = commitmentFor('severe', at('2026-01-12T10:00+01:00'), defaultPolicy);
  const management = (pauses: readonly Pause[]) => traceOf(severe, defaultPolicy, pauses).steps[2]?.words;

  it('each pause, and that the clock stands still', () => {
    const pause = { from: at('2026-01-12T12:00+01:00'), to: at('2026-01-13T12:00+01:00') };
    expect(management([pause])).toEqual({
      nb: 'Ledelsen varsles (P8): 16 timer åpen tid etter mottak (vanlig arbeidstid), torsdag 15. januar 2026 kl. 10.00. Klokken sto fra mandag 12. januar 2026 kl. 12.00 til tirsdag 13. januar 2026 kl. 12.00.',
      en: 'Management is told (P8): 16 hours of open time after receipt (normal working hours), Thursday 15 January 2026 at 10:00. The clock stood still from Monday 12 January 2026 at 12:00 to Tuesday 13 January 2026 at 12:00.',
    });
    expect(management([{ from: pause.from }])?.nb).toBe(
      'Ledelsen varsles (P8): 16 timer åpen tid etter mottak (vanlig arbeidstid), ikke så lenge klokken står. Klokken har stått siden mandag 12. januar 2026 kl. 12.00; da gjensto 14 timer åpen tid.',
    );
  });

  it('what was used under the version before', () => {
    const applied = underNewVersion({
      commitment: severe,
      receivedAt: severe.basis.from,
      told: undefined,
      pauses: [],
      now: severe.basis.from + 2 * HOUR + 20 * MINUTE,
      kind: 'severe',
      held: defaultPolicy,
      to: NEXT,
      begun: false,
      missed: [],
      managementTold: false,
    });
    const { policy, because, steps } = traceOf(applied, NEXT);
    expect({ policy, because }).toEqual({ policy: 'next', because: 'new-version' });
    expect(steps[1]?.words.nb).toBe(
      'Senest (P6): 10 timer åpen tid etter mottak (vanlig arbeidstid), tirsdag 13. januar 2026 kl. 12.00. Av tiden var 2 timer og 20 minutter alt brukt etter versjon 2024-1.',
    );
  });
});

describe('a trace says in words, of a close,', () => {
  const wordsOf = (commitment: Commitment, policy: Policy = defaultPolicy) =>
    traceOf(commitment, policy).steps.map(({ words }) => words);

  it('that a day which closes at midnight is the day of receipt', () => {
    const policy = supportWith({ hours: { mon: [['00:00', '24:00']], tue: [['00:00', '24:00']] } });
    expect(wordsOf(commitmentFor('request', at('2026-01-12T10:00+01:00'), policy), policy)[0]).toEqual({
      nb: 'Normalt (P16): stengetid samme dag (brukerstøttens åpningstid), tirsdag 13. januar 2026 kl. 00.00.',
      en: 'Normally (P16): the close of the same day (support hours), Tuesday 13 January 2026 at 00:00.',
    });
  });

  it('that it had passed when a version was applied: that instant is nobody’s close', () => {
    const receivedAt = at('2026-01-12T10:00+01:00');
    const slower: Policy = {
      ...defaultPolicy,
      kinds: {
        ...defaultPolicy.kinds,
        minor: { ...defaultPolicy.kinds.minor, target: { within: '40 hours' }, latest: { within: '40 hours' } },
      },
    };
    const faster: Policy = {
      ...slower,
      version: 'faster',
      kinds: { ...slower.kinds, minor: { ...slower.kinds.minor, latest: { closeOf: 'day-of-receipt' } } },
    };
    const applied = underNewVersion({
      commitment: commitmentFor('minor', receivedAt, slower),
      receivedAt,
      told: undefined,
      pauses: [],
      now: at('2026-01-13T10:00+01:00'),
      kind: 'minor',
      held: slower,
      to: faster,
      begun: false,
      missed: [],
      managementTold: false,
    });
    expect(wordsOf(applied, faster)[1]).toEqual({
      nb: 'Senest (P16): fristen var ute da versjon faster ble tatt i bruk (brukerstøttens åpningstid), tirsdag 13. januar 2026 kl. 10.00.',
      en: 'At the latest (P16): the time was up when version faster was applied (support hours), Tuesday 13 January 2026 at 10:00.',
    });
  });
});

describe('a trace of a ticket that came back', () => {
  const back = at('2026-01-19T10:00+01:00');
  const severe = commitmentFor('severe', at('2026-01-12T10:00+01:00'), defaultPolicy);
  const pauses = [{ from: at('2026-01-12T12:00+01:00'), to: back }];
  const [, latest, management] = traceOf(
    recommitted({ commitment: severe, pauses, now: back }, back, defaultPolicy),
    defaultPolicy,
    pauses,
  ).steps;

  it('counts the beginning anew from then', () => {
    expect(latest?.words.nb).toBe(
      'Senest (P6): stengetid første åpne dag etter gjenåpning (vanlig arbeidstid), tirsdag 20. januar 2026 kl. 16.00.',
    );
  });

  it('says that the clock to management just goes on', () => {
    expect(management?.words.nb).toContain('16 timer åpen tid etter mottak');
    expect(management?.words.nb).toContain('Klokken går videre som før gjenåpningen.');
    expect(management?.words.en).toContain('The clock goes on as before the reopening.');
    expect(management?.words.nb).not.toContain('gjort eller brutt');
  });
});

describe('pauses', () => {
  const pauses = [{ from: 10, to: 20 }, { from: 30 }];

  it('are cut to what lies after an instant', () => {
    expect(pausesAfter(pauses, 15)).toEqual([{ from: 15, to: 20 }, { from: 30 }]);
    expect(pausesAfter(pauses, 20)).toEqual([{ from: 30 }]);
  });

  it('are ended where somebody has to reckon now', () => {
    expect(endedBy(pauses, 40)).toEqual([
      { from: 10, to: 20 },
      { from: 30, to: 40 },
    ]);
  });
});
