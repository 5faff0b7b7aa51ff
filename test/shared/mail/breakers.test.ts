import * as fc from 'fast-check';
import { LIMITS } from '../../../shared/mail/breaker-limits';
import {
  type Arrival,
  type Asked,
  askCounters,
  type Counted,
  type Counter,
  type Counters,
  countersAsked,
  NEW_COUNTER,
  type Permission,
} from '../../../shared/mail/breakers';
import { normalisedSubject } from '../../../shared/mail/normalised-subject';
import { DAY, HOUR, MINUTE, SECOND } from '../../../shared/promises/instant';

const NOON = Date.parse('2026-01-12T12:00:00Z');

/** Counters of a whole desk, as the store keeps them: by name. */
function deskCounters() {
  const kept = new Map<string, Counter>();
  const read = (names: ReadonlyMap<Counted, string>): Counters =>
    new Map([...names].map(([counted, name]) => [counted, kept.get(name) ?? NEW_COUNTER]));
  return {
    kept,
    ask(arrival: Arrival, what: Asked = 'acknowledgement'): Permission {
      const names = countersAsked({ sender: arrival.sender }, what);
      const { permission, changed } = askCounters(read(names), arrival, what);
      for (const [counted, counter] of changed) kept.set(names.get(counted) ?? '', counter);
      return permission;
    },
  };
}

let count = 0;
const mail = (given: Partial<Arrival> = {}): Arrival => {
  count += 1;
  return { sender: 'kari@kunde.example', subject: words(count), mark: `arrival ${count}`, now: NOON, ...given };
};

/** A subject like no other: digits would not tell two apart. */
const words = (n: number) => [...`${n}`].map((digit) => 'abcdefghij'[Number(digit)]).join('');

let desk: ReturnType<typeof deskCounters>;
beforeEach(() => {
  desk = deskCounters();
});

const askTimes = (times: number, given: (n: number) => Partial<Arrival>, what?: Asked): Permission[] =>
  Array.from({ length: times }, (_, n) => desk.ask(mail(given(n)), what));

const refusedBy = (limit: string, more: object = {}) => expect.objectContaining({ granted: false, limit, ...more });
const GRANTED = { granted: true };

describe('a sender', () => {
  it('is acknowledged once a day for the same subject, whatever number it bears', () => {
    expect(desk.ask(mail({ subject: 'Ticket received - 286614 - [#117904]' }))).toEqual(GRANTED);
    const again = { subject: 'SV: Ticket Received - 286615 - [#117905]' };
    expect(desk.ask(mail({ ...again, now: NOON + DAY - 1 }))).toEqual(refusedBy('same-subject'));
    expect(desk.ask(mail({ ...again, now: NOON + DAY }))).toEqual(GRANTED);
  });

  it('is acknowledged three times in any hour', () => {
    expect(askTimes(3, (n) => ({ now: NOON + n * MINUTE }))).toEqual([GRANTED, GRANTED, GRANTED]);
    expect(desk.ask(mail({ now: NOON + HOUR - 1 }))).toEqual(refusedBy('sender-within-an-hour'));
    expect(desk.ask(mail({ now: NOON + HOUR }))).toEqual(GRANTED);
    expect(desk.ask(mail({ now: NOON + HOUR }))).toEqual(refusedBy('sender-within-an-hour'));
  });

  it('is acknowledged ten times in any day', () => {
    expect(askTimes(10, (n) => ({ now: NOON + n * HOUR })).every(({ granted }) => granted)).toBe(true);
    expect(desk.ask(mail({ now: NOON + DAY - 1 }))).toEqual(refusedBy('sender-within-a-day'));
    expect(desk.ask(mail({ now: NOON + DAY }))).toEqual(GRANTED);
  });

  it('opens twenty tickets in any hour, those that are acknowledged among them', () => {
    askTimes(3, () => ({}));
    expect(askTimes(17, () => ({}), 'ticket').every(({ granted }) => granted)).toBe(true);
    expect(desk.ask(mail(), 'ticket')).toEqual(refusedBy('tickets-of-sender', { first: true }));
    expect(desk.ask(mail(), 'acknowledgement')).toEqual(refusedBy('tickets-of-sender', { first: false }));
    expect(desk.ask(mail({ now: NOON + HOUR }), 'ticket')).toEqual(GRANTED);
  });

  it.each([
    ['in capitals', (_: number) => 'Kari@KUNDE.example'],
    ['with a new plus form each time', (n: number) => `kari+${n}@kunde.example`],
  ])('is one, %s', (_, sender) => {
    askTimes(3, (n) => ({ sender: sender(n) }));
    expect(desk.ask(mail({ sender: sender(4) }))).toEqual(refusedBy('sender-within-an-hour'));
  });

  it('keeps nobody else from being acknowledged', () => {
    askTimes(4, () => ({}));
    expect(desk.ask(mail({ sender: 'ola@kunde.example' }))).toEqual(GRANTED);
  });

  it('may be known by a telephone number, and shares nothing but the desk with others', () => {
    askTimes(4, () => ({ sender: '+4791234567' }));
    expect([...countersAsked({ sender: '+4791234567' }, 'acknowledgement').keys()]).toEqual(['sender', 'desk']);
    expect(desk.ask(mail({ sender: '+4797654321' }))).toEqual(GRANTED);
  });
});

describe('all together', () => {
  const differing = (domain: (n: number) => string) => (n: number) => ({ sender: `${words(n)}@${domain(n)}` });

  it('the people of one domain are acknowledged sixty times in any hour', () => {
    expect(
      askTimes(
        60,
        differing(() => 'kunde.example'),
      ).every(({ granted }) => granted),
    ).toBe(true);
    expect(desk.ask(mail({ sender: 'ny@kunde.example' }))).toEqual(refusedBy('domain', { first: true }));
    expect(desk.ask(mail({ sender: 'ny@annen.example' }))).toEqual(GRANTED);
  });

  it('those who have their mail where all the world has it are no domain', () => {
    expect(
      askTimes(
        100,
        differing(() => 'gmail.com'),
      ).every(({ granted }) => granted),
    ).toBe(true);
  });

  it('the desk acknowledges two hundred mails in any hour', () => {
    expect(
      askTimes(
        200,
        differing((n) => `${words(n)}.example`),
      ).every(({ granted }) => granted),
    ).toBe(true);
    expect(desk.ask(mail())).toEqual(refusedBy('desk', { first: true }));
    expect(desk.ask(mail({ now: NOON + HOUR }))).toEqual(GRANTED);
  });

  it('what is refused takes nothing from the others', () => {
    askTimes(
      200,
      differing((n) => `${words(n)}.example`),
    );
    const before = new Map(desk.kept);
    const refused = mail({ sender: 'ny@ny.example', subject: 'Hei' });
    expect(desk.ask(refused)).toEqual(refusedBy('desk'));
    expect([...desk.kept.keys()].filter((name) => desk.kept.get(name) !== before.get(name))).toEqual(['desk']);
    expect(desk.ask({ ...refused, mark: 'another', now: NOON + HOUR })).toEqual(GRANTED);
  });
});

describe('the same arrival, delivered again', () => {
  it('is granted again, and counts once', () => {
    const arrival = mail();
    expect([desk.ask(arrival), desk.ask(arrival), desk.ask({ ...arrival, now: NOON + MINUTE })]).toEqual(
      Array(3).fill(GRANTED),
    );
    expect(askTimes(2, () => ({}))).toEqual([GRANTED, GRANTED]);
    expect(desk.ask(arrival)).toEqual(GRANTED);
  });

  it('is told again that it was the first to be refused', () => {
    askTimes(3, () => ({}));
    const arrival = mail();
    expect([desk.ask(arrival), desk.ask(arrival)]).toEqual(
      Array(2).fill(refusedBy('sender-within-an-hour', { first: true })),
    );
  });
});

describe('an alarm', () => {
  it('is raised once a day, not with each mail, and tells since when', () => {
    askTimes(3, () => ({}));
    expect(askTimes(3, (n) => ({ now: NOON + n * SECOND }))).toEqual(
      [true, false, false].map((first) => refusedBy('sender-within-an-hour', { first, since: NOON })),
    );
    const tomorrow = NOON + DAY;
    askTimes(3, () => ({ now: tomorrow }));
    expect(desk.ask(mail({ now: tomorrow }))).toMatchObject({ first: true, since: tomorrow });
  });

  it('is raised for tickets and for acknowledgements apart', () => {
    askTimes(3, () => ({}));
    expect(desk.ask(mail())).toMatchObject({ first: true });
    askTimes(17, () => ({}), 'ticket');
    expect(desk.ask(mail(), 'ticket')).toMatchObject({ first: true });
  });

  it('is not raised for a person who writes twice about one thing', () => {
    expect(askTimes(2, () => ({ subject: 'Spørsmål' })).at(-1)).toEqual(refusedBy('same-subject', { first: false }));
  });
});

interface Step {
  readonly sender: string;
  readonly subject: string;
  readonly what: Asked;
  /** Since the one before, in milliseconds. */
  readonly pause: number;
  readonly again: boolean;
}

describe('whatever comes, in whatever order', () => {
  const senders = fc.constantFrom('a@x.example', 'b@x.example', 'c@y.example', 'd@gmail.com');
  const arrivals = fc.array(
    fc.record<Step>({
      sender: senders,
      subject: fc.constantFrom('en', 'to', 'tre', 'fire', 'fem', 'seks'),
      what: fc.constantFrom<Asked>('acknowledgement', 'ticket'),
      pause: fc.oneof(fc.integer({ min: 0, max: 20 * MINUTE }), fc.integer({ min: 0, max: 12 * HOUR })),
      again: fc.boolean(),
    }),
    { maxLength: 60, size: 'max' },
  );

  /** What was granted, and when. */
  function granted(given: readonly Step[]) {
    const fresh = deskCounters();
    let now = NOON;
    return given.flatMap(({ sender, subject, what, pause, again }, n) => {
      now += pause;
      const arrival = { sender, subject, mark: `${n}`, now };
      const { granted } = fresh.ask(arrival, what);
      if (again) expect(fresh.ask(arrival, what).granted).toBe(granted);
      return granted ? [{ sender, subject, what, at: now }] : [];
    });
  }

  it('no stretch of any limit holds more than it allows', () => {
    fc.assert(
      fc.property(arrivals, (given) => {
        const all = granted(given);
        for (const limit of LIMITS) {
          for (const one of all) {
            const together = all.filter((other) => isCountedWith(one, other, limit));
            expect(together.length).toBeLessThanOrEqual(limit.atMost);
          }
        }
      }),
    );
  });

  type Granted = ReturnType<typeof granted>[number];

  const isCountedWith = (one: Granted, other: Granted, { of, per, within }: (typeof LIMITS)[number]): boolean =>
    (of === 'ticket' || other.what === of) &&
    other.at >= one.at &&
    other.at < one.at + within &&
    IS_SAME[per](one, other);

  const domain = ({ sender }: Granted): string => sender.replace(/.*@/, '');

  const IS_SAME: Readonly<Record<(typeof LIMITS)[number]['per'], (one: Granted, other: Granted) => boolean>> = {
    subject: (one, other) => one.sender === other.sender && one.subject === other.subject,
    sender: (one, other) => one.sender === other.sender,
    domain: (one, other) => domain(one) === domain(other) && domain(one) !== 'gmail.com',
    desk: () => true,
  };

  it('a counter holds no more grants than its limits allow', () => {
    askTimes(500, (n) => ({ now: NOON + n * MINUTE }));
    const [sender] = countersAsked({ sender: 'kari@kunde.example' }, 'ticket').values();
    const { granted } = desk.kept.get(sender ?? '') ?? NEW_COUNTER;
    expect(granted.ticket.length).toBeLessThanOrEqual(20);
    expect(granted.acknowledgement).toHaveLength(10);
  });

  it('no name, address or subject stands in a counter', () => {
    desk.ask(mail({ sender: 'kari.nordmann@kunde.example', subject: 'Lønnsslipp' }));
    expect(JSON.stringify([...desk.kept])).not.toMatch(/kari|nordmann|kunde|lønn/i);
  });
});

describe('a limit', () => {
  it.each(LIMITS.filter(({ name }) => name !== 'same-subject'))(
    'says its figure in its reason: $name',
    ({ reason, atMost, within }) => {
      expect(reason).toContain(` ${atMost} `);
      expect(reason).toMatch(within === HOUR ? /within an hour$/ : /within a day$/);
    },
  );
});

describe('a subject', () => {
  it.each([
    ['Re: SV: VS: Feil i skjema', 'feil i skjema'],
    ['[#117904] Re: Ticket received', 'ticket received'],
    ['Feil i skjema [7K3M-Q9XD]', 'feil i skjema'],
    ['Ticket Received - 286614 - [#117904]', 'ticket received'],
    ['FEIL  i\tskjema!', 'feil i skjema'],
    ['Reise til Re', 'reise til re'],
    ['[EKSTERN] Feil', 'ekstern feil'],
    ['12345', ''],
    ['', ''],
  ])('%j is about %j', (subject, about) => {
    expect(normalisedSubject(subject)).toBe(about);
  });

  it('is read in a moment, whatever it holds', () => {
    for (const subject of ['[1'.repeat(500_000), `[${'1'.repeat(1_000_000)}`, 're:'.repeat(400_000)])
      expect(normalisedSubject(subject).length).toBeLessThan(1_001);
  });
});
