import type { Command } from '../../../shared/ticket/command';
import type { CustomerMessage } from '../../../shared/ticket/events';
import { Refusal } from '../../../shared/ticket/refusal';
import { at } from '../../support/desk-time';
import { anna, bo, given, letters, mailAt, types } from '../../support/ticket-story';

const MONDAY_TEN = at('mon 10:00');
const opened = () => given(mailAt(MONDAY_TEN));
const take: Command = { type: 'assign', agent: bo, by: bo };

const words = (text: string, receivedAt: number): CustomerMessage => ({
  words: { text },
  attachments: [],
  receivedAt,
  sender: { email: 'ola@annet.example' },
});
const fromStranger = (when: number): Command => ({
  type: 'hold-mail',
  message: words('Jeg tar over for Kari.', when),
  doubt: 'unknown-sender',
});
const fromAnna = (when: number): Command => ({
  type: 'hold-mail',
  message: words('Prøv igjen nå.', when),
  doubt: 'unproven-agent',
  agent: anna,
});
const confirm = (held = 0, by = bo): Command => ({ type: 'confirm-mail', held, by });

describe('a mail that is held', () => {
  it('alerts whoever has the ticket, and changes nothing that the customer or the clock would notice', () => {
    const taken = opened().when(take, at('mon 10:30'));
    const held = taken.when(fromStranger(at('mon 11:00')), at('mon 11:00'));
    expect(letters(held.effects)).toEqual(['alert mail-held → bo']);
    expect(held.opened().messages).toHaveLength(1);
    expect(held.wakesAt()).toBe(taken.wakesAt());
  });

  it('neither ends a wait nor reopens a solved ticket', () => {
    const waiting = opened().when({ type: 'wait', until: at('fri 10:00'), reason: 'svar', by: bo }, at('mon 11:00'));
    expect(types(waiting.when(fromStranger(at('mon 12:00')), at('mon 12:00')).events)).toEqual(['mail-held']);
    const solved = opened().when({ type: 'resolve', by: bo }, at('mon 11:00'));
    expect(types(solved.when(fromStranger(at('mon 12:00')), at('mon 12:00')).events)).toEqual(['mail-held']);
  });

  it('becomes the customer’s message when an agent confirms it, counted from when it arrived', () => {
    const taken = opened()
      .when(take, at('mon 10:30'))
      .when(fromStranger(at('mon 11:00')), at('mon 11:00'));
    const confirmed = taken.when(confirm(), at('mon 13:00'));
    expect(types(confirmed.events)).toEqual(['held-mail-confirmed', 'message-received']);
    expect(confirmed.opened().messages.at(-1)).toMatchObject({
      from: 'customer',
      at: at('mon 11:00'),
      sender: { email: 'ola@annet.example' },
    });
  });

  it('that an agent seems to have written goes out as the answer of whoever confirms it', () => {
    const confirmed = opened()
      .when(fromAnna(at('mon 11:00')), at('mon 11:00'))
      .when(confirm(), at('mon 11:05'));
    expect(types(confirmed.events)).toEqual(['held-mail-confirmed', 'reply-written', 'work-begun']);
    expect(confirmed.opened().begun).toMatchObject({ by: bo });
    expect(letters(confirmed.effects)).toEqual(['reply']);
  });

  it('is confirmed once, and only where there is one', () => {
    const confirmed = opened()
      .when(fromStranger(at('mon 11:00')), at('mon 11:00'))
      .when(confirm(), at('mon 11:05'));
    expect(confirmed.when(confirm(), at('mon 11:06')).events).toEqual([]);
    expect(() => confirmed.when(confirm(1), at('mon 11:06'))).toThrow(Refusal);
  });

  it('that an agent seems to have written does not go out from a ticket that is solved', () => {
    const solved = opened()
      .when(fromAnna(at('mon 11:00')), at('mon 11:00'))
      .when({ type: 'resolve', by: bo }, at('mon 12:00'));
    expect(() => solved.when(confirm(), at('mon 12:05'))).toThrow('The ticket is resolved. Reopen it first.');
  });
});
