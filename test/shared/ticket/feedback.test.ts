import type { Command } from '../../../shared/ticket/command';
import { at } from '../../support/desk-time';
import { bo, given, letters, mailAt, types } from '../../support/ticket-story';

const opened = () => given(mailAt(at('mon 10:00')));
const failure = (changes: Partial<Extract<Command, { type: 'note-delivery-failure' }>> = {}): Command => ({
  type: 'note-delivery-failure',
  address: 'kari@kunde.example',
  permanent: true,
  diagnostic: '550 5.1.1 no such user',
  ...changes,
});

describe('a letter that comes back', () => {
  it('for good is told to whoever has the ticket, once for each address', () => {
    const returned = opened().when(failure(), at('mon 11:00'));
    expect(letters(returned.effects)).toEqual(['alert undeliverable → 2']);
    expect(returned.opened().undeliverable).toEqual(['kari@kunde.example']);
    expect(letters(returned.when(failure(), at('mon 12:00')).effects)).toEqual([]);
  });

  it('from staff is told to the seniors: another alert to them would come back too', () => {
    const returned = opened().when(failure({ address: 'bo@desk.test' }), at('mon 11:00'));
    expect(letters(returned.effects)).toEqual(['alert undeliverable → seniors']);
  });

  it('for now is noted, and alerts nobody', () => {
    const delayed = opened().when(failure({ permanent: false }), at('mon 11:00'));
    expect([types(delayed.events), letters(delayed.effects)]).toEqual([['delivery-failed'], []]);
    expect(delayed.opened().undeliverable).toEqual([]);
  });

  it('as a mail is shown on the ticket, alerts nobody and reopens nothing', () => {
    const solved = opened().when({ type: 'resolve', by: bo }, at('mon 11:00'));
    const returned = solved.when(failure({ byMail: true }), at('mon 12:00'));
    expect([types(returned.events), letters(returned.effects)]).toEqual([['delivery-failed'], []]);
    expect(returned.opened().undeliverable).toEqual(['kari@kunde.example']);
  });

  it('is forgotten when the customer writes from that address', () => {
    const message = { words: { text: 'Hei igjen' }, attachments: [], receivedAt: at('mon 12:00') };
    const heard = opened()
      .when(failure(), at('mon 11:00'))
      .when(mailAt(0, { message: { ...message, sender: { email: 'kari@kunde.example' } } }), at('mon 12:00'));
    expect(heard.opened().undeliverable).toEqual([]);
  });

  it('and a complaint put off no look at a ticket on which nobody does anything', () => {
    const { quietSince } = opened().opened();
    const noted = opened()
      .when(failure(), at('mon 11:00'))
      .when({ type: 'note-complaint', address: 'kari@kunde.example' }, at('mon 12:00'));
    expect(noted.opened().quietSince).toBe(quietSince);
  });
});

describe('mail that might be a loop', () => {
  const withheld = { reason: 'three acknowledgements in an hour', first: true };

  it('is not acknowledged, and the first one alerts level 2 and the seniors', () => {
    const story = given(mailAt(at('mon 10:00'), { withheld }));
    expect(letters(story.effects)).toEqual(['alert new-inquiry → 2', 'alert mail-loop → 2, seniors']);
    expect(story.opened().told).toBeUndefined();
    expect(letters(given(mailAt(at('mon 10:00'), { withheld: { ...withheld, first: false } })).effects)).toEqual([
      'alert new-inquiry → 2',
    ]);
  });

  it('is gathered in one ticket when there is a storm of it: one alert, and none for what follows', () => {
    const storm = { storm: 'more than 20 inquiries in an hour', acknowledge: false };
    const story = given(mailAt(at('mon 10:00'), { ...storm, acknowledge: true }));
    expect(letters(story.effects)).not.toContain('acknowledgement');
    expect(letters(story.effects)).toContain('alert mail-storm → 2, seniors');
    const more = story.when(mailAt(at('mon 10:01'), storm), at('mon 10:01'));
    expect([more.opened().messages.length, letters(more.effects)]).toEqual([2, []]);
  });
});

it('the language that an agent sets is the ticket’s, and is remembered of the customer', () => {
  const set = opened().when({ type: 'set-language', language: 'en', by: bo }, at('mon 11:00'));
  expect(set.opened().language).toBe('en');
  expect(set.effects).toContainEqual({ type: 'contact' });
  expect(set.when({ type: 'set-language', language: 'en', by: bo }, at('mon 11:01')).events).toEqual([]);
});
