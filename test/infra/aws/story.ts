import { type Rehearsal, rehearsal } from './rehearsal';

/** From a mail to a report, with all on the way that a function has a right for. Tells which rights each needed. */
export async function rightsNeeded(): Promise<ReadonlyMap<string, string[]>> {
  const desk = await rehearsal('2026-11-27T10:00:00.000Z');
  const tickets = await inquiriesArrive(desk);
  await theyAreAnswered(desk, tickets);
  await theSweepFindsWhatWasMissed(desk, tickets.byChat);
  await aWeekIsOver(desk);
  await desk.stop();
  return new Map([...desk.needs].map(([name, rights]) => [name, [...rights].sort()]));
}

interface Tickets {
  readonly byMail: string;
  readonly byChat: string;
}

async function inquiriesArrive(desk: Rehearsal): Promise<Tickets> {
  await desk.store('m1', mail('m1'));
  await desk.receive('m1');
  await desk.receive('m1');
  const byMail = desk.newest();
  await desk.relay();
  await desk.chat(MESSAGE);
  const byChat = desk.newest();
  await desk.wake(byChat);
  await desk.relay();
  return { byMail, byChat };
}

async function theyAreAnswered(desk: Rehearsal, { byMail, byChat }: Tickets): Promise<void> {
  await desk.web('GET', '/api/tickets?queue=open');
  await desk.web('GET', '/api/tickets?queue=mine');
  await desk.web('GET', `/api/tickets/${byMail}`);
  await desk.web('GET', '/api/reports/2026-W47');
  await desk.web('POST', `/api/tickets/${byMail}/replies`, { text: LONG, seen: 1 });
  await desk.web('POST', `/api/tickets/${byChat}/replies`, { text: LONG, seen: 1 });
  await desk.relay();
  await desk.web('POST', `/api/tickets/${byMail}/resolution`, {});
  await desk.relay();
  await desk.wake(byMail);
}

async function theSweepFindsWhatWasMissed(desk: Rehearsal, byChat: string): Promise<void> {
  await desk.store('m2', mail('m2'));
  await desk.web('POST', `/api/tickets/${byChat}/replies`, { text: LONG, seen: 2 });
  await desk.web('POST', `/api/tickets/${byChat}/resolution`, {});
  desk.forget();
  desk.moveTo('2026-11-27T10:10:00.000Z');
  await desk.sweep();
  desk.moveTo('2026-11-27T10:20:00.000Z');
  await desk.sweep();
}

async function aWeekIsOver(desk: Rehearsal): Promise<void> {
  desk.moveTo('2026-11-30T06:00:00.000Z');
  await desk.run('send-weekly-report', {});
  desk.moveTo('2026-11-30T15:00:00.000Z');
  await desk.wake(desk.newest());
}

// Longer than what is kept in a commit.
const LONG = 'Påmeldingen svarer ikke. '.repeat(100);

const mail = (id: string) =>
  [
    'From: Kari <kari@kunde.example>',
    'To: support@desk.test',
    'Subject: Feil',
    `Message-ID: <${id}@kunde.example>`,
    'Content-Type: multipart/mixed; boundary=b',
    '',
    `--b\nContent-Type: text/plain; charset=utf-8\n\n${LONG}`,
    '--b\nContent-Type: text/csv\nContent-Disposition: attachment; filename=a.csv\n\n1;2',
    '--b--',
  ].join('\n');

const MESSAGE = {
  type: 'message.created',
  data: {
    conversationId: 'c1',
    messageId: 'first',
    sentAt: '2026-11-27T11:00:00+01:00',
    visitor: { name: 'Ola' },
    text: LONG,
  },
};
