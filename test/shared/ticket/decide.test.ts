import { Refusal } from '../../../shared/ticket/refusal';
import { at, on } from '../../support/desk-time';
import { anna, bo, cato, dina, given, look, mailAt, types } from '../../support/ticket-story';

const MONDAY_TEN = at('mon 10:00');
const opened = () => given(mailAt(MONDAY_TEN));
const triagedAs = (kind: 'critical' | 'severe' | 'minor' | 'request', because?: 'misjudged' | 'new-facts') =>
  ({ type: 'triage', kind, by: anna, because }) as const;
const reply = (seen: number, by = anna) =>
  ({ type: 'write-reply', words: { text: 'Prøv igjen nå.' }, cc: [], seen, by }) as const;
const take = (agent: typeof anna) => ({ type: 'assign', agent, by: agent }) as const;
const again = (when: number) =>
  mailAt(when, { message: { words: { text: 'Hva skjer?' }, attachments: [], receivedAt: when } });

const refusing = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
  return 'nothing';
};

describe('a new inquiry', () => {
  it('opens a ticket at level 2, held to the request rule until it is triaged', () => {
    const ticket = opened().opened();
    expect(ticket).toMatchObject({ level: 2, status: { is: 'open' }, commitment: { kind: 'request' } });
    expect(ticket.kind).toBeUndefined();
    expect(ticket.commitment).toMatchObject({ beginTarget: at('mon 15:00'), beginLatest: at('tue 15:00') });
  });

  it('is parked, promised nothing and acknowledged to nobody, when a person must look first', () => {
    const story = given(mailAt(MONDAY_TEN, { park: 'virus' }));
    expect(story.opened().status).toEqual({ is: 'parked', reason: 'virus' });
    expect(story.opened().told).toBeUndefined();
    expect(story.wakesAt()).toBeUndefined();
  });
});

describe('a parked mail', () => {
  const parked = () => given(mailAt(MONDAY_TEN, { park: 'spam' }));
  const release = { type: 'release', by: anna } as const;

  it('is released into work by one act: level 2 is alerted, and it is promised from receipt', () => {
    const story = parked().when(release, at('mon 11:00'));
    expect(story.opened()).toMatchObject({ status: { is: 'open' }, commitment: { beginLatest: at('tue 15:00') } });
    expect(story.wakesAt()).toBe(story.opened().commitment.warnAt);
    expect(story.effects).toContainEqual({ type: 'letter', letter: 'alert', why: 'new-inquiry', to: [{ level: 2 }] });
  });

  it('cannot be reopened, and what is not parked cannot be released', () => {
    expect(refusing(() => parked().when({ type: 'reopen', by: anna }, at('mon 11:00')))).toBe('parked');
    expect(refusing(() => opened().when(release, at('mon 11:00')))).toBe('not-parked');
  });
});

describe('begun', () => {
  it('is taking the ticket oneself', () => {
    const { begun } = opened().when(take(bo), at('mon 11:00')).opened();
    expect(begun).toEqual({ at: at('mon 11:00'), by: bo, inTime: true, withinTarget: true });
  });

  it('is answering it', () => {
    expect(opened().when(reply(1), at('tue 09:00')).opened().begun).toMatchObject({
      inTime: true,
      withinTarget: false,
    });
  });

  it('by taking it only, awaits an answer by the instants of P16', () => {
    const taken = opened().when(take(bo), at('tue 09:00'));
    expect(taken.opened().answerDue).toEqual({ target: at('tue 15:00'), latest: at('wed 15:00'), overdue: false });
    expect(types(taken.when(look, at('wed 15:00')).events)).toEqual(['answer-overdue']);
  });

  it('is not being given it by somebody else, nor a note, nor waiting', () => {
    const story = opened()
      .when({ type: 'assign', agent: bo, by: anna }, at('mon 11:00'))
      .when({ type: 'write-note', words: { text: 'Ser på den.' }, by: bo }, at('mon 11:05'))
      .when({ type: 'wait', until: at('wed 09:00'), reason: 'Trenger skjermbilde', by: bo }, at('mon 11:10'));
    expect(story.opened().begun).toBeUndefined();
    expect(story.opened().assignee).toBe(bo);
  });

  it('is solving it with an answer, but not a mere change of status', () => {
    const solved = (text?: string) =>
      opened()
        .when({ type: 'resolve', by: bo, ...(text && { words: { text } }) }, at('mon 11:00'))
        .opened().begun;
    expect(solved('Løst nå.')).toBeDefined();
    expect(solved()).toBeUndefined();
  });

  it('happens once: taking a ticket that was answered begins nothing anew', () => {
    expect(types(opened().when(reply(1), at('mon 11:00')).when(take(bo), at('mon 12:00')).events)).toEqual([
      'ticket-assigned',
    ]);
  });
});

describe('what comes due', () => {
  it('warns halfway to the latest, in open time', () => {
    const halfway = opened().opened().commitment.warnAt;
    expect(types(opened().when(look, halfway - 1).events)).toEqual([]);
    expect(types(opened().when(look, halfway).events)).toEqual(['promise-warned']);
  });

  it('marks the miss at the latest instant itself', () => {
    expect(types(opened().when(look, at('tue 15:00') - 1).events)).toEqual(['promise-warned']);
    expect(types(opened().when(look, at('tue 15:00')).events)).toEqual(['promise-missed']);
  });

  it('marks a miss once, however often the alarm repeats itself', () => {
    const late = opened().when(look, at('tue 15:00'));
    expect(late.when(look, at('tue 15:00')).events).toEqual([]);
    expect(late.when(look, at('tue 15:01')).events).toEqual([]);
  });

  it('is read off the clock before any command, so that a lost alarm hides no miss', () => {
    const story = opened().when(take(bo), at('wed 09:00'));
    expect(types(story.events)).toEqual(['promise-missed', 'ticket-assigned', 'work-begun']);
    expect(story.opened().begun).toMatchObject({ inTime: false });
  });

  it('tells management of a severe error after sixteen working hours, begun or not', () => {
    const story = opened().when(triagedAs('severe'), at('mon 10:30')).when(reply(1, dina), at('mon 11:00'));
    expect(story.managementAt()).toBe(at('wed 10:00'));
    expect(types(story.when(look, at('wed 10:00') - 1).events)).toEqual([]);
    expect(types(story.when(look, at('wed 10:00')).events)).toEqual(['management-told']);
  });

  it('never tells management of a request by itself', () => {
    expect(types(opened().when(reply(1, bo), at('mon 11:00')).when(look, at('next fri 12:00')).events)).toEqual([
      'look-due',
    ]);
  });

  it('asks for a look again after five working days without anything happening', () => {
    const begun = opened().when(reply(1, bo), at('mon 11:00'));
    expect(begun.wakesAt()).toBe(at('next mon 16:00'));
    const looked = begun.when(look, at('next mon 16:00'));
    expect(types(looked.events)).toEqual(['look-due']);
    expect(looked.wakesAt()).toBe(on('2026-01-26T16:00:00+01:00'));
  });

  it('asks for it though a machine writes meanwhile: nobody has done anything', () => {
    const note = {
      type: 'note-automatic-mail',
      as: 'auto',
      reason: 'Fravær',
      words: { text: 'Jeg er på ferie.' },
    } as const;
    const begun = opened().when(reply(1, bo), at('mon 11:00')).when(note, at('thu 11:00'));
    expect(begun.wakesAt()).toBe(at('next mon 16:00'));
  });
});

describe('the first triage', () => {
  it('is judged from receipt, whatever time it took', () => {
    const story = opened().when(triagedAs('critical'), at('mon 10:05'));
    expect(story.opened().commitment).toMatchObject({ beginTarget: at('mon 10:15'), beginLatest: at('mon 10:15') });
    expect(story.managementAt()).toBe(at('mon 14:00'));
  });

  it('uncovers a miss that stands', () => {
    const story = opened().when(triagedAs('critical'), at('mon 12:00'));
    expect(types(story.events)).toEqual(['ticket-triaged', 'ticket-assigned', 'promise-missed', 'senior-called']);
    expect(story.when(triagedAs('request'), at('mon 12:10')).opened().missed).toEqual([at('mon 10:15')]);
  });

  it('uncovers that work was begun too late', () => {
    const story = opened().when(take(anna), at('mon 11:00')).when(triagedAs('critical'), at('mon 11:30'));
    expect(types(story.events)).toEqual(['ticket-triaged', 'senior-took-over', 'promise-missed']);
  });

  it('never moves an instant later that the customer has been told', () => {
    expect(opened().when(triagedAs('severe'), at('mon 10:30')).opened().commitment).toMatchObject({
      beginTarget: at('mon 15:00'),
      beginLatest: at('tue 15:00'),
    });
  });

  it('sets the severe rule alone where the customer was told nothing', () => {
    const unheard = given(mailAt(MONDAY_TEN, { acknowledge: false }));
    expect(unheard.when(triagedAs('severe'), at('mon 10:30')).opened().commitment.beginLatest).toBe(at('tue 16:00'));
  });
});

describe('a later change of severity', () => {
  const severe = () => opened().when(triagedAs('severe'), at('mon 10:30'));

  it('raised because it was misjudged counts from receipt', () => {
    expect(severe().when(triagedAs('critical', 'misjudged'), at('mon 12:00')).opened().commitment.beginLatest).toBe(
      at('mon 10:15'),
    );
  });

  it('raised on new facts counts from then', () => {
    const raised = severe().when(triagedAs('critical', 'new-facts'), at('mon 12:00'));
    expect(raised.opened().commitment.beginLatest).toBe(at('mon 12:15'));
    expect(raised.managementAt()).toBe(at('mon 16:00'));
  });

  it('raised on new facts moves no instant later', () => {
    const late = severe().when(triagedAs('critical', 'new-facts'), at('wed 09:59'));
    expect(late.managementAt()).toBe(at('wed 10:00'));
  });

  it('lowered is no miss of what was begun in time, nor one that the old rule had not', () => {
    const quiet = given(mailAt(MONDAY_TEN, { acknowledge: false })).when(triagedAs('severe'), at('mon 10:30'));
    const begun = quiet.when(reply(1, dina), at('tue 15:30')).when(triagedAs('request'), at('wed 09:00'));
    expect(types(begun.events)).toEqual(['ticket-triaged']);
    const lowered = quiet.when(triagedAs('request'), at('tue 15:30'));
    expect(types(lowered.events)).toEqual(['promise-warned', 'senior-called', 'ticket-triaged']);
    expect(lowered.opened().commitment.beginLatest).toBe(at('tue 16:00'));
  });

  it('lowered keeps the misses and lets the new rule set what is open', () => {
    const story = opened().when(triagedAs('critical'), at('mon 12:00')).when(triagedAs('minor'), at('mon 12:30'));
    expect(story.opened().missed).toEqual([at('mon 10:15')]);
    expect(story.opened().commitment.beginLatest).toBe(at('tue 15:00'));
    expect(story.managementAt()).toBeUndefined();
  });
});

describe('two who answer at once', () => {
  it('the second is refused, and gets its text and what it had not seen back', () => {
    const answered = opened().when(reply(1, anna), at('mon 11:00'));
    expect(() => answered.when(reply(1, bo), at('mon 11:00'))).toThrow(
      expect.objectContaining({
        reason: 'conversation-moved-on',
        details: expect.objectContaining({ seen: 2, words: { text: 'Prøv igjen nå.' } }),
      }),
    );
  });

  it('a customer who writes meanwhile moves the conversation on too', () => {
    expect(
      refusing(() =>
        opened()
          .when(again(at('mon 10:30')), at('mon 10:30'))
          .when(reply(1), at('mon 11:00')),
      ),
    ).toBe('conversation-moved-on');
  });
});

describe('a customer who writes again', () => {
  const begun = () => opened().when(reply(1, bo), at('mon 10:30'));

  it('is owed an answer by the instants of P16, counted apart from the promise to begin', () => {
    const { answerDue, missed } = begun()
      .when(again(at('wed 10:00')), at('wed 10:00'))
      .opened();
    expect(answerDue).toEqual({ target: at('wed 15:00'), latest: at('thu 15:00'), overdue: false });
    expect(missed).toEqual([]);
  });

  it('is answered when anyone answers, and marked overdue once when nobody does', () => {
    const owed = begun().when(again(at('wed 10:00')), at('wed 10:00'));
    expect(types(owed.when(look, at('thu 15:00')).events)).toEqual(['answer-overdue']);
    expect(owed.when(look, at('thu 15:00')).when(look, at('thu 15:00')).events).toEqual([]);
    expect(owed.when(reply(3), at('thu 14:00')).opened().answerDue).toBeUndefined();
  });

  it('reopens a ticket that was solved within ten working days, the last of them to its end', () => {
    const solved = begun().when({ type: 'resolve', by: bo }, at('mon 12:00'));
    const story = solved.when(again(on('2026-01-26T23:59:59+01:00')), on('2026-01-26T23:59:59+01:00'));
    expect(types(story.events)).toEqual(['message-received', 'ticket-reopened']);
    expect(story.opened().status.is).toBe('open');
    const tooLate = solved.when(again(on('2026-01-27T00:00:00+01:00')), on('2026-01-27T08:00:00+01:00'));
    expect(types(tooLate.events)).toEqual(['message-received']);
  });

  it('in time is in time, however late the mail is read', () => {
    const solved = begun().when({ type: 'resolve', by: bo }, at('mon 12:00'));
    const story = solved.when(again(on('2026-01-26T20:00:00+01:00')), on('2026-01-27T08:00:00+01:00'));
    expect(types(story.events)).toEqual(['message-received', 'ticket-reopened']);
  });

  it('makes nobody late for a ticket that was closed before anybody began: to begin is promised anew', () => {
    const closed = opened().when({ type: 'resolve', by: bo }, at('mon 10:30'));
    const story = closed.when(again(at('next mon 10:00')), at('next mon 10:00'));
    expect(types(story.events)).toEqual(['message-received', 'ticket-reopened']);
    expect(story.opened().missed).toEqual([]);
    expect(story.opened().commitment.beginLatest).toBe(on('2026-01-20T15:00:00+01:00'));
  });

  it('keeps the promise made anew through every triage, and from when the mail came, not when it was read', () => {
    const closed = opened().when({ type: 'resolve', by: bo }, at('mon 10:30'));
    const back = closed.when(again(at('fri 10:00')), at('next mon 10:00'));
    expect(back.opened().commitment.beginLatest).toBe(at('next mon 15:00'));
    for (const kind of ['request', 'minor', 'severe'] as const) {
      const triaged = back.when(triagedAs(kind), at('next mon 10:10'));
      expect(types(triaged.events)).not.toContain('promise-missed');
      expect(triaged.opened().commitment.beginLatest).toBe(
        kind === 'severe' ? at('next mon 16:00') : at('next mon 15:00'),
      );
    }
  });

  it('ends the waiting for the customer', () => {
    const waiting = begun().when(
      { type: 'wait', until: at('fri 09:00'), reason: 'Spurt om skjermbilde', by: bo },
      at('mon 12:00'),
    );
    expect(types(waiting.when(again(at('tue 10:00')), at('tue 10:00')).events)).toEqual([
      'message-received',
      'waiting-ended',
    ]);
  });
});

describe('waiting for the customer', () => {
  const severe = () => opened().when(triagedAs('severe'), at('mon 10:00'));
  const wait = { type: 'wait', until: at('thu 09:00'), reason: 'Trenger innlogging', by: anna } as const;

  it('pauses the clock to management in open time', () => {
    const waiting = severe().when(reply(1, anna), at('mon 10:30')).when(wait, at('mon 12:00'));
    expect(waiting.managementAt()).toBeUndefined();
    expect(types(waiting.when(look, at('wed 12:00')).events)).toEqual([]);
    const back = waiting.when(look, at('thu 09:00'));
    expect(types(back.events)).toEqual(['waiting-ended']);
    // 14 of 16 working hours were left: seven on Thursday, seven on Friday.
    expect(back.managementAt()).toBe(at('fri 15:00'));
  });

  it('is over when it was agreed to be, however late the alarm', () => {
    const waiting = severe().when(reply(1, anna), at('mon 10:30')).when(wait, at('mon 12:00'));
    expect(waiting.when(look, at('thu 12:00')).managementAt()).toBe(at('fri 15:00'));
    expect(types(waiting.when(look, at('fri 15:00')).events)).toEqual(['waiting-ended', 'management-told']);
  });

  it('lets a raise count the pause that was', () => {
    const back = severe().when(take(anna), at('mon 10:30')).when(wait, at('mon 12:00')).when(look, at('thu 09:00'));
    const raised = back.when(triagedAs('critical', 'new-facts'), at('thu 10:00'));
    expect(raised.managementAt()).toBe(at('thu 14:00'));
  });

  it('never pauses the clock to begin', () => {
    expect(types(severe().when(wait, at('mon 12:00')).when(look, at('tue 15:00')).events)).toEqual([
      'promise-missed',
      'senior-called',
    ]);
  });
});

describe('what the state forbids is refused with the reason', () => {
  const solved = () => opened().when({ type: 'resolve', by: bo }, at('mon 11:00'));
  const resolve = { type: 'resolve', by: bo } as const;

  it.each([
    ['solving twice', () => solved().when(resolve, at('mon 12:00')), 'already-resolved'],
    ['taking a solved ticket', () => solved().when(take(anna), at('mon 12:00')), 'already-resolved'],
    ['reopening an open ticket', () => opened().when({ type: 'reopen', by: bo }, at('mon 11:00')), 'not-resolved'],
    [
      'handing over to the level where it is',
      () => opened().when({ type: 'hand-over', to: 2, reason: 'x', by: bo }, at('mon 11:00')),
      'already-at-level',
    ],
    [
      'waiting until a time that has passed',
      () => opened().when({ type: 'wait', until: at('mon 10:30'), reason: 'x', by: bo }, at('mon 11:00')),
      'in-the-past',
    ],
    [
      'an agent who does not work here',
      () => opened().when({ type: 'assign', agent: 'nils', by: anna }, at('mon 11:00')),
      'no-such-agent',
    ],
    [
      'postponing what is not a less severe error',
      () => opened().when({ type: 'postpone', reason: 'x', by: anna }, at('mon 11:00')),
      'only-minor-errors-wait',
    ],
    [
      'giving a severe error to somebody who is not senior (P8)',
      () => opened().when(triagedAs('severe'), at('mon 11:00')).when(take(cato), at('mon 11:05')),
      'senior-needed',
    ],
    [
      'logging work that lies ahead',
      () =>
        opened().when(
          { type: 'log-time', minutes: 5, level: 2, what: 'x', workedAt: at('tue 11:00'), by: bo },
          at('mon 11:00'),
        ),
      'in-the-future',
    ],
    [
      'answering a parked mail',
      () => given(mailAt(MONDAY_TEN, { park: 'virus' })).when(reply(1), at('mon 11:00')),
      'parked',
    ],
  ])('%s', (_, act, reason) => {
    expect(refusing(act)).toBe(reason);
  });
});
