import { randomBytes } from 'node:crypto';
import { ATTACHMENT_ROUTES } from '../../../functions/api/attachments';
import { describeApi } from '../../../functions/api/openapi';
import { attachmentsNamed } from '../../../shared/desk/uploads';
import { DAY, MINUTE } from '../../../shared/promises/instant';
import type { TicketId } from '../../../shared/ticket/ids';
import type { Agent } from '../../../shared/ticket/staff';
import { deskAt, MONDAY_TEN, type RunningDesk } from '../../support/in-process';
import { openedBy } from '../../support/journey';

const LOG = randomBytes(2_000_000);
const [route] = ATTACHMENT_ROUTES;

let desk: RunningDesk;
let ticket: TicketId;
let other: TicketId;

beforeAll(async () => {
  desk = await deskAt();
  [ticket, other] = [await called(), await called()];
});
afterAll(() => desk.stop());

const called = async () => {
  const call = { channel: 'phone', caller: { name: 'Kari' }, subject: 'Feil', text: 'Hei' };
  return (await openedBy(desk, () => desk.api('anna', '/tickets', call))).id as TicketId;
};

interface Told {
  readonly id: string;
  readonly upload: { readonly method: string; readonly url: string; readonly headers: Record<string, string> };
}

async function attach(body: object, headers: Record<string, string> = {}, id: string = ticket): Promise<Told> {
  const [agent] = (await desk.local.desk.circumstances()).staff as [Agent];
  const path = `/api/tickets/${id}/attachments`;
  const request = { method: 'POST', path, query: {}, headers, body: Buffer.from(JSON.stringify(body)) };
  const response = await route?.answer({ desk: desk.local.desk, agent, request, parameters: { id } });
  return JSON.parse(response?.body ?? '');
}

const send = ({ upload: { method, url, headers } }: Told, body: Buffer) => fetch(url, { method, headers, body });
const named = (...ids: string[]) => attachmentsNamed(desk.local.desk, ticket, ids);

describe('a file for a reply', () => {
  const file = { name: 'C:\\logger\\feil å.log', type: 'text/plain; charset=utf-8', bytes: LOG.length };

  it('is sent to S3 directly, byte for byte, with a safe name', async () => {
    const prepared = await attach(file);
    expect((await send(prepared, LOG)).status).toBe(200);
    const [attachment] = await named(prepared.id);
    expect(attachment).toEqual({
      name: 'feil å.log',
      type: 'application/octet-stream',
      bytes: LOG.length,
      key: expect.stringMatching(new RegExp(`^attachments/${ticket}/[\\w-]{22}$`)),
    });
    expect((await desk.local.desk.files.read(attachment?.key ?? ''))?.equals(LOG)).toBe(true);
  });

  it('comes with the request, where it is small', async () => {
    const content = randomBytes(1_000);
    const { id } = await attach({ name: 'a.pdf', type: 'application/pdf', content: content.toString('base64') });
    const [attachment] = await named(id);
    expect(attachment).toMatchObject({ name: 'a.pdf', type: 'application/pdf', bytes: 1_000 });
    expect(await desk.local.desk.files.read(attachment?.key ?? '')).toEqual(content);
  });

  it('is asked for twice and sent once, with an Idempotency-Key', async () => {
    const key = { 'idempotency-key': 'once' };
    const [first, again] = [await attach(file, key), await attach(file, key)];
    expect((await send(first, LOG)).status).toBe(200);
    expect((await send(again, LOG)).status).toBe(412);
    const [one, other] = await named(first.id, again.id);
    expect(other).toEqual(one);
  });

  it('does not write over another that was attached with the same Idempotency-Key', async () => {
    const key = { 'idempotency-key': 'reused' };
    const small = (text: string) => ({
      name: 'a.txt',
      type: 'text/plain',
      content: Buffer.from(text).toString('base64'),
    });
    const [first, second] = [await attach(small('en'), key), await attach(small('to'), key)];
    const kept = await Promise.all(
      (await named(first.id, second.id)).map(({ key }) => desk.local.desk.files.read(key)),
    );
    expect(kept.map(String)).toEqual(['en', 'to']);
  });

  it.each([
    ['without a name', { type: 'text/plain', bytes: 1 }],
    ['of no size', { name: 'a', type: 'text/plain', bytes: 0 }],
    ['of more than 100 MB', { name: 'a', type: 'text/plain', bytes: 100_000_001 }],
    ['of more than 700 kB in the request', { name: 'a', type: 'text/plain', content: 'A'.repeat(933_340) }],
    ['that is no base64', { name: 'a', type: 'text/plain', content: 'nei!' }],
    ['both ways at once', { name: 'a', type: 'text/plain', bytes: 1, content: 'AA==' }],
  ])('is refused %s', async (_, body) => {
    await expect(attach(body)).rejects.toMatchObject({ name: 'ZodError' });
  });

  it('is refused where there is no such ticket', async () => {
    await expect(attach(file, {}, '0000-0000')).rejects.toMatchObject({ reason: 'no-such-ticket' });
  });
});

describe('a reply names attachments', () => {
  const small = { name: 'a.txt', type: 'text/plain', content: 'AAAA' };

  it('of its own ticket alone', async () => {
    const { id } = await attach(small, {}, other);
    await expect(named(id)).rejects.toThrow(
      `Attachment 1 is none of this ticket. POST /api/tickets/${ticket}/attachments`,
    );
  });

  it('that have been uploaded', async () => {
    const [there, missing] = [await attach(small), await attach({ name: 'b.txt', type: 'text/plain', bytes: 4 })];
    await expect(named(there.id, missing.id)).rejects.toThrow('Attachment 2, “b.txt”, has not been uploaded.');
  });

  it.each(['', 'attachments/x/1', 'W10.AAAA'])('that we have prepared: not “%s”', async (id) => {
    await expect(named(id)).rejects.toMatchObject({ reason: 'bad-request' });
  });

  it('that were prepared within a week', async () => {
    const { id } = await attach(small);
    const start = Date.parse(MONDAY_TEN);
    await desk.moveClock(new Date(start + 7 * DAY - MINUTE).toISOString());
    expect(await named(id)).toHaveLength(1);
    await desk.moveClock(new Date(start + 7 * DAY).toISOString());
    await expect(named(id)).rejects.toThrow('Attachment 1 is older than 7 days. Attach it again.');
  });
});

it('is described with the rest of the API', () => {
  const described = JSON.stringify(describeApi(ATTACHMENT_ROUTES));
  expect(described).toContain('/api/tickets/{id}/attachments');
  expect(described).toContain('"content"');
});
