import { defaultPolicy } from '../../../shared/promises/policy';
import type { TicketId } from '../../../shared/ticket/ids';
import { haveOneCustomer, refuseToMerge } from '../../../shared/ticket/mergeable';
import type { Channel, Customer } from '../../../shared/ticket/message';
import type { OpenedTicket } from '../../../shared/ticket/ticket';
import { at } from '../../support/desk-time';
import { given, mailAt } from '../../support/ticket-story';

const KARI = 'kari@kunde.example';
const PER = 'per@annen.example';
const OTHER = '0000-0000' as TicketId;

const ticketOf = (customer: Customer, more: Partial<OpenedTicket> = {}): OpenedTicket => ({
  ...given(mailAt(at('mon 10:00'), { customer })).opened(),
  ...more,
});
const on = (channel: Channel, customer: Customer) => ticketOf(customer, { channel });
const chatIn = (id: string, customer: Customer = {}) =>
  on('chat', { ...customer, conversation: { provider: 'intercom', id } });

describe('two tickets are of one customer', () => {
  const klubben = { organisationId: 'klubben' };
  const superUser = { ...klubben, standing: 'super-user' } as const;
  const colleague = { ...klubben, standing: 'colleague' } as const;

  it.each([
    ['by the address', on('mail', { email: KARI }), on('mail', { email: KARI })],
    ['by the address that the caller gave', on('phone', { email: KARI }), on('mail', { email: KARI })],
    ['by the address that answers go to', on('mail', { email: KARI }), on('mail', { email: PER, answersTo: KARI })],
    ['by the number', on('phone', { phone: '+4790000001' }), on('phone', { phone: '+4790000001' })],
    ['by the conversation', chatIn('1', { email: KARI }), chatIn('1')],
    [
      'by the organisation, where both have proven to be of it',
      on('mail', { email: KARI, ...superUser }),
      on('mail', { email: PER, ...colleague }),
    ],
  ])('%s', (_, one, other) => {
    expect(haveOneCustomer(one, other)).toBe(true);
  });

  it.each([
    ['by nothing that they have in common', on('mail', { email: KARI }), on('mail', { email: PER })],
    ['by what neither of them has', on('mail', {}), on('mail', {})],
    ['by an address that a visitor has typed', chatIn('1', { email: KARI }), on('mail', { email: KARI })],
    ['by an address that two visitors have typed', chatIn('1', { email: KARI }), chatIn('2', { email: KARI })],
    [
      'by a number that a visitor has typed',
      chatIn('1', { phone: '+4790000001' }),
      on('phone', { phone: '+4790000001' }),
    ],
    [
      'by the organisation that a mail only says to be of',
      on('mail', { email: KARI, ...klubben }),
      on('mail', { email: PER, ...superUser }),
    ],
    [
      'by two organisations',
      on('mail', { email: KARI, ...superUser }),
      on('mail', { email: PER, ...superUser, organisationId: 'laget' }),
    ],
  ])('not %s, whichever goes on', (_, one, other) => {
    expect([haveOneCustomer(one, other), haveOneCustomer(other, one)]).toEqual([false, false]);
  });

  it('not by a conversation of another provider that has the same id', () => {
    const elsewhere = on('chat', { conversation: { provider: 'chatwoot', id: '1' } });
    expect(haveOneCustomer(chatIn('1'), elsewhere)).toBe(false);
  });
});

describe('a ticket goes on in another of its customer', () => {
  const kari = { email: KARI };
  const merging = (one: Partial<OpenedTicket>, other: Partial<OpenedTicket>) =>
    refuseToMerge(ticketOf(kari, one), ticketOf(kari, other), defaultPolicy);

  it.each<[string, Partial<OpenedTicket>, Partial<OpenedTicket>?]>([
    ['where nothing is known of either', {}],
    ['of whatever kind the other is, where its own is nobody’s in particular', { kind: 'request' }, { kind: 'minor' }],
    ['where both are as severe', { kind: 'severe' }, { kind: 'severe' }],
    ['of the same incident', { partOf: OTHER }, { partOf: OTHER }],
    ['which leads its incident', { partOf: OTHER }, { id: OTHER }],
  ])('%s', (_, one, other = {}) => {
    expect(() => merging(one, other)).not.toThrow();
  });

  it.each<[string, Partial<OpenedTicket>, string, Partial<OpenedTicket>?]>([
    ['where the customer would not get the incident’s answer', { partOf: OTHER }, `the incident that ${OTHER} leads`],
    [
      'where its words suggest more',
      { suspected: { of: 'critical', words: ['nede'], at: at('mon 10:00') } },
      'Triage it first',
    ],
    ['where a senior’s work would be lost', { kind: 'critical' }, 'is of kind critical', { kind: 'request' }],
    ['where a senior’s work would be lost in what nobody has triaged', { kind: 'security' }, 'is of kind security'],
  ])('but not %s', (_, one, message, other = {}) => {
    expect(() => merging(one, other)).toThrow(message);
  });

  it('but not of another', () => {
    expect(() => refuseToMerge(ticketOf(kari), ticketOf({ email: PER }), defaultPolicy)).toThrow('different customers');
  });
});
