import type { Command } from '../../../shared/ticket/command';
import { at } from '../../support/desk-time';
import { anna, bo, cato, dina, erik, given, letters, look, mailAt, STAFF, types } from '../../support/ticket-story';

const opened = (when = at('mon 10:00')) => given(mailAt(when));
const triage = (kind: 'critical' | 'severe' | 'minor'): Command => ({ type: 'triage', kind, by: bo });
const take = (agent: typeof anna): Command => ({ type: 'assign', agent, by: agent });
const reply = (by: typeof anna): Command => ({
  type: 'write-reply',
  words: { text: 'Vi ser på det.' },
  cc: [],
  seen: 1,
  by,
});
const absent = STAFF.map((agent) => ({ ...agent, absences: [{ from: '2026-01-01', to: '2026-12-31' }] }));

describe('a severe or critical error (P8)', () => {
  it('goes to the senior on duty where nobody has it', () => {
    const critical = opened().when(triage('critical'), at('mon 10:05'));
    expect(critical.events).toContainEqual({ type: 'ticket-assigned', at: at('mon 10:05'), agent: anna, by: 'desk' });
    expect(critical.opened().begun).toBeUndefined();
  });

  it('goes from a junior to the senior on duty, though the junior has begun', () => {
    const junior = opened().when(take(bo), at('mon 10:02'));
    expect(junior.when(triage('severe'), at('mon 10:05')).opened().assignee).toBe(anna);
  });

  it('stays with the senior who has begun on it and judges it so, and alarms nobody', () => {
    const judged: Command = { type: 'triage', kind: 'critical', by: dina };
    const senior = opened().when(take(dina), at('mon 10:02')).when(judged, at('mon 10:05'));
    expect(types(senior.events)).toEqual(['ticket-triaged', 'senior-took-over']);
    expect(letters(senior.effects)).toEqual([]);
  });

  it('can be given to a senior alone, and the refusal names those who can', () => {
    const severe = opened().when(triage('severe'), at('mon 10:05'));
    expect(() => severe.when({ type: 'assign', agent: cato, by: anna }, at('mon 10:10'))).toThrow(
      'Give it to one of: anna, dina.',
    );
  });
});

describe('the alarm of a critical error (P5)', () => {
  const critical = opened().when(triage('critical'), at('mon 10:05'));

  it('goes to all seniors by mail, and to the first of them by SMS', () => {
    expect(letters(critical.effects)).toEqual(['alert senior-needed → seniors', 'text-message → anna']);
  });

  it('is repeated and moved up every 15 minutes, until all of them are called each time', () => {
    const second = critical.when(look, at('mon 10:20'));
    expect(letters(second.effects).slice(-2)).toEqual(['alert senior-called → dina', 'text-message → dina']);
    const third = second.when(look, at('mon 10:35'));
    expect(third.events).toContainEqual({
      type: 'senior-called',
      at: at('mon 10:35'),
      agents: [anna, dina],
      attempt: 2,
    });
  });

  it('reaches management as soon as none of those who were called has taken it, once', () => {
    const third = critical.when(look, at('mon 10:20')).when(look, at('mon 10:35'));
    expect(letters(third.effects)).toContain('management no-senior → management');
    expect(letters(third.when(look, at('mon 10:50')).effects)).not.toContain('management no-senior → management');
  });

  it('goes on after a junior’s answer, which begins the work', () => {
    const answered = critical.when(reply(bo), at('mon 10:10'));
    expect(types(answered.events)).toContain('work-begun');
    expect(types(answered.when(look, at('mon 10:20')).events)).toEqual(['senior-called']);
  });

  it.each([
    ['takes it', take(dina)],
    ['answers the customer', reply(dina)],
  ])('ends when a senior %s', (_, command) => {
    const taken = critical.when(command, at('mon 10:10'));
    expect(types(taken.events)).toContain('senior-took-over');
    expect(types(taken.when(look, at('mon 13:00')).events)).not.toContain('senior-called');
  });

  it('ends when the senior to whom it was given takes it, though a junior has begun', () => {
    const begun = critical.when(reply(bo), at('mon 10:10'));
    expect(types(begun.when(take(anna), at('mon 10:12')).events)).toEqual(['ticket-assigned', 'senior-took-over']);
  });

  it('rings at night as by day, and calls those on call', () => {
    const night = opened(at('mon 22:00')).when(triage('critical'), at('mon 22:05'));
    expect(types(night.events)).toContain('senior-called');
    expect(night.wakesAt()).toBe(at('mon 22:20'));
  });

  it('begins anew when a senior who had it hands it over', () => {
    const handed = critical
      .when(take(anna), at('mon 10:10'))
      .when({ type: 'hand-over', to: 3, reason: 'Feil i koden', by: anna }, at('mon 10:20'));
    expect(handed.opened().assignee).toBe(dina);
    expect(letters(handed.effects)).toEqual(['alert senior-needed → seniors', 'text-message → dina']);
  });

  it('of which there is nobody to call is management’s at once', () => {
    const alone = given(mailAt(at('mon 10:00')), undefined, { staff: absent }).when(
      triage('critical'),
      at('mon 10:05'),
    );
    expect(letters(alone.effects)).toEqual(['management no-senior → management']);
  });
});

describe('an error that turns out to be critical', () => {
  const severe = opened().when(triage('severe'), at('mon 10:05')).when(take(anna), at('mon 10:10'));
  const critical = { ...triage('critical'), because: 'new-facts' } as Command;

  it('is told to the senior who has it as severe, at night too: whoever took the one has not taken the other', () => {
    const raised = severe.when(critical, at('mon 22:00'));
    expect(letters(raised.effects)).toEqual(['alert senior-needed → seniors', 'text-message → anna']);
    expect(raised.wakesAt()).toBe(at('mon 22:15'));
  });

  it('is alarmed of at once, from the first of the chain on, whatever the alarm before had come to', () => {
    const called = opened().when(triage('severe'), at('mon 13:00')).when(critical, at('mon 13:05'));
    expect(called.events).toContainEqual({ type: 'senior-called', at: at('mon 13:05'), agents: [anna], attempt: 0 });
  });

  it('stays taken where it is lowered', () => {
    const taken = opened().when(triage('critical'), at('mon 10:05')).when(take(anna), at('mon 10:10'));
    expect(taken.when(triage('severe'), at('mon 10:20')).opened().seniorHasIt).toBe(anna);
  });
});

describe('the alarm of a severe error', () => {
  it('keeps to working hours: every four of them, and no SMS', () => {
    const severe = opened(at('mon 14:00')).when(triage('severe'), at('mon 14:05'));
    expect(letters(severe.effects)).toEqual(['alert senior-needed → seniors']);
    const later = severe.when(look, at('tue 10:05'));
    expect(types(severe.when(look, at('tue 10:04')).events)).not.toContain('senior-called');
    expect(types(later.events)).toContain('senior-called');
  });
});

describe('management', () => {
  const critical = opened().when(triage('critical'), at('mon 10:05')).when(reply(anna), at('mon 10:10'));
  const told = critical.when(look, at('mon 14:00'));

  it('is told at the instant of P8, and again as each working day begins', () => {
    expect(letters(told.effects)).toContain('management → management');
    expect(types(told.when(look, at('tue 07:59')).events)).toEqual([]);
    const again = told.when(look, at('tue 08:00'));
    expect(again.events).toEqual([
      { type: 'management-told', at: at('tue 08:00'), dueAt: at('tue 08:00'), again: true },
    ]);
    expect(again.wakesAt()).toBe(at('wed 08:00'));
  });

  it('is told no more once it has acknowledged, nor when it is solved', () => {
    const seen = told.when({ type: 'acknowledge-escalation', by: erik }, at('mon 14:30'));
    expect(types(seen.when(look, at('tue 08:00')).events)).toEqual([]);
    const solved = told.when({ type: 'resolve', by: anna }, at('mon 15:00'));
    expect(solved.wakesAt()).toBeUndefined();
  });

  it('is told at the instant of P8 whatever was lifted before, and until that is acknowledged', () => {
    const lift: Command = { type: 'lift-to-management', reason: 'Haster', by: bo };
    const lifted = opened()
      .when(triage('severe'), at('mon 10:05'))
      .when(reply(anna), at('mon 10:10'))
      .when(lift, at('mon 11:00'))
      .when(look, at('tue 08:00'))
      .when({ type: 'acknowledge-escalation', by: erik }, at('tue 08:30'));
    const due = lifted.managementAt() ?? 0;
    const told = lifted.when(look, due);
    expect(letters(told.effects)).toContain('management → management');
    expect(types(told.when(look, due + 86_400_000).events)).toContain('management-told');
  });

  it('is told of what somebody lifts, and until it acknowledges that (P19)', () => {
    const lifted = opened().when({ type: 'lift-to-management', reason: 'Kunden truer', by: bo }, at('mon 11:00'));
    expect(letters(lifted.effects)).toEqual(['management → management']);
    expect(types(lifted.when(look, at('tue 08:00')).events)).toContain('management-told');
  });

  it('acknowledges what was lifted, and nobody else does', () => {
    expect(() => told.when({ type: 'acknowledge-escalation', by: anna }, at('mon 15:00'))).toThrow('Take the ticket');
    expect(() => opened().when({ type: 'acknowledge-escalation', by: erik }, at('mon 15:00'))).toThrow('“escalation”');
  });
});
