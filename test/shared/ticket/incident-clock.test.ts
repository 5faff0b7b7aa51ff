import type { Command } from '../../../shared/ticket/command';
import type { TicketId } from '../../../shared/ticket/ids';
import { at } from '../../support/desk-time';
import { anna, bo, given, letters, look, mailAt, type Story, types } from '../../support/ticket-story';

const LEAD = '0000-0001' as TicketId;
const opened = () => given(mailAt(at('mon 10:00')));
const triage = (kind: 'critical' | 'severe' | 'minor'): Command => ({ type: 'triage', kind, by: bo });
const join = (kind?: 'critical'): Command => ({ type: 'join-incident', from: LEAD, by: bo, begun: false, kind });
const solved: Command = {
  type: 'answer-with-incident',
  from: LEAD,
  by: anna,
  words: { text: 'Nå virker det.' },
  attachments: [],
  resolve: true,
};
const leads = (story: Story): Story =>
  story
    .when({ type: 'declare-incident', title: 'Treghet', by: bo }, at('mon 10:05'))
    .when({ type: 'attach-tickets', tickets: [{ id: LEAD, receivedAt: at('mon 09:00') }], by: bo }, at('mon 10:06'));

describe('a ticket of an incident', () => {
  it('that needs a senior is not put under a clock that calls none', () => {
    expect(opened().when(triage('critical'), at('mon 10:05')).when(join(), at('mon 10:06')).events).toEqual([]);
    const same = opened().when(triage('critical'), at('mon 10:05')).when(join('critical'), at('mon 10:06'));
    expect(same.opened().partOf).toBe(LEAD);
  });

  it('leaves it when it turns out to need a senior itself, and calls them', () => {
    const critical = opened().when(join(), at('mon 10:05')).when(triage('critical'), at('mon 10:10'));
    expect(critical.opened().partOf).toBeUndefined();
    expect(letters(critical.effects)).toContain('alert senior-needed → seniors');
  });

  it('is on its own once it is solved: what its customer writes then has a clock', () => {
    const again = opened()
      .when(join(), at('mon 10:05'))
      .when(solved, at('mon 11:00'))
      .when(mailAt(at('mon 12:00')), at('mon 12:00'));
    expect(again.opened().partOf).toBeUndefined();
    expect(again.wakesAt()).toBe(at('tue 15:00'));
  });

  it('is answered with the others, and left open, where its customer has written since it joined', () => {
    const unread = opened()
      .when(join(), at('mon 10:05'))
      .when(mailAt(at('mon 10:30')), at('mon 10:30'))
      .when(solved, at('mon 11:00'));
    expect(types(unread.events)).toEqual(['reply-written', 'work-begun', 'incident-left']);
    expect(unread.opened().status.is).toBe('open');
  });

  it('begun with the others is not reminded of as an answer of its own', () => {
    const begun = opened()
      .when(join(), at('mon 10:05'))
      .when({ type: 'begin-with-incident', from: LEAD, by: anna }, at('mon 10:10'));
    expect(begun.opened()).toMatchObject({ begun: { by: anna } });
    expect(begun.opened().answerDue).toBeUndefined();
  });
});

describe('a ticket that leads others', () => {
  it('counts from when the first of them was received', () => {
    expect(leads(opened()).opened().commitment.basis).toMatchObject({
      because: 'first-receipt',
      from: at('mon 09:00'),
    });
  });

  it('is never closed for want of an answer, which would leave the others behind', () => {
    const wait: Command = { type: 'wait', until: at('tue 10:00'), reason: 'svar', by: bo };
    const over = leads(opened()).when(wait, at('mon 11:00')).when(look, at('tue 10:00'));
    expect(types(over.events)).toContain('waiting-ended');
  });

  it('lets them go when it is resolved alone, and leads nobody then', () => {
    const resolved = leads(opened()).when({ type: 'resolve', by: bo }, at('mon 11:00'));
    expect(resolved.effects).toContainEqual({ type: 'pass-on', to: [LEAD], what: 'leave', by: bo });
    expect(resolved.opened().incident?.tickets).toEqual([]);
  });
});

describe('a merger', () => {
  const merge: Command = { type: 'merge', into: LEAD, by: bo };

  it('loses no promise to come back, and no mail that waits to be confirmed', () => {
    const told = opened().when({ type: 'come-back', until: at('wed 12:00'), by: bo }, at('mon 10:05'));
    expect(() => told.when(merge, at('mon 10:10'))).toThrow('We have promised this customer');
    const { message } = mailAt(at('mon 10:05'));
    const held = opened().when({ type: 'hold-mail', message, doubt: 'unknown-sender' }, at('mon 10:05'));
    expect(() => held.when(merge, at('mon 10:10'))).toThrow('A mail waits here');
  });

  it('takes no mail in that waits, which nobody would look at there', () => {
    const { message } = mailAt(at('mon 10:20'));
    const hold: Command = { type: 'hold-mail', message, doubt: 'unknown-sender' };
    expect(() => opened().when(merge, at('mon 10:10')).when(hold, at('mon 10:20'))).toThrow('goes on in');
  });

  it('keeps the earlier clock to management, though somebody has begun', () => {
    const severe = opened()
      .when(triage('severe'), at('mon 10:05'))
      .when({ type: 'assign', agent: anna, by: anna }, at('mon 10:06'));
    expect(severe.managementAt()).toBe(at('wed 10:00'));
    const absorb: Command = {
      type: 'absorb',
      from: LEAD,
      by: bo,
      customer: {},
      receivedAt: at('mon 08:00'),
      messages: [],
    };
    expect(severe.when(absorb, at('mon 10:30')).managementAt()).toBe(at('tue 16:00'));
  });
});

describe('an answer by resolving it', () => {
  it('takes a critical error over, so that a reopening alarms nobody anew', () => {
    const critical = opened().when(triage('critical'), at('mon 10:05'));
    const solvedBy = critical.when({ type: 'resolve', words: { text: 'Løst' }, by: anna }, at('mon 10:10'));
    expect(solvedBy.opened().seniorHasIt).toBe(anna);
  });
});
