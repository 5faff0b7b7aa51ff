import { describe, expect, it } from '@jest/globals';
import {
  addressed,
  addressedToManagement,
  type MailLetter,
  type PostOffice,
  receiversOf,
  writeLetter,
} from '../../../../shared/mail/letters/letters';
import type { AlertReason, Audience } from '../../../../shared/ticket/effects';
import { agentId } from '../../../../shared/ticket/ids';
import type { OpenedTicket } from '../../../../shared/ticket/ticket';
import { anna, answered, at, policy, roster, staff, ticketWith } from './tickets';

const addresses = { support: 'support@desk.test', management: 'management@desk.test' };
const office: PostOffice = { policy, staff, roster, now: at('tue', '11:00'), addresses, loopToken: 'token' };
const wayBack = { replyTo: 'support+7K3M-Q9XD.mac@desk.test', reference: '<t.7K3M-Q9XD.mac@desk.test>' };

function mailOf(letter: MailLetter, ticket: OpenedTicket = ticketWith([answered('Ja.')]), from: PostOffice = office) {
  return addressed(writeLetter(letter, ticket, { ...from, words: 'Ja.' }), letter, ticket, from, wayBack);
}

const alertTo = (...to: readonly Audience[]): MailLetter => ({ letter: 'alert', to, why: 'new-inquiry' });

describe('whether a machine speaks', () => {
  it.each<[string, MailLetter, 'auto-replied' | 'auto-generated' | undefined]>([
    ['an acknowledgement answers by itself', { letter: 'acknowledgement' }, 'auto-replied'],
    ['a reply is a person’s', { letter: 'reply', message: 1 }, undefined],
    [
      'an estimate is a person’s',
      { letter: 'estimate', message: 1, hours: 1, validUntil: at('fri', '12:00') },
      undefined,
    ],
    ['a resolution with words is a person’s', { letter: 'resolution', message: 1 }, undefined],
    ['a resolution without words is a notice', { letter: 'resolution' }, 'auto-generated'],
    ['a postponement is a notice', { letter: 'postponement', reason: 'Tid.' }, 'auto-generated'],
    ['to say that we come back is a person’s', { letter: 'coming-back', until: at('fri', '12:00') }, undefined],
    ['a reminder is a notice', { letter: 'waiting-reminder' }, 'auto-generated'],
    ['an offer of mail is a notice', { letter: 'offer-of-mail' }, 'auto-generated'],
    ['an alert is a notice', alertTo('seniors'), 'auto-generated'],
    ['a letter to management is a notice', { letter: 'management', to: ['management'] }, 'auto-generated'],
  ])('%s', (_, letter, expected) => {
    expect(mailOf(letter).automatic).toBe(expected);
  });
});

describe('a letter to a customer', () => {
  it('goes to the customer, from the plain address, and is answered to the ticket’s own', () => {
    expect(mailOf({ letter: 'acknowledgement' })).toMatchObject({
      from: { name: 'Eksempel Påmelding AS', address: 'support@desk.test' },
      to: ['kari@kunde.test'],
      cc: [],
      replyTo: wayBack.replyTo,
      loopToken: 'token',
    });
  });

  it('answers the customer’s last mail, in its thread, with our own id in front', () => {
    const later = { messageId: '<later@kunde.test>', references: [wayBack.reference, '<first@kunde.test>'] };
    const message = { words: { text: 'Og?' }, attachments: [], receivedAt: at('wed', '09:00'), mail: later };
    const ticket = ticketWith([answered('Ja.'), { type: 'message-received', at: at('wed', '09:00'), message }]);
    const { inReplyTo, references } = mailOf({ letter: 'reply', message: 1 }, ticket);
    expect(inReplyTo).toBe('<later@kunde.test>');
    expect([...new Set(references)]).toEqual([wayBack.reference, '<first@kunde.test>', '<later@kunde.test>']);
  });

  it('begins a thread where the customer has sent no mail', () => {
    const { messages, ...called } = ticketWith([], { channel: 'phone' });
    const mail = mailOf(
      { letter: 'acknowledgement' },
      { ...called, messages: messages.map(({ mail, ...spoken }) => spoken) },
    );
    expect(mail.references).toEqual([wayBack.reference]);
    expect(mail).not.toHaveProperty('inReplyTo');
  });

  it('is copied to whom its author chose, once each', () => {
    const ticket = ticketWith([answered('Ja.', ['ola@kunde.test', 'kari@kunde.test'])]);
    expect(mailOf({ letter: 'reply', message: 1 }, ticket).cc).toEqual(['ola@kunde.test']);
  });

  it('is never copied to ourselves, by whichever of our addresses', () => {
    const own = mailOf({ letter: 'acknowledgement' }, ticketWith([])).from.address;
    const ticket = ticketWith([answered('Ja.', [own, own.replace('@', '+x@'), 'ola@kunde.test'])]);
    expect(mailOf({ letter: 'reply', message: 1 }, ticket).cc).toEqual(['ola@kunde.test']);
  });

  it('copies nobody in an automatic letter', () => {
    expect(mailOf({ letter: 'resolution' }, ticketWith([answered('Ja.', ['ola@kunde.test'])])).cc).toEqual([]);
  });

  it('is in the customer’s language', () => {
    expect(mailOf({ letter: 'acknowledgement' }, ticketWith([], { language: 'en' })).html).toContain('lang="en"');
  });
});

describe('a letter to staff', () => {
  it.each<[string, Audience, string[]]>([
    ['a level', { level: 2 }, ['anna@desk.test', 'bo@desk.test']],
    ['the seniors', 'seniors', ['anna@desk.test', 'dina@desk.test']],
    ['one agent', { agent: anna }, ['anna@desk.test']],
    ['whoever is on duty', 'on-duty', ['bo@desk.test']],
    ['management', 'management', ['management@desk.test']],
    ['the level’s people, when the agent has left', { agent: agentId('gone') }, ['anna@desk.test', 'bo@desk.test']],
  ])('reaches %s', (_, audience, expected) => {
    expect(mailOf(alertTo(audience)).to).toEqual(expected);
  });

  it('reaches whoever is on duty by the roster, and level 2 where there is none', () => {
    const away = { ...office, roster: { shifts: [] }, staff: staff.filter(({ works }) => works !== 2) };
    expect(mailOf(alertTo('on-duty'), ticketWith(), away).to).toEqual(['management@desk.test']);
  });

  it('reaches each person once', () => {
    expect(mailOf(alertTo({ agent: anna }, 'seniors')).to).toEqual(['anna@desk.test', 'dina@desk.test']);
  });

  it('goes to management when there is nobody else (P12)', () => {
    expect(mailOf(alertTo('seniors'), ticketWith(), { ...office, staff: [] }).to).toEqual(['management@desk.test']);
  });

  it('does not reach whoever has muted what it is about, unless the promise needs them (P12)', () => {
    const muting = (...muted: readonly AlertReason[]) =>
      staff.map((agent) => (agent.works === 2 ? { ...agent, wants: { muted } } : agent));
    const reached = (why: AlertReason) =>
      mailOf({ letter: 'alert', to: [{ level: 2 }], why }, ticketWith(), { ...office, staff: muting(why) }).to;
    expect(reached('new-inquiry')).toEqual(['bo@desk.test']);
    expect(reached('assigned')).toEqual(['anna@desk.test', 'bo@desk.test']);
  });

  it('to management reaches nobody else besides those it names', () => {
    const letter = { letter: 'management', to: ['management', 'seniors'] } as const;
    expect(mailOf(letter).to).toEqual(['anna@desk.test', 'dina@desk.test', 'management@desk.test']);
    expect(receiversOf(letter, ticketWith(), office).map(({ name }) => name)).toEqual(['Anna Berg', 'Dina Foss']);
  });

  it('by SMS is for those whom the alarm calls, whatever they have chosen', () => {
    const quiet = staff.map((agent) => ({ ...agent, wants: { muted: ['senior-called'] as const } }));
    const called = receiversOf({ letter: 'text-message', to: [{ agent: anna }] }, ticketWith(), {
      ...office,
      staff: quiet,
    });
    expect(called.map(({ id }) => id)).toEqual([anna]);
  });

  it('is in the policy’s first language', () => {
    const english: PostOffice = { ...office, policy: { ...policy, languages: ['en', 'nb'] } };
    expect(mailOf(alertTo('seniors'), ticketWith(), english).html).toContain('lang="en"');
  });

  it('is in Norwegian, whatever the customer speaks, and outside the customer’s thread', () => {
    const { html, references, inReplyTo } = mailOf(alertTo('seniors'), ticketWith([], { language: 'en' }));
    expect(html).toContain('lang="nb"');
    expect([inReplyTo, references]).toEqual([undefined, [wayBack.reference]]);
  });
});

it('the weekly report goes to management, as a notice', () => {
  const text = { subject: 'Ukerapport', preview: '', blocks: [] };
  expect(addressedToManagement(text, 'nb', office)).toMatchObject({
    to: ['management@desk.test'],
    automatic: 'auto-generated',
    subject: 'Ukerapport',
  });
});
