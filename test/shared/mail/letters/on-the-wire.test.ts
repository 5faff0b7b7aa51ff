import { describe, expect, it } from '@jest/globals';
import { composeMail } from '../../../../shared/mail/compose';
import { addressed, type MailLetter, type PostOffice, writeLetter } from '../../../../shared/mail/letters/letters';
import type { TicketEvent } from '../../../../shared/ticket/events';
import { answered, at, policy, roster, staff, ticketWith } from './tickets';

const addresses = { support: 'support@desk.test', management: 'management@desk.test' };
const wayBack = { replyTo: 'support+7K3M-Q9XD.mac@desk.test', reference: '<t.7K3M-Q9XD.mac@desk.test>' };
const vendor = { ...policy.vendor, name: 'Eksempel\r\nBcc: c@hostile.test' };
const office: PostOffice = {
  policy: { ...policy, vendor },
  staff,
  roster,
  now: at('tue', '12:00'),
  addresses,
  loopToken: 'token',
};
const hostile = {
  subject: 'a\r\nBcc: a@hostile.test\u2028X-B: 1\n\nbody',
  customer: { name: 'Kari\r\nBcc: b@hostile.test', email: 'kari@kunde.test' },
};
const bounced: TicketEvent = {
  type: 'delivery-failed',
  at: at('tue', '12:00'),
  address: 'kari@kunde.test',
  permanent: true,
  diagnostic: 'x\r\nBcc: d@hostile.test',
};
const onTheWire = async (letter: MailLetter, happened: readonly TicketEvent[], words: string): Promise<string> => {
  const ticket = ticketWith(happened, hostile);
  const text = writeLetter(letter, ticket, { ...office, words, events: [bounced] });
  const raw = await composeMail(addressed(text, letter, ticket, office, wayBack), new Date(at('tue', '12:00')));
  return raw.toString('latin1');
};

describe.each<MailLetter>([
  { letter: 'acknowledgement' },
  { letter: 'reply', message: 1 },
  { letter: 'waiting-reminder' },
  { letter: 'alert', to: [{ level: 2 }], why: 'new-message' },
  { letter: 'alert', to: [{ level: 2 }], why: 'undeliverable' },
  { letter: 'alert', to: [{ level: 2 }], why: 'suspected' },
  { letter: 'management', to: ['management'], why: 'no-senior' },
])('a $letter on the wire', (letter) => {
  it('has no header that a subject or a name brought in', async () => {
    const [head = ''] = (await onTheWire(letter, [answered('Ja.')], 'Ja.')).split('\r\n\r\n');
    expect(head).not.toMatch(/^(?:bcc|x-b):/im);
    expect(head.match(/^subject:/gim)).toHaveLength(1);
    expect(head.match(/^from:/gim)).toHaveLength(1);
  });
});

it('a reply of 20,000 letters with its history is shown whole by Gmail, which cuts at 102 kB', async () => {
  const words = `${'Her følger en grundig forklaring. '.repeat(5)}\n\n`.repeat(120).slice(0, 20_000);
  const asked = (minute: number): TicketEvent => {
    const receivedAt = at('tue', '11:30') + minute * 60_000;
    const message = { words: { text: 'å'.repeat(1_000) }, attachments: [], receivedAt };
    return { type: 'message-received', at: receivedAt, message };
  };
  const ticket = ticketWith([asked(1), asked(2), asked(3), answered('Her')]);
  const letter: MailLetter = { letter: 'reply', message: 4 };
  const { html } = addressed(writeLetter(letter, ticket, { ...office, words }), letter, ticket, office, wayBack);
  expect(Buffer.byteLength(html)).toBeLessThan(102_000);
});
