import { randomBytes } from 'node:crypto';
import { enclosuresFor } from '../../shared/desk/enclosures';
import { fileLink, messageLink } from '../../shared/desk/links';
import type { UploadAddress } from '../../shared/desk/ports';
import type { CustomerMessage } from '../../shared/ticket/events';
import type { TicketId } from '../../shared/ticket/ids';
import { deskAt, type RunningDesk } from '../support/in-process';
import { openedBy, ticketOf } from '../support/journey';
import { KARI } from '../support/local-desk';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const REPORT = randomBytes(200_000);

const HTML =
  '<html><head><base href="https://evil.example/"><style>p{color:red}</style></head><body onload="alert(1)">' +
  '<p style="position:fixed;color:#333">Hei, se bildet:</p><img src="cid:bilde@kunde.example" alt="Skjermbilde">' +
  '<img src="https://evil.example/seen.gif" width="1" height="1"><script>alert(1)</script>' +
  '<a href="https://kunde.example/skjema">Skjemaet</a></body></html>';

interface Prepared {
  readonly id: string;
  readonly upload: UploadAddress;
}

let desk: RunningDesk;
let ticket: TicketId;
let message: CustomerMessage;

beforeAll(async () => {
  desk = await deskAt('2026-01-12T10:00:00+01:00');
  const opened = await openedBy(desk, () =>
    desk.mail({
      html: HTML,
      attachments: [
        { filename: 'Årsrapport <2025>.pdf', content: REPORT, contentType: 'application/pdf' },
        { filename: 'bilde.png', content: PNG, contentType: 'image/png', cid: 'bilde@kunde.example' },
        { filename: 'side.html', content: '<script>alert(1)</script>', contentType: 'text/html' },
      ],
    }),
  );
  ticket = opened.id as TicketId;
  message = await mailOf(ticket);
});
afterAll(() => desk.stop());

async function mailOf(id: TicketId): Promise<CustomerMessage> {
  const events = (await desk.local.desk.tickets.history(id)).flatMap((commit) => commit.events);
  const received = events.find((event) => event.type === 'message-received');
  if (received?.type !== 'message-received') throw new Error('No mail came.');
  return received.message;
}

const attachment = (name: RegExp) => {
  const found = message.attachments.find((one) => name.test(one.name));
  if (!found) throw new Error(`There is no attachment like ${name}.`);
  return found;
};
const linkTo = async (name: RegExp) => at(await fileLink(desk.local.desk, attachment(name)));
const at = (link: string) => `${desk.local.httpUrl}${link}`;
const follow = async (address: string) => fetch(address);
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());
const without = async (address: string) => fetch(address, { redirect: 'manual' });

describe('an attachment', () => {
  it('comes back byte for byte by a link that needs no token, as a download under its name', async () => {
    const link = await linkTo(/^Årsrapport/);
    expect(link).toMatch(new RegExp(`^${desk.local.httpUrl}/files\\?token=[\\w.-]+$`));
    const response = await follow(link);
    expect((await bytesOf(response)).equals(REPORT)).toBe(true);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; .*filename\*=UTF-8''%C3%85rsrapport/);
  });

  it('that is a page is saved, and never opened', async () => {
    const response = await follow(await linkTo(/^side/));
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment;/);
  });

  it('is handed on by an answer that nobody keeps, and that tells nobody where it was', async () => {
    const { status, headers } = await without(await linkTo(/^side/));
    expect(status).toBe(302);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('is the raw mail too, whole', async () => {
    const raw = { key: message.raw ?? '', name: 'mail.eml' };
    const bytes = await bytesOf(await follow(at(await fileLink(desk.local.desk, raw))));
    expect(await desk.local.desk.files.read(raw.key).then((kept) => kept?.equals(bytes))).toBe(true);
  });
});

describe('the HTML of a mail', () => {
  const shown = async () => follow(at(await messageLink(desk.local.desk, ticket, message.html ?? '')));

  it('is a page of text in which nothing runs, loads or lies over what stands beside it', async () => {
    const page = await (await shown()).text();
    expect(page).toContain('<p style="color:#333">Hei, se bildet:</p>');
    expect(page).toContain('href="https://kunde.example/skjema" rel="noopener noreferrer nofollow" target="_blank"');
    expect(page).not.toMatch(/script|onload|<base|evil|position:/);
    expect(page).toContain('Ett bilde fra nettet er ikke hentet');
  });

  it('is locked up by its headers, whatever were left in it', async () => {
    const policy = (await shown()).headers.get('content-security-policy') ?? '';
    expect(policy.split('; ')).toEqual([
      'sandbox allow-popups allow-popups-to-escape-sandbox',
      "default-src 'none'",
      expect.stringMatching(/^img-src http:\/\/127\.0\.0\.1:\d+ data:$/),
      "style-src 'unsafe-inline'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'self'",
    ]);
  });

  it('shows the images that the mail brings', async () => {
    const page = await (await shown()).text();
    const [, address = ''] = /<img src="([^"]+)" alt="Skjermbilde"/.exec(page) ?? [];
    const image = await fetch(address.replaceAll('&#38;', '&'));
    expect(image.headers.get('content-type')).toBe('image/png');
    expect(await bytesOf(image)).toEqual(PNG);
  });
});

describe('a letter', () => {
  it('encloses what is small, and links what is over 7 MB in all', async () => {
    const small = await enclosuresFor(desk.local.desk, [attachment(/^Årsrapport/)]);
    expect(small.attachments.map(({ bytes }) => bytes.equals(REPORT))).toEqual([true]);
    const [large] = (await enclosuresFor(desk.local.desk, [{ ...attachment(/^Årsrapport/), bytes: 7_000_001 }])).links;
    expect(large).toMatchObject({ name: attachment(/^Årsrapport/).name, bytes: 7_000_001 });
    expect((await follow(large?.href ?? '')).status).toBe(200);
  });
});

describe("an agent's reply", () => {
  const BACKUP = randomBytes(8_000_000);
  const attach = async (body: object) =>
    (
      await desk.api<Prepared>('anna', `/tickets/${ticket}/attachments`, {
        name: 'kopi å.zip',
        type: 'application/zip',
        ...body,
      })
    ).body;
  const reply = async (text: string, attachments: readonly string[]) => {
    const { seen } = await ticketOf(desk, ticket);
    const { status } = await desk.api('anna', `/tickets/${ticket}/replies`, { text, seen, attachments });
    await desk.settle();
    return { status, letter: (await desk.lettersTo(KARI)).at(-1) };
  };

  it('brings a large file as a link that the customer can follow for thirty days', async () => {
    const { id, upload } = await attach({ bytes: BACKUP.length });
    await fetch(upload.url, { method: upload.method, headers: upload.headers, body: BACKUP });
    const { status, letter } = await reply('Her er kopien.', [id]);
    expect(status).toBe(200);
    expect(letter?.text).toContain('kopi å.zip');
    const [link = ''] = /http:\/\/localhost:\d+\/files\?token=[\w.-]+/.exec(letter?.text ?? '') ?? [];
    const response = await follow(link);
    expect((await bytesOf(response)).equals(BACKUP)).toBe(true);
  });

  it('encloses a small file, which the ticket hands out to agents', async () => {
    const content = Buffer.from('a;b\n1;2\n');
    const { id } = await attach({ name: 'tall.csv', type: 'text/csv', content: content.toString('base64') });
    const { status, letter } = await reply('Her er tallene.', [id]);
    expect(status).toBe(200);
    expect(letter?.text).not.toContain('/files?');
    const told = (await ticketOf(desk, ticket)).timeline.at(-1)?.attachments as readonly { url: string }[] | undefined;
    expect(await (await follow(at(told?.[0]?.url ?? ''))).text()).toBe(String(content));
  });

  it('is refused in plain words where a file was never uploaded', async () => {
    const { id } = await attach({ bytes: 5 });
    expect((await reply('Her er den.', [id])).status).toBe(400);
  });
});

// Last, as they move the clock.
describe('a link', () => {
  it('that was changed opens nothing, and says so', async () => {
    const forged = await without((await linkTo(/^side/)).replace(/.$/, (last) => (last === 'A' ? 'E' : 'A')));
    expect(forged.status).toBe(404);
    expect(await forged.text()).toContain('Lenken virker ikke');
    expect((await without(`${desk.local.httpUrl}/messages`)).status).toBe(404);
  });

  it('of one kind is none of the other', async () => {
    const file = await linkTo(/^side/);
    expect((await without(file.replace('/files', '/messages'))).status).toBe(404);
  });

  it('runs out, and says in both languages how to get another', async () => {
    const [file, mail] = [await linkTo(/^side/), at(await messageLink(desk.local.desk, ticket, message.html ?? ''))];
    const letter = at(await fileLink(desk.local.desk, attachment(/^side/), 30 * 24 * 60 * 60_000));
    await desk.moveClock('2026-01-12T10:15:00+01:00');
    for (const link of [file, mail]) {
      const response = await without(link);
      const page = await response.text();
      expect(response.status).toBe(403);
      expect(page).toContain('Be om en ny lenke');
      expect(page).toContain('Ask for a new link');
    }
    expect((await without(letter)).status).toBe(302);
  });
});
