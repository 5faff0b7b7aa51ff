import { DAY } from '../../../shared/promises/instant';
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

  it('reminds whoever has to come back in time, four working hours before', () => {
    const told = opened().when(comeBack, at('mon 11:00'));
    expect(told.wakesAt()).toBe(at('wed 08:00'));
    const near = told.when(look, at('wed 08:00'));
    expect([types(near.events), letters(near.effects)]).toEqual([['coming-back-near'], ['alert coming-back-near → 2']]);
    expect(near.when(look, at('wed 08:01')).events).toEqual([]);
  });

  it('reminds nobody where there is less time than that', () => {
    const told = opened().when({ ...comeBack, until: at('mon 14:00') }, at('mon 11:00'));
    expect(told.wakesAt()).toBe(at('mon 14:00'));
  });

  it('is seen to by an alert at the time that was told', () => {
    const told = opened().when(comeBack, at('mon 11:00')).when(look, at('wed 08:00'));
    expect(told.wakesAt()).toBe(at('wed 12:00'));
    const due = told.when(look, at('wed 12:00'));
    expect([types(due.events), letters(due.effects)]).toEqual([['coming-back-due'], ['alert come-back → 2']]);
    expect(due.when(look, at('wed 12:01')).events).toEqual([]);
  });

  it('is told of while support is closed too, and to the person on duty: the customer has the date', () => {
    const [tenth, fifteenth] = ['2026-07-10T10:00+02:00', '2026-07-15T10:00+02:00'].map((iso) => Date.parse(iso));
    const told = given(mailAt(tenth ?? 0)).when({ ...comeBack, until: fifteenth ?? 0 } as Command, tenth ?? 0);
    const near = told.when(look, (fifteenth ?? 0) - 3_600_000);
    expect(letters(near.effects)).toContain('alert coming-back-near → 2, on-duty');
    expect(letters(near.when(look, fifteenth ?? 0).effects)).toContain('alert come-back → 2, on-duty');
  });

  it('is done by an answer, or the solution', () => {
    const told = opened().when(comeBack, at('mon 11:00'));
    expect(told.when(reply, at('tue 10:00')).opened().comingBack).toBeUndefined();
    expect(told.when({ type: 'resolve', by: bo }, at('tue 10:00')).opened().comingBack).toBeUndefined();
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

  it('reminds the customer twice, then closes the ticket with notice, a week apart', () => {
    const asked = opened().when({ ...reply, words: { text: 'Hvilken nettleser?' } }, at('mon 10:30'));
    const first = asked.when(wait, at('mon 11:00')).when(look, at('wed 12:00'));
    expect(letters(first.effects)).toEqual(['waiting-reminder', 'alert customer-reminded → 2']);
    expect(first.events.at(0)).toMatchObject({ count: 1, last: false, until: at('wed 16:00') + 7 * DAY });
    const second = first.when(look, at('wed 16:00') + 7 * DAY);
    expect(second.events.at(0)).toMatchObject({ type: 'customer-reminded', count: 2, last: true });
    const closed = second.when(look, at('wed 16:00') + 14 * DAY);
    expect(closed.events.at(0)).toMatchObject({ type: 'ticket-resolved', by: 'desk', because: 'no-answer' });
    expect(letters(closed.effects)).toEqual(['resolution']);
    expect(closed.wakesAt()).toBeUndefined();
  });

  it('reminds nobody but us where the agent says so, nor whom no letter reaches', () => {
    const quiet = opened()
      .when({ ...wait, remind: false }, at('mon 11:00'))
      .when(look, at('wed 12:00'));
    expect(letters(quiet.effects)).toContain('alert waiting-over → 2');
    const caller = mailAt(at('mon 10:00'), { channel: 'phone', customer: { name: 'Kari' } });
    expect(types(given(caller).when(wait, at('mon 11:00')).when(look, at('wed 12:00')).events)).toContain(
      'waiting-ended',
    );
  });

  it('neither reminds nor closes where nobody has begun, and so nobody has asked', () => {
    const over = opened().when(wait, at('mon 11:00')).when(look, at('wed 12:00'));
    expect(types(over.events)).toContain('waiting-ended');
  });

  it('closes nothing that is for seniors: there the wait is over, and the clock to management goes on', () => {
    const severe = opened().when({ type: 'triage', kind: 'severe', by: bo }, at('mon 10:30'));
    const over = severe.when({ ...wait, remind: true }, at('mon 11:00')).when(look, at('wed 12:00'));
    expect(types(over.events)).toContain('waiting-ended');
    expect(letters(over.effects)).toContain('waiting-reminder');
  });

  it('reminds nobody who has answered', () => {
    const answered = opened()
      .when(wait, at('mon 11:00'))
      .when(mailAt(at('tue 09:00')), at('tue 09:00'));
    expect(letters(answered.effects)).toEqual(['alert new-message → 2']);
    expect(letters(answered.when(look, at('wed 12:00')).effects)).not.toContain('waiting-reminder');
  });
});
