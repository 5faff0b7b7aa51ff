import type { Command } from '../../../shared/ticket/command';
import { at } from '../../support/desk-time';
import { bo, given, letters, look, mailAt, types } from '../../support/ticket-story';

const opened = () => given(mailAt(at('mon 10:00')));
const comeBack: Command = { type: 'come-back', until: at('wed 12:00'), by: bo };
const reply: Command = { type: 'write-reply', words: { text: 'Nå virker det.' }, cc: [], seen: 1, by: bo };

describe('that we come back (P14)', () => {
  it('is told to the customer, and is an answer', () => {
    const told = opened().when(comeBack, at('mon 11:00'));
    expect(types(told.events)).toEqual(['coming-back-promised', 'work-begun']);
    expect(letters(told.effects)).toEqual(['coming-back']);
  });

  it('is seen to by a reminder at the time that was told', () => {
    const told = opened().when(comeBack, at('mon 11:00'));
    expect(told.wakesAt()).toBe(at('wed 12:00'));
    const due = told.when(look, at('wed 12:00'));
    expect([types(due.events), letters(due.effects)]).toEqual([['coming-back-due'], ['alert come-back → 2']]);
    expect(due.when(look, at('wed 12:01')).events).toEqual([]);
  });

  it('is done by an answer, or the solution', () => {
    const told = opened().when(comeBack, at('mon 11:00'));
    expect(told.when(reply, at('tue 10:00')).opened().comeBackAt).toBeUndefined();
    expect(told.when({ type: 'resolve', by: bo }, at('tue 10:00')).opened().comeBackAt).toBeUndefined();
  });

  it('brings the agent’s own words where there are any', () => {
    const told = opened().when({ ...comeBack, words: { text: 'Vi retter det i natt.' } }, at('mon 11:00'));
    expect(told.opened().messages.at(-1)).toMatchObject({ from: bo, words: { text: 'Vi retter det i natt.' } });
    expect(told.effects).toContainEqual({ type: 'letter', letter: 'coming-back', message: 1, until: at('wed 12:00') });
  });

  it('lies ahead', () => {
    expect(() => opened().when({ ...comeBack, until: at('mon 11:00') }, at('mon 11:00'))).toThrow(
      'Choose a later one.',
    );
  });
});

describe('waiting for the customer', () => {
  const wait: Command = { type: 'wait', until: at('wed 12:00'), reason: 'skjermbilde', by: bo };

  it('reminds the customer when the time is up, where the agent has asked for that', () => {
    const waited = opened()
      .when({ ...wait, remind: true }, at('mon 11:00'))
      .when(look, at('wed 12:00'));
    expect(letters(waited.effects)).toContain('waiting-reminder');
    expect(letters(waited.effects)).toContain('alert waiting-over → 2');
  });

  it('reminds nobody but us where not', () => {
    const waited = opened().when(wait, at('mon 11:00')).when(look, at('wed 12:00'));
    expect(letters(waited.effects)).not.toContain('waiting-reminder');
  });

  it('reminds nobody who has answered', () => {
    const answered = opened()
      .when({ ...wait, remind: true }, at('mon 11:00'))
      .when(mailAt(at('tue 09:00')), at('tue 09:00'));
    expect(letters(answered.effects)).toEqual(['alert new-message → 2']);
    expect(letters(answered.when(look, at('wed 12:00')).effects)).not.toContain('waiting-reminder');
  });
});
