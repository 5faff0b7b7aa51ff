import { createHash } from 'node:crypto';
import { type Purpose, seal } from '../../../shared/desk/sealed';
import { bounceNews, deliveryNews } from '../../support/ses-news';
import { type Rehearsal, rehearsal } from './rehearsal';

/** From a mail to a report, with all on the way that a function has a right for. Tells which rights each needed. */
export async function rightsNeeded(): Promise<ReadonlyMap<string, string[]>> {
  const desk = await rehearsal('2026-11-27T10:00:00.000Z');
  const tickets = await inquiriesArrive(desk);
  await whatTheyBroughtIsLookedAt(desk, tickets);
  await theyAreAnswered(desk, tickets);
  await theAnswerComesBack(desk, tickets);
  await aMistakeIsErased(desk, 'm3');
  await desk.relay();
  await theSweepFindsWhatWasMissed(desk, tickets);
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

async function whatTheyBroughtIsLookedAt(desk: Rehearsal, { byMail }: Tickets): Promise<void> {
  const html = `html/${createHash('sha256').update(HTML).digest('hex')}.html`;
  await desk.web('GET', `/messages?token=${token('message', byMail, html)}`);
  await desk.web('GET', `/files?token=${token('file', 'attachments/m1/0', 'a.csv')}`);
  await desk.web('GET', `/files?token=${token('file', 'mail/m1.eml', 'mail.eml')}`);
}

const SECRETS = [{ version: 'v1', key: Buffer.from('reply-secret-for-tests') }];
const token = (purpose: Purpose, ...claims: string[]) => seal(purpose, claims, Date.parse('2027-01-01Z'), SECRETS);

async function theyAreAnswered(desk: Rehearsal, { byMail, byChat }: Tickets): Promise<void> {
  await desk.web('GET', '/api/tickets?queue=open');
  await desk.web('GET', '/api/tickets?queue=mine');
  await desk.web('GET', `/api/tickets/${byMail}`);
  await desk.web('GET', '/api/reports/2026-W47');
  const missing = await attached(desk, byMail, { bytes: 4 });
  await desk.web('POST', `/api/tickets/${byMail}/replies`, { text: LONG, seen: 1, attachments: [missing] });
  const attachments = [await attached(desk, byMail, { content: 'AAAA' })];
  await desk.web('POST', `/api/tickets/${byMail}/replies`, { text: LONG, seen: 1, attachments });
  await desk.web('POST', `/api/tickets/${byChat}/replies`, { text: LONG, seen: 1 });
  await desk.relay();
  await desk.web('POST', `/api/tickets/${byMail}/resolution`, {});
  await desk.relay();
  await desk.wake(byMail);
}

async function attached(desk: Rehearsal, ticket: string, file: object): Promise<string> {
  const answer = await desk.web('POST', `/api/tickets/${ticket}/attachments`, { name: 'a', type: 'text/csv', ...file });
  return JSON.parse((answer as { readonly body: string }).body).id;
}

async function theAnswerComesBack(desk: Rehearsal, { byMail }: Tickets): Promise<void> {
  const letter = `${byMail}.1.2`;
  await desk.run('receive-feedback', bounceNews({ letter, at: '2026-11-27T10:01:00.000Z' }));
  await desk.run('receive-feedback', deliveryNews({ letter, at: '2026-11-27T10:02:00.000Z' }));
  desk.forget();
}

/** A mail that should not have been sent. */
async function aMistakeIsErased(desk: Rehearsal, id: string): Promise<void> {
  await desk.store(id, mail(id));
  await desk.receive(id);
  const ticket = desk.newest();
  await desk.web('POST', `/api/tickets/${ticket}/redaction`, { message: 0, reason: 'It was sent by mistake.' });
}

async function theSweepFindsWhatWasMissed(desk: Rehearsal, { byMail, byChat }: Tickets): Promise<void> {
  await desk.store('m2', mail('m2'));
  await desk.store('l1', `X-SES-Spam-Verdict: FAIL\n${mail('l1')}`);
  await desk.web('POST', `/api/tickets/${byMail}/reopening`, {});
  const attachments = [await attached(desk, byMail, { content: 'AAAA' })];
  await desk.web('POST', `/api/tickets/${byMail}/replies`, { text: LONG, seen: 2, attachments });
  await desk.web('POST', `/api/tickets/${byChat}/replies`, { text: LONG, seen: 2 });
  await desk.web('POST', `/api/tickets/${byChat}/resolution`, {});
  await aMistakeIsErased(desk, 'm4');
  desk.forget();
  desk.moveTo('2026-11-27T10:10:00.000Z');
  await desk.sweep();
  desk.moveTo('2026-11-27T10:20:00.000Z');
  await desk.sweep();
}

async function aWeekIsOver(desk: Rehearsal): Promise<void> {
  desk.moveTo('2026-11-30T06:00:00.000Z');
  await desk.run('send-weekly-report', {});
  desk.moveTo('2026-11-30T07:00:00.000Z');
  await desk.run('send-digest', {});
  desk.moveTo('2026-11-30T15:00:00.000Z');
  await desk.wake(desk.newest());
}

// Longer than what is kept in a commit.
const LONG = 'Påmeldingen svarer ikke. '.repeat(100);

const HTML = `<p>${'The form does not answer. '.repeat(100)}</p>`;

const mail = (id: string) =>
  [
    'From: Kari <kari@kunde.example>',
    'To: support@desk.test',
    'Subject: Feil',
    `Message-ID: <${id}@kunde.example>`,
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b\nContent-Type: multipart/alternative; boundary=a\n',
    `--a\nContent-Type: text/plain; charset=utf-8\n\n${LONG}`,
    `--a\nContent-Type: text/html\n\n${HTML}\n--a--`,
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
    files: [{ name: 'skjerm.png', url: 'https://filer.example/skjerm.png' }],
  },
};
