import * as fc from 'fast-check';
import { answerDueFor, managementDue, type Retriage, retriaged } from '../../../shared/promises/change';
import { type Commitment, commitmentFor, traceOf } from '../../../shared/promises/deadlines';
import { DAY, type Instant, MINUTE } from '../../../shared/promises/instant';
import { defaultPolicy, KINDS, type Kind } from '../../../shared/promises/policy';
import { at, utc } from './at';

const monday = (time: string) => at(`2026-01-12T${time}+01:00`);
const tuesday = (time: string) => at(`2026-01-13T${time}+01:00`);
const wednesday = (time: string) => at(`2026-01-14T${time}+01:00`);
const thursday = (time: string) => at(`2026-01-15T${time}+01:00`);

const promised = (kind: Kind, receivedAt: Instant) => commitmentFor(kind, receivedAt, defaultPolicy);

/** A ticket received on Monday at ten, as a request of which the customer was told, until it is triaged. */
function triaged(to: Kind, change: Partial<Retriage> = {}): Commitment {
  const receivedAt = change.receivedAt ?? monday('10:00');
  const request = promised('request', receivedAt);
  const first = {
    commitment: request,
    told: request,
    because: 'first-triage',
    now: receivedAt,
    pauses: [],
    begun: false,
  } as const;
  return retriaged({ ...first, receivedAt, to, policy: defaultPolicy, ...change });
}

describe('the first triage', () => {
  it('never moves an instant later that the customer was told', () => {
    const severe = triaged('severe');
    expect(promised('severe', monday('10:00')).beginTarget).toBe(monday('16:00'));
    const told = { beginTarget: monday('15:00'), beginLatest: tuesday('15:00') };
    expect(severe).toMatchObject(told);
    expect(severe.basis.noLaterThan).toEqual(told);
  });

  it('judges by the rule alone where the customer was told nothing', () => {
    const basis = { policy: defaultPolicy.version, from: monday('10:00'), because: 'first-triage' };
    expect(triaged('severe', { told: undefined })).toEqual({ ...promised('severe', monday('10:00')), basis });
  });

  it('moves instants sooner where the rule is stricter, even into the past: the miss it uncovers stands', () => {
    const { beginLatest, managementAt } = triaged('critical', { now: monday('14:30') });
    expect([beginLatest, managementAt]).toEqual([monday('10:15'), monday('14:00')]);
  });

  it('brings an error out of the July closure', () => {
    const { beginTarget, beginLatest } = triaged('severe', { receivedAt: at('2026-07-14T10:00+02:00') });
    expect([beginTarget, beginLatest].map(utc)).toEqual(['2026-07-14T14:00Z', '2026-07-15T14:00Z']);
  });

  it('is explained: the rule gave another instant than what was told', () => {
    const [target] = traceOf(triaged('severe'), defaultPolicy).steps;
    expect(target).toMatchObject({ ruled: monday('16:00'), to: monday('15:00') });
    expect(target?.words.nb).toBe(
      'Normalt (P6): stengetid samme dag (vanlig arbeidstid), mandag 12. januar 2026 kl. 15.00. ' +
        'Regelen ga mandag 12. januar 2026 kl. 16.00, men det tidligere tidspunktet var alt lovet og står ved lag.',
    );
  });
});

describe('a raised severity', () => {
  const minor = promised('minor', monday('10:00'));

  it('is judged from receipt where it was misjudged', () => {
    const { beginLatest, managementAt, basis } = triaged('critical', {
      commitment: minor,
      because: 'misjudged',
      now: wednesday('09:00'),
    });
    expect([beginLatest, managementAt]).toEqual([monday('10:15'), monday('14:00')]);
    expect(basis).toMatchObject({ from: monday('10:00'), because: 'misjudged' });
  });

  it('is judged from now on where there are new facts', () => {
    const { beginLatest, managementAt } = triaged('critical', {
      commitment: minor,
      because: 'new-facts',
      now: tuesday('09:00'),
    });
    expect([beginLatest, managementAt]).toEqual([tuesday('09:15'), tuesday('13:00')]);
  });

  it('moves no instant later than it stood', () => {
    const severe = triaged('severe', { commitment: minor, because: 'new-facts', now: tuesday('14:00') });
    expect(severe).toMatchObject({ beginTarget: monday('15:00'), beginLatest: tuesday('15:00'), warnAt: minor.warnAt });
    expect(severe.managementAt).toBe(thursday('14:00'));
  });

  it('moves no instant later than it stood, whatever the kinds and instants', () => {
    const kind = fc.constantFrom(...KINDS);
    const receivedAt = fc
      .integer({ min: 0, max: 730 * 1440 })
      .map((minutes) => at('2026-01-01T00:00Z') + minutes * MINUTE);
    const later = fc.integer({ min: 0, max: 20 * DAY });
    fc.assert(
      fc.property(
        kind,
        kind,
        receivedAt,
        later,
        fc.constantFrom('misjudged', 'new-facts'),
        (from, to, received, wait, because) => {
          const before = promised(from, received);
          fc.pre(defaultPolicy.kinds[to].rank > defaultPolicy.kinds[from].rank);
          const after = triaged(to, { commitment: before, receivedAt: received, because, now: received + wait });
          for (const instant of ['beginTarget', 'beginLatest', 'warnAt'] as const) {
            expect(after[instant]).toBeLessThanOrEqual(before[instant]);
          }
          expect(after.managementAt).toBeLessThanOrEqual(before.managementAt ?? Number.POSITIVE_INFINITY);
          expect(after.beginTarget).toBeLessThanOrEqual(after.beginLatest);
        },
      ),
    );
  });
});

describe('a lowered severity', () => {
  it('is held to its own rule from receipt, which may be later', () => {
    const critical = promised('critical', monday('10:00'));
    const request = triaged('request', { commitment: critical, because: 'misjudged', now: monday('10:05') });
    const basis = { policy: defaultPolicy.version, from: monday('10:00'), at: monday('10:05'), because: 'lowered' };
    expect(request).toEqual({ ...promised('request', monday('10:00')), basis });
  });

  it('has no clock to management where its kind has none', () => {
    const severe = promised('severe', monday('10:00'));
    expect(triaged('minor', { commitment: severe, because: 'misjudged' })).not.toHaveProperty('managementAt');
  });
});

describe('a change between kinds of one rank', () => {
  it('is counted from where the promise was counted, so that it uncovers no miss that never was', () => {
    const minor = promised('minor', monday('10:00'));
    const critical = triaged('critical', { commitment: minor, because: 'new-facts', now: tuesday('10:00') });
    const security = triaged('security', { commitment: critical, because: 'misjudged', now: tuesday('10:05') });
    expect(security).toEqual({ ...critical, kind: 'security' });
  });
});

describe('the clock to management', () => {
  const severe = promised('severe', monday('10:00'));

  it('stands still while a ticket waits, and goes on with the open time that was left', () => {
    const pauses = [{ from: monday('12:00'), to: thursday('20:00') }];
    expect(utc(managementDue(severe, pauses, defaultPolicy) ?? 0)).toBe('2026-01-19T13:00Z');
    expect(managementDue(severe, [{ from: monday('12:00') }], defaultPolicy)).toBeUndefined();
  });

  it('loses nothing to a pause outside open hours, nor to one after it came due', () => {
    const critical = promised('critical', monday('15:00'));
    const night = [{ from: monday('17:00'), to: monday('20:00') }];
    expect(managementDue(critical, night, defaultPolicy)).toBe(critical.managementAt);
    expect(managementDue(critical, [{ from: wednesday('10:00') }], defaultPolicy)).toBe(critical.managementAt);
  });

  it('is not there for every kind', () => {
    expect(managementDue(promised('request', monday('10:00')), [], defaultPolicy)).toBeUndefined();
  });

  it('keeps its pauses through every triage: at the same rank, lowered, and the first', () => {
    const day = { from: monday('12:00'), to: tuesday('12:00') };
    const pauses = [day];
    const critical = promised('critical', monday('10:00'));
    const dueOnceTriaged = (to: Kind, commitment: Commitment, because: Retriage['because'] = 'misjudged') =>
      utc(
        managementDue(
          triaged(to, { commitment, because, pauses, told: undefined, now: tuesday('13:00') }),
          pauses,
          defaultPolicy,
        ) ?? 0,
      );
    expect(utc(managementDue(critical, pauses, defaultPolicy) ?? 0)).toBe(utc(tuesday('14:00')));
    expect(dueOnceTriaged('security', critical)).toBe(utc(tuesday('14:00')));
    // Two of sixteen hours went on Monday, four on Tuesday after noon: ten are left.
    expect(dueOnceTriaged('severe', critical)).toBe(utc(thursday('10:00')));
    expect(dueOnceTriaged('severe', promised('request', monday('10:00')), 'first-triage')).toBe(utc(thursday('10:00')));
  });
});

describe('a message that awaits an answer', () => {
  it('is due by the instants of a request', () => {
    expect(answerDueFor(monday('15:00'), defaultPolicy)).toEqual({
      target: tuesday('15:00'),
      latest: tuesday('15:00'),
    });
    expect(answerDueFor(monday('10:00'), defaultPolicy)).toEqual({ target: monday('15:00'), latest: tuesday('15:00') });
  });
});
