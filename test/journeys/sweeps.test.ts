import { DeleteScheduleCommand } from '@aws-sdk/client-scheduler';
import { NAMES } from '../../infra/local/seeds';
import { logCall } from '../../shared/desk/log-call';
import { INBOX } from '../../shared/desk/receive-mail';
import { agentId } from '../../shared/ticket/ids';
import { deskAt, type RunningDesk } from '../support/in-process';
import { act, filesOf, openedBy, ticketOf } from '../support/journey';
import { discrepancies } from '../support/ledger';
import { KARI } from '../support/local-desk';

let desk: RunningDesk;
beforeEach(async () => {
  desk = await deskAt();
});
afterEach(() => desk.stop());

const anHourLater = () => desk.moveClock('2026-01-12T11:00:00+01:00');

const deleteSchedule = (name: string) =>
  desk.local.services.clients.scheduler.send(new DeleteScheduleCommand({ Name: name, GroupName: NAMES.alarms }));

describe('a schedule that was deleted behind the desk’s back', () => {
  it('is put back by the hourly round, and wakes its ticket', async () => {
    const { id } = await openedBy(desk, () => desk.mail());
    const before = await desk.alarms();
    await deleteSchedule(id);
    await anHourLater();
    expect(await desk.alarms()).toEqual(before);
    await desk.moveClock('2026-01-13T09:30:00+01:00');
    expect((await ticketOf(desk, id)).timeline.at(-1)).toMatchObject({
      type: 'promise-warned',
      at: '2026-01-13T09:30:00+01:00',
    });
    expect(await discrepancies(desk)).toEqual([]);
  });

  it('keeps no promise from being looked after: the sweep wakes the ticket of what is most severe within minutes', async () => {
    const { id } = await openedBy(desk, () => desk.mail());
    await act(desk, 'anna', { id }, 'triage', { kind: 'error', severity: 'critical' });
    await desk.settle();
    const due = instantOf((await desk.alarms())[id]);
    await deleteSchedule(id);
    await desk.moveClock(due);
    expect((await ticketOf(desk, id)).timeline.at(-1)).toMatchObject({ type: 'promise-warned' });
    expect(await discrepancies(desk)).toEqual([]);
  });
});

/** `at(2026-01-12T09:30:00)` as an instant. */
const instantOf = (expression = '') => `${/at\((.*)\)/.exec(expression)?.[1]}Z`;

// The relay cannot read the commit that it is told of; the client tries four times.
const breakTheRelay = () => desk.fault({ service: 'dynamodb', operation: 'Query', times: 4 });

describe('a commit whose relay never ran', () => {
  it('is carried out by the next sweep: its letters, its alarm, its row', async () => {
    await desk.settle();
    const { staff } = await desk.local.desk.circumstances();
    const anna = staff.find(({ id }) => id === agentId('anna'));
    if (!anna) throw new Error('Anna does not work here.');
    await breakTheRelay();
    const caller = { name: 'Per', email: 'per@klubb.example' };
    const call = { caller, subject: 'Ringte', text: 'Per ringte.', direction: 'in', answered: true } as const;
    const id = await logCall(desk.local.desk)(call, anna, 'call-1');
    await desk.moveClock('2026-01-12T10:00:30+01:00');
    expect(await desk.sent()).toEqual([]);
    await anHourLater();
    expect((await desk.sent()).map(({ to }) => to)).toEqual(['per@klubb.example', 'anna@desk.test, bo@desk.test']);
    expect(Object.keys(await desk.alarms())).toEqual([id]);
    expect(await discrepancies(desk, ['Per ringte.'])).toEqual([]);
  });
});

describe('a mail that was left in the inbox', () => {
  const leave = (key: string, raw: string) =>
    desk.local.desk.files.write(`${INBOX}${key}`, Buffer.from(raw), 'message/rfc822');

  it('becomes its ticket, from its envelope and verdicts as SES wrote them on top of it', async () => {
    await leave(
      'left-1',
      `${ON_TOP}From: Kari <${KARI}>\r\nTo: support@desk.test\r\nSubject: Glemt\r\n\r\nEr dere der?\r\n`,
    );
    await anHourLater();
    const [ticket] = await desk.tickets();
    expect(ticket).toMatchObject({
      subject: 'Glemt',
      receivedAt: '2026-01-12T09:12:00+01:00',
      customer: { email: KARI },
    });
    expect((await desk.sent()).map(({ to }) => to)).toEqual([KARI, 'anna@desk.test, bo@desk.test']);
    expect(await discrepancies(desk, ['Er dere der?'])).toEqual([]);
  });

  it('is judged by those verdicts, and not by what a stranger wrote below them', async () => {
    const virus = ON_TOP.replace('X-SES-Virus-Verdict: PASS', 'X-SES-Virus-Verdict: FAIL');
    await leave(
      'left-2',
      `${virus}X-SES-Virus-Verdict: PASS\r\nFrom: ${KARI}\r\nSubject: Vedlegg\r\n\r\nSe vedlegg.\r\n`,
    );
    await anHourLater();
    expect((await desk.tickets('parked')).map(({ subject }) => subject)).toEqual(['Vedlegg']);
    expect(await desk.sent()).toEqual([]);
  });

  it('lands on the ticket whose signed address it was sent to', async () => {
    const { id } = await openedBy(desk, () => desk.mail());
    const replyTo = (await desk.lettersTo(KARI))[0]?.replyTo ?? '';
    const onTop = ON_TOP.replace('for support@desk.test', `for ${replyTo}`);
    await leave('left-3', `${onTop}From: annen@kunde.example\r\nTo: undisclosed\r\nSubject: Hei\r\n\r\nMer om saken.`);
    await anHourLater();
    expect((await ticketOf(desk, id)).timeline.at(-1)).toMatchObject({
      type: 'message-received',
      text: 'Mer om saken.',
    });
    expect(await discrepancies(desk, ['Mer om saken.'])).toEqual([]);
  });

  it('is left alone for some minutes, since it may be just on its way', async () => {
    await leave('left-4', `${ON_TOP}From: ${KARI}\r\n\r\nJust on its way.\r\n`);
    await desk.moveClock('2026-01-12T10:04:59+01:00');
    expect(await desk.tickets()).toEqual([]);
    await desk.moveClock('2026-01-12T10:05:00+01:00');
    expect(await desk.tickets()).toHaveLength(1);
  });

  it('is no mail, when SES put it there to try out the bucket', async () => {
    await leave('AMAZON_SES_SETUP_NOTIFICATION', 'Hello, this message confirms that SES may write here.');
    await anHourLater();
    await desk.settle();
    expect([await desk.tickets(), await desk.tickets('parked')]).toEqual([[], []]);
    expect(await filesOf(desk, INBOX)).toEqual([`${INBOX}AMAZON_SES_SETUP_NOTIFICATION`]);
  });
});

const ON_TOP = [
  `Return-Path: <${KARI}>`,
  'Received: from mail.kunde.example (mail.kunde.example [192.0.2.10])',
  ' by inbound-smtp.eu-north-1.amazonaws.com with SMTP id 8k2lq4',
  ' for support@desk.test;',
  ' Mon, 12 Jan 2026 08:12:00 +0000 (UTC)',
  'X-SES-Spam-Verdict: PASS',
  'X-SES-Virus-Verdict: PASS',
  'Authentication-Results: amazonses.com;',
  ' spf=pass (spfCheck: domain of kunde.example designates 192.0.2.10) client-ip=192.0.2.10;',
  ' dkim=pass header.i=@kunde.example;',
  ' dmarc=pass header.from=kunde.example;',
  '',
].join('\r\n');

describe('a sweep of which a part breaks', () => {
  it('does its other parts: storage that is down keeps no letter back', async () => {
    await desk.fault({ service: 'ses', operation: 'SendRawEmail', times: 2 });
    await desk.mail();
    await desk.moveClock('2026-01-12T10:00:00+01:00');
    await desk.fault({ service: 's3', operation: 'ListObjectsV2', times: 1_000 });
    await anHourLater();
    expect(await desk.sent()).toHaveLength(2);
    await desk.fault({ service: 's3', operation: 'ListObjectsV2', times: 0 });
    expect(await discrepancies(desk)).toEqual([]);
  });

  it('looks after the other tickets, where one cannot be looked after', async () => {
    const [first, second] = [await openedBy(desk, () => desk.mail()), await openedBy(desk, () => desk.mail())];
    for (const { id } of [first, second]) await deleteSchedule(id);
    await desk.fault({ service: 'scheduler', operation: 'UpdateSchedule', error: 'ValidationException', times: 1 });
    await anHourLater();
    expect(Object.keys(await desk.alarms())).toHaveLength(1);
    await desk.moveClock('2026-01-12T12:00:00+01:00');
    expect(await discrepancies(desk)).toEqual([]);
  });
});
