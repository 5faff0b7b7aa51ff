import type { Desk } from '../../../shared/desk/ports';
import { INBOX, receiveMail } from '../../../shared/desk/receive-mail';
import { deskAt, MONDAY_TEN, type RunningDesk } from '../../support/in-process';
import { act, openedBy, ticketOf } from '../../support/journey';
import { discrepancies } from '../../support/ledger';
import { KARI } from '../../support/local-desk';

let desk: RunningDesk;
beforeEach(async () => {
  desk = await deskAt();
});
afterEach(() => desk.stop());

const UNSEEN = '<before-our-time@kunde.example>';

describe('a mail that names a parent which nobody here has seen', () => {
  it('opens the ticket that follows, when the one that its thread has had is closed for good', async () => {
    const first = await openedBy(desk, () => desk.mail({ inReplyTo: UNSEEN }));
    await act(desk, 'anna', first, 'resolution', {});
    await desk.moveClock('2026-02-16T10:00:00+01:00');
    const second = await openedBy(desk, () => desk.mail({ inReplyTo: UNSEEN, text: 'Nå er feilen her igjen.' }));
    expect(second).toMatchObject({ status: 'open', follows: first.id });
    expect((await ticketOf(desk, first.id)).seen).toBe(1);
    expect(await discrepancies(desk, ['Nå er feilen her igjen.'])).toEqual([]);
  });

  it('is noted on the ticket that its thread has, when a machine wrote it', async () => {
    const { id } = await openedBy(desk, () => desk.mail({ inReplyTo: UNSEEN }));
    await desk.mail({ inReplyTo: UNSEEN, text: 'Jeg er på ferie.', headers: { 'Auto-Submitted': 'auto-replied' } });
    await desk.settle();
    expect((await ticketOf(desk, id)).timeline.at(-1)).toMatchObject({ type: 'automatic-mail-noted' });
    expect(await discrepancies(desk, ['Jeg er på ferie.'])).toEqual([]);
  });
});

describe('a mail whose first delivery broke after it was claimed', () => {
  it('becomes the ticket that it claimed, though the mail that it answers has opened one since', async () => {
    const machine = [
      `From: ${KARI}`,
      'Auto-Submitted: auto-replied',
      'In-Reply-To: <m1@kunde.example>',
      'Subject: Borte',
    ];
    await desk.local.desk.files.write(
      `${INBOX}early`,
      Buffer.from(`${machine.join('\r\n')}\r\n\r\nJeg er på ferie.`),
      '',
    );
    await expect(receiveMail(withoutCommits(desk.local.desk))(RECEIPT)).rejects.toThrow('down');
    await desk.mail({ messageId: '<m1@kunde.example>', subject: 'Skjemaet' });
    await desk.moveClock(MONDAY_TEN);
    expect((await desk.tickets()).map(({ subject }) => subject)).toEqual(['Skjemaet']);
    await desk.settle();
    expect((await desk.tickets()).map(({ subject }) => subject).sort()).toEqual(['Borte', 'Skjemaet']);
    expect(await discrepancies(desk, ['Jeg er på ferie.'])).toEqual([]);
  });
});

const PASSED = { spam: 'PASS', virus: 'PASS', spf: 'PASS', dkim: 'PASS', dmarc: 'PASS' } as const;
const RECEIPT = {
  messageId: 'early',
  receivedAt: Date.parse(MONDAY_TEN),
  envelopeFrom: KARI,
  recipients: [],
  verdicts: PASSED,
};

function withoutCommits(desk: Desk): Desk {
  const append = () => Promise.reject(new Error('The table is down.'));
  return { ...desk, tickets: { ...desk.tickets, append } };
}
