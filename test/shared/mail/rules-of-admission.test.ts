import { admissionRules, admit, type Evidence, standingOf } from '../../../shared/mail/admission';
import { isPublicDomain } from '../../../shared/mail/public-domains';
import type { Receipt, Verdict } from '../../../shared/mail/receipt';
import { isProven } from '../../../shared/mail/sender-proof';
import { mailWith } from './fixtures';

const receipt = (dmarc: Verdict, spam: Verdict = 'PASS', dmarcPolicy?: Receipt['dmarcPolicy']): Receipt => ({
  verdicts: { spam, virus: 'PASS', spf: 'PASS', dkim: 'PASS', dmarc },
  envelopeFrom: 'kari@kunde.example',
  recipients: ['support@desk.test'],
  ...(dmarcPolicy && { dmarcPolicy }),
});

const EVIDENCE: readonly Evidence[] = ['token', 'reference', 'own-id', 'subject'];
const STANDINGS = ['participant', 'colleague', 'stranger', 'unverified'] as const;
const VERDICTS: readonly Verdict[] = ['PASS', 'FAIL', 'GRAY', 'PROCESSING_FAILED', 'DISABLED'];

const all = EVIDENCE.flatMap((evidence) =>
  STANDINGS.flatMap((standing) =>
    VERDICTS.flatMap((dmarc) => VERDICTS.map((spam) => ({ evidence, standing, dmarc, spam }))),
  ),
);
const decided = all.map((one) => ({ ...one, ...admit(one.evidence, one.standing, receipt(one.dmarc, one.spam)) }));

describe('whoever names a ticket', () => {
  it('gets an answer from a rule of the table, whatever the evidence', () => {
    const reasons = admissionRules.map(({ reason }) => reason);
    expect(decided.every(({ reason }) => reasons.includes(reason))).toBe(true);
    expect(new Set(decided.map(({ reason }) => reason))).toEqual(new Set(reasons));
  });

  it('is never let in as a stranger, nor unverified', () => {
    const outside = decided.filter(({ standing }) => standing === 'stranger' || standing === 'unverified');
    expect(outside.filter(({ is }) => is === 'add')).toEqual([]);
  });

  it('is held, if not let in, for a token; for anything else only where a participant is not proven', () => {
    const held = decided.filter(({ is, evidence }) => is === 'hold' && evidence !== 'token');
    expect(new Set(held.map(({ evidence, standing }) => `${evidence} ${standing}`))).toEqual(
      new Set(['subject participant']),
    );
    expect(decided.filter(({ is, evidence }) => is === 'link' && evidence === 'token')).toEqual([]);
  });

  it('is let in with what was taken for spam by the token of their own ticket alone', () => {
    const spam = decided.filter((one) => one.spam === 'FAIL' && one.is === 'add');
    expect(new Set(spam.map(({ evidence, standing }) => `${evidence} ${standing}`))).toEqual(
      new Set(['token participant']),
    );
  });
});

describe('a sender is to a ticket', () => {
  const participants = ['kari@kunde.example', 'per@gmail.com'];
  const standing = async (from: string, told: Receipt) =>
    standingOf(await mailWith({ From: from }), told, participants);

  it.each([
    ['participant', 'Kari@Kunde.example', receipt('GRAY')],
    ['colleague', 'ola@kunde.example', receipt('PASS')],
    ['stranger', 'ola@kunde.example', receipt('GRAY')],
    ['stranger', 'ola@avd.kunde.example', receipt('PASS')],
    ['stranger', 'ola@gmail.com', receipt('PASS')],
    ['unverified', 'kari@kunde.example', receipt('FAIL', 'PASS', 'reject')],
    ['unverified', 'kari@kunde.example', receipt('FAIL', 'PASS', 'quarantine')],
    ['participant', 'kari@kunde.example', receipt('FAIL', 'PASS', 'none')],
    ['unverified', 'kari@kunde.example, ola@kunde.example', receipt('PASS')],
    ['stranger', '', receipt('PASS')],
  ])('a %s: %s', async (expected, from, told) => expect(await standing(from, told)).toBe(expected));
});

it.each([
  [true, 'PASS'],
  [false, 'GRAY'],
  [false, 'FAIL'],
] as const)('rule 26: that a mail is an agent’s is proven: %s with DMARC %s', async (proven, dmarc) => {
  expect(isProven(await mailWith({ From: 'anna@desk.test' }), receipt(dmarc))).toBe(proven);
});

it.each([
  [true, 'gmail.com'],
  [true, 'hotmail.no'],
  [true, 'live.no'],
  [true, 'yahoo.co.uk'],
  [true, 'online.no'],
  [true, 'proton.me'],
  [false, 'kunde.example'],
  [false, 'live.kunde.no'],
  [false, 'nothotmail.no'],
])('anybody can have an address: %s at %s', (expected, domain) => expect(isPublicDomain(domain)).toBe(expected));
