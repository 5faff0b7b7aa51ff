import type { Ourselves, Receipt } from '../../../shared/mail/classify';
import { looksLikeAnother } from '../../../shared/mail/look-alikes';
import { machineSender } from '../../../shared/mail/machine-senders';
import { marksOf } from '../../../shared/mail/marks';
import { areOfOneOrganisation } from '../../../shared/mail/organisation';
import { replyAddressee, suggestedParticipants } from '../../../shared/mail/participants';
import { mailIn, mailWith, PASSED } from './fixtures';

const own: Ourselves = { supportAddress: 'support@desk.test', loopTokens: ['loop-1'], isOurMessageId: () => false };
const receipt = PASSED;
const failing = (dmarcPolicy: 'none' | 'quarantine' | 'reject'): Receipt => ({
  ...receipt,
  verdicts: { ...receipt.verdicts, dmarc: 'FAIL' },
  dmarcPolicy,
});
const marks = async (headers: Parameters<typeof mailWith>[0], told = receipt) =>
  marksOf({ mail: await mailWith(headers), receipt: told, own }).map(({ says }) => says);

it('an ordinary mail has no marks', async () => expect(await marks({})).toEqual([]));

describe('a sender', () => {
  it.each(['quarantine', 'reject'] as const)('is not verified, where the domain disowns the mail: %s', async (policy) =>
    expect(await marks({}, failing(policy))).toEqual([expect.stringMatching(/^The sender is not verified/)]),
  );

  it('is not blamed for a domain that only watches', async () => expect(await marks({}, failing('none'))).toEqual([]));

  it('is not verified as one of several', async () =>
    expect(await marks({ From: 'kari@kunde.example, ola@kunde.example' })).toEqual([
      'The sender is not verified: the mail names several people as its author.',
    ]));

  it('that is named twice is one', async () =>
    expect(await marks({ From: ['kari@kunde.example', 'Kari <kari@kunde.example>'] })).toEqual([]));

  it('is shown with what its domain only looks like', async () =>
    expect(await marks({ From: 'kari@аpple.example' })).toEqual([
      expect.stringMatching(/аpple\.example is xn--pple-43d\.example/),
    ]));
});

describe('a domain may pass for another', () => {
  it.each(['xn--pple-43d.com', 'xn--80ak6aa92e.com'])('when its letters are drawn like others: %s', (domain) =>
    expect(looksLikeAnother(domain)).toBeDefined(),
  );

  it.each([
    ['kunde.example', 'in ASCII'],
    ['xn--bl-yia.no', 'in Norwegian letters'],
    ['xn--e1afmkfd.xn--p1ai', 'wholly in another script'],
    ['xn--a', 'in no letters at all'],
  ])('not %s, which is %s', (domain) => expect(looksLikeAnother(domain)).toBeUndefined());
});

it('a locked attachment is spoken of only where there is one', async () => {
  const unscanned = { ...receipt, verdicts: { ...receipt.verdicts, virus: 'GRAY' as const } };
  expect(await marks({}, unscanned)).toEqual([]);
  expect(marksOf({ mail: await mailIn('signals/voicemail'), receipt: unscanned, own })).toEqual([
    { rule: 1, says: 'The virus scan did not clear the attachments, so they are locked.' },
  ]);
});

describe('suggested participants', () => {
  it('are those of To and Cc, each once, without the sender, us, lists, and who takes no answers', async () => {
    const mail = await mailWith({
      To: 'support+7k3mq9xd.abc@desk.test, Ola <ola@kunde.example>, arr@liste.example',
      Cc: 'ola@kunde.example, KARI@kunde.example, noreply@kunde.example, styret@liste.example, per@annet.example',
      'List-Post': '<mailto:arr@liste.example>',
      'List-Id': 'Styret <styret.liste.example>',
    });
    expect(suggestedParticipants(mail, own)).toEqual([
      { name: 'Ola', address: 'ola@kunde.example' },
      { name: '', address: 'per@annet.example' },
    ]);
  });

  it('are twenty at the most', async () => {
    const many = Array.from({ length: 50 }, (_, i) => `a${i}@kunde.example`).join(', ');
    expect(suggestedParticipants(await mailWith({ Cc: many }), own)).toHaveLength(20);
  });
});

describe('an answer goes', () => {
  const form = machineSender.parse({ from: 'kari@kunde.example', is: 'form' });
  const addressee = async (headers: Parameters<typeof mailWith>[0], told = receipt, senders = [form].slice(1)) =>
    replyAddressee(await mailWith(headers), told, senders)?.address;

  it.each([
    ['kari@kunde.example', 'to the sender', {}],
    ['post@avd.kunde.example', 'to another address of their organisation', { 'Reply-To': 'post@avd.kunde.example' }],
    ['kari@kunde.example', 'not to another organisation', { 'Reply-To': 'ond@evil.example' }],
    ['kari@gmail.com', 'not to a stranger at the same provider', { From: 'kari@gmail.com', 'Reply-To': 'o@gmail.com' }],
  ])('to %s: %s', async (address, _, headers) => expect(await addressee(headers)).toBe(address));

  it('to whom a known form names, where DMARC proves the form', async () => {
    const headers = { 'Reply-To': 'ola@annet.example' };
    expect(await addressee(headers, receipt, [form])).toBe('ola@annet.example');
    expect(await addressee(headers, failing('none'), [form])).toBe('kari@kunde.example');
  });
});

it.each([
  [true, 'post@kunde.example', 'kari@avd.kunde.example'],
  [false, 'a@oslo.kommune.no', 'a@bergen.kommune.no'],
  [false, 'a@one.co.uk', 'a@two.co.uk'],
  [false, 'a@gmail.com', 'b@gmail.com'],
  [false, 'a', 'b'],
])('one organisation: %s for %s and %s', (expected, one, other) => {
  expect(areOfOneOrganisation(one, other)).toBe(expected);
});
