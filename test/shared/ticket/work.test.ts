import type { Command } from '../../../shared/ticket/command';
import { at } from '../../support/desk-time';
import { anna, bo, cato, given, letters, look, mailAt, RELEASES, types } from '../../support/ticket-story';

const opened = (when = at('mon 10:00')) => given(mailAt(when));
const take = (agent: typeof anna): Command => ({ type: 'assign', agent, by: agent });
const resolve: Command = { type: 'resolve', by: bo };
const handOver = (to: 2 | 3): Command => ({ type: 'hand-over', to, reason: 'Feil i koden', by: bo });

describe('triage by questions (P2)', () => {
  const stops: Command = { type: 'triage', answers: { about: 'error', service: 'stopped' }, by: bo };

  it('decides the kind, and keeps the answers with the clause, who answered and when', () => {
    const triaged = opened().when(stops, at('mon 10:05'));
    expect(triaged.opened().kind).toBe('critical');
    expect(triaged.opened().triage).toMatchObject({ answers: { service: 'stopped' }, by: bo, at: at('mon 10:05') });
    expect(triaged.events[0]).toHaveProperty('clause');
  });

  it('names the question that is still to be answered', () => {
    const half: Command = { type: 'triage', answers: { about: 'error' }, by: bo };
    expect(() => opened().when(half, at('mon 10:05'))).toThrow('One more answer is needed, to “service”');
  });

  it('changed answers decide again, under the change rules, and the same ones change nothing', () => {
    const triaged = opened().when(stops, at('mon 10:05'));
    expect(triaged.when(stops, at('mon 10:06')).events).toEqual([]);
    const again = triaged.when({ type: 'triage', answers: { about: 'request' }, by: bo }, at('mon 10:10'));
    expect(again.opened().kind).toBe('request');
    expect(again.opened().commitment.basis.because).toBe('lowered');
  });
});

describe('words that suggest a critical error', () => {
  const suspicious = mailAt(at('mon 10:00'), { subject: 'Hele systemet er nede' });

  it('alert level 2 and the seniors at once, instead of the news of an inquiry, and decide nothing', () => {
    const suspected = given(suspicious);
    expect(letters(suspected.effects)).toEqual(['acknowledgement', 'alert suspected → 2, seniors']);
    expect(suspected.opened()).not.toHaveProperty('kind');
  });

  it('wake nobody at night', () => {
    const night = given({ ...suspicious, message: { ...suspicious.message, receivedAt: at('mon 23:00') } });
    expect(letters(night.effects).filter((letter) => letter.startsWith('text-message'))).toEqual([]);
    expect(types(night.when(look, at('mon 23:59')).events)).toEqual([]);
  });

  it('are dismissed with a reason, or by triage', () => {
    const dismiss: Command = { type: 'dismiss-suspicion', reason: 'Gjaldt et annet system', by: bo };
    const dismissed = given(suspicious).when(dismiss, at('mon 10:05'));
    expect(dismissed.opened().suspected).toBeUndefined();
    expect(() => dismissed.when(dismiss, at('mon 10:06'))).toThrow('Nothing is suspected here any longer.');
    const triaged = given(suspicious).when({ type: 'triage', kind: 'request', by: bo }, at('mon 10:05'));
    expect(triaged.opened().suspected).toBeUndefined();
  });

  it('alert once a ticket, and not after triage', () => {
    const twice = given(suspicious).when(suspicious, at('mon 10:30'));
    expect(letters(twice.effects)).toEqual(['alert new-message → 2']);
    const triaged = opened().when({ type: 'triage', kind: 'minor', by: bo }, at('mon 10:05'));
    expect(types(triaged.when(suspicious, at('mon 10:30')).events)).not.toContain('suspicion-raised');
  });
});

describe('levels (P11, P15)', () => {
  it('a ticket handed to level 3 keeps its contact at level 2, who hears of what the customer writes', () => {
    const handed = opened().when(take(bo), at('mon 10:10')).when(handOver(3), at('mon 10:20'));
    expect(handed.opened()).toMatchObject({ level: 3, contact: bo, assignee: undefined });
    expect(letters(handed.when(mailAt(at('mon 11:00')), at('mon 11:00')).effects)).toEqual([
      'alert new-message → 3, bo',
    ]);
  });

  it('handed over by level 3, who had it, is the person on duty’s to talk about', () => {
    const handed = opened().when({ type: 'hand-over', to: 3, reason: 'Feil i koden', by: cato }, at('mon 10:20'));
    expect(handed.opened().contact).toBe(anna);
  });

  it('a ticket handed back is its contact’s again', () => {
    const back = opened()
      .when(take(bo), at('mon 10:10'))
      .when(handOver(3), at('mon 10:20'))
      .when(take(cato), at('mon 10:30'))
      .when(handOver(2), at('mon 11:00'));
    expect(back.opened().assignee).toBe(bo);
    expect(back.opened().spells.map(({ level }) => level)).toEqual([2, 3, 2]);
  });

  it('handing level 3’s ticket to level 3 is refused with what to do instead', () => {
    expect(() => opened().when(handOver(3), at('mon 10:20')).when(handOver(3), at('mon 10:21'))).toThrow(
      'Give it to somebody there with “assignment”, or write a note.',
    );
  });
});

describe('a less severe error (P7)', () => {
  const minor: Command = { type: 'triage', kind: 'minor', by: bo };
  const postpone = (version?: string): Command => ({ type: 'postpone', reason: 'Krever omlegging', version, by: bo });

  it('is tied to the next version that can hold it', () => {
    expect(opened().when(minor, at('mon 10:05')).opened().fixIn).toMatchObject({ version: '5.2', date: '2099-11-15' });
  });

  it('is postponed to the version after, and the customer is told why', () => {
    const later = opened().when(minor, at('mon 10:05')).when(postpone(), at('mon 10:10'));
    expect(later.opened().fixIn?.version).toBe('5.3');
    expect(letters(later.effects)).toEqual(['postponement']);
  });

  it.each([
    ['that is not planned', '9.9', 'has no version “9.9”. Choose one of: 5.1, 5.2, 5.3.'],
    ['that is out', '5.1', 'Version 5.1 is out already.'],
    ['that comes no later', '5.2', 'Choose a version after it.'],
  ])('is not postponed to a version %s', (_, version, says) => {
    const releases = [{ name: '5.1', freeze: '2025-11-01', date: '2025-11-15', releasedAt: 0 }, ...RELEASES];
    const story = given(mailAt(at('mon 10:00')), undefined, { releases }).when(minor, at('mon 10:05'));
    expect(() => story.when(postpone(version), at('mon 10:10'))).toThrow(says);
  });

  it('whose version is late is told of to whoever has it, and looked after again', () => {
    const releases = [{ name: '5.2', freeze: '2026-01-13', date: '2026-01-14' }];
    const tied = given(mailAt(at('mon 10:00')), undefined, { releases })
      .when(take(bo), at('mon 10:05'))
      .when({ type: 'write-reply', words: { text: 'Kommer' }, cc: [], seen: 1, by: bo }, at('mon 10:06'))
      .when(minor, at('mon 10:10'));
    expect(tied.wakesAt()).toBe(at('thu 08:00'));
    const late = tied.when(look, at('thu 08:00'));
    expect(letters(late.effects)).toEqual(['alert version-overdue → bo']);
    expect(late.wakesAt()).toBeGreaterThan(at('thu 08:00'));
  });

  it('that is out is none with which we could come back', () => {
    const releases = [{ name: '5.1', freeze: '2025-11-01', date: '2025-11-15', releasedAt: 0 }];
    const story = given(mailAt(at('mon 10:00')), undefined, { releases });
    expect(() => story.when({ type: 'come-back', version: '5.1', by: bo }, at('mon 10:05'))).toThrow('is out already');
  });

  it('with which we have promised to come back is a promise broken when the version is late', () => {
    const releases = [{ name: '5.2', freeze: '2026-01-13', date: '2026-01-14' }];
    const told = given(mailAt(at('mon 10:00')), undefined, { releases }).when(
      { type: 'come-back', version: '5.2', by: bo },
      at('mon 10:05'),
    );
    expect(told.opened()).toMatchObject({ fixIn: { version: '5.2' }, comingBack: { version: '5.2' } });
    expect(told.when(look, at('thu 08:00')).opened().comingBack).toBeUndefined();
  });
});

describe('a chat', () => {
  const chat = (when: number) =>
    mailAt(when, { channel: 'chat', customer: { name: 'Ola', conversation: { provider: 'standard', id: 'c1' } } });
  const reply: Command = { type: 'write-reply', words: { text: 'Hei' }, cc: [], seen: 1, by: bo };

  it('that waits five minutes within hours alerts again, and the visitor is offered an answer by mail, once', () => {
    const waiting = given(chat(at('mon 10:00')));
    expect(waiting.wakesAt()).toBe(at('mon 10:05'));
    const told = waiting.when(look, at('mon 10:05'));
    expect(letters(told.effects)).toEqual(['offer-of-mail', 'alert chat-waiting → 2, on-duty']);
    expect(types(told.when(look, at('mon 10:10')).events)).toEqual([]);
  });

  it('that was answered waits for nobody, until the visitor writes again', () => {
    const answered = given(chat(at('mon 10:00'))).when(reply, at('mon 10:02'));
    expect(types(answered.when(look, at('mon 10:05')).events)).toEqual([]);
    const again = answered.when(chat(at('mon 10:30')), at('mon 10:30'));
    expect(again.wakesAt()).toBe(at('mon 10:35'));
  });

  it('outside hours and in the lunch waits from when we open, as it was told', () => {
    expect(given(chat(at('mon 22:00'))).wakesAt()).toBe(at('tue 09:05'));
    expect(given(chat(at('mon 11:40'))).wakesAt()).toBe(at('mon 12:05'));
  });

  it('that has ended goes on by mail where the visitor left an address', () => {
    const ended = given(chat(at('mon 10:00'))).when({ type: 'end-chat' }, at('mon 10:01'));
    expect(ended.opened().chat?.ended).toBe(true);
    const inquiry = chat(at('mon 10:02'));
    const left = ended.when(
      { ...inquiry, customer: { ...inquiry.customer, email: 'ola@kunde.example' } },
      at('mon 10:02'),
    );
    expect(types(left.events)).toContain('address-left');
    expect(left.opened().customer.email).toBe('ola@kunde.example');
  });
});

describe('a call on a ticket (P10)', () => {
  it('that was answered is an answer', () => {
    const call: Command = { type: 'log-call', direction: 'out', answered: true, words: { text: 'Forklarte' }, by: bo };
    const called = opened().when(call, at('mon 10:10'));
    expect(types(called.events)).toEqual(['call-logged', 'work-begun']);
    expect(called.opened().messages.at(-1)).toMatchObject({ from: bo, words: { text: 'Forklarte' } });
  });

  it('that nobody answered is a task with a time, and begins nothing', () => {
    const call = { type: 'log-call', direction: 'out', answered: false, by: bo } as const;
    expect(() => opened().when(call, at('mon 10:10'))).toThrow('say in “callBackAt” when somebody calls again');
    const tried = opened().when({ ...call, callBackAt: at('mon 11:00') }, at('mon 10:10'));
    expect(types(tried.events)).toEqual(['call-logged']);
    const due = tried.when(look, at('mon 11:00'));
    expect(letters(due.effects)).toEqual(['alert call-back → 2']);
    // A task it stays, until somebody has called.
    expect(due.opened().callBackAt).toBe(at('mon 11:00'));
    const called = due.when({ ...call, answered: true, words: { text: 'Snakket' } }, at('mon 11:10'));
    expect(called.opened().callBackAt).toBeUndefined();
  });
});

describe('a request that nobody has begun in time', () => {
  const missed = opened()
    .when({ type: 'triage', kind: 'request', by: bo }, at('mon 10:05'))
    .when(look, at('tue 15:00'));

  it('is told of again as each working day begins, until somebody has', () => {
    const again = missed.when(look, at('wed 08:00'));
    expect([types(again.events), letters(again.effects)]).toEqual([['promise-still-missed'], ['miss → 2']]);
    expect(again.wakesAt()).toBe(at('thu 08:00'));
    const begun = again.when(take(bo), at('wed 09:00'));
    expect(types(begun.when(look, at('thu 08:00')).events)).toEqual([]);
  });

  it('is one miss all the same', () => {
    expect(missed.when(look, at('wed 08:00')).opened().missed).toHaveLength(1);
  });
});

describe('what is done by the clock', () => {
  it('is not told anybody again when the ticket is solved meanwhile', () => {
    const solved = opened().when({ type: 'come-back', until: at('wed 12:00'), by: bo }, at('mon 11:00'));
    expect(solved.when(resolve, at('tue 10:00')).wakesAt()).toBeUndefined();
  });
});
