import { startChatProvider } from '../../../infra/local/chat-provider';
import { fault } from '../../../infra/local/faults';
import { openSent, type Sent } from '../../../infra/local/sent';
import { type HttpAnswer, type HttpRequest, listen } from '../../../infra/local/stand-in-server';
import { openKeyValueStore } from '../../../infra/local/store';
import { desk, FRIDAY } from './stand-ins';

const { clock, faults } = desk();
const stops: (() => Promise<void>)[] = [];
let sent: Sent;

beforeEach(async () => {
  sent = await openSent(await openKeyValueStore(':memory:'));
});
afterEach(() => Promise.all(stops.splice(0).map((stop) => stop())));

async function provider(forwardTo?: string): Promise<string> {
  const { url, stop } = await startChatProvider({ sent, clock, faults, forwardTo });
  stops.push(stop);
  return url;
}

async function receiver(handle: (request: HttpRequest) => Promise<HttpAnswer>): Promise<string> {
  const { url, stop } = await listen({ handle });
  stops.push(stop);
  return `${url}/replies`;
}

const SIGNED = { 'webhook-id': 'letter-1', 'webhook-timestamp': '1795789800', 'webhook-signature': 'v1,abc=' };
const REPLY = {
  type: 'message.replied',
  data: { conversationId: 'c-1', messageId: 'm-1', sentAt: FRIDAY, agent: 'anna', text: 'Vi ser på det. Blå' },
};

const post = (url: string, body: object = REPLY) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...SIGNED },
    body: JSON.stringify(body),
  });

describe('a reply', () => {
  it('is taken, and listed among what was sent', async () => {
    expect((await post(await provider())).status).toBe(200);
    const nothingElse = { cc: '', replyTo: '', subject: '', html: '' };
    expect(await sent.list()).toEqual([
      { at: FRIDAY, from: 'anna', to: 'c-1', text: 'Vi ser på det. Blå', headers: SIGNED, ...nothingElse },
    ]);
  });

  it('that is delivered twice is listed twice', async () => {
    const url = await provider();
    expect([(await post(url)).status, (await post(url)).status]).toEqual([200, 200]);
    expect(await sent.list()).toHaveLength(2);
  });

  it('that is none is refused with the reason', async () => {
    const response = await post(await provider(), { type: 'message.replied' });
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('data')]);
    expect(await sent.list()).toEqual([]);
  });
});

describe('a reply through the interface of a chat product', () => {
  const call = async (path: string, headers: Record<string, string>, body: object) => {
    const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers } };
    return fetch(`${await provider()}${path}`, { ...init, body: JSON.stringify(body) });
  };

  const CHATWOOT = '/api/v1/accounts/1/conversations/207/messages';
  const MESSAGE = { content: 'Vi ser på det.', message_type: 'outgoing', private: false, echo_id: 'letter-1' };
  const INTERCOM = '/conversations/215469/reply';
  const COMMENT = { message_type: 'comment', type: 'admin', admin_id: '1', body: '<p>Vi &amp; du</p>' };

  it('is taken for Chatwoot, and given an id', async () => {
    const response = await call(CHATWOOT, { api_access_token: 'local-chatwoot-token' }, MESSAGE);
    expect([response.status, await response.json()]).toEqual([
      200,
      expect.objectContaining({ id: expect.any(Number), echo_id: 'letter-1' }),
    ]);
    expect(await sent.list()).toMatchObject([{ from: 'chatwoot', to: '207', text: 'Vi ser på det.' }]);
  });

  it('is taken for Intercom, and listed as it is read', async () => {
    const response = await call(INTERCOM, { authorization: 'Bearer local-intercom-token' }, COMMENT);
    expect(response.status).toBe(200);
    expect(await sent.list()).toMatchObject([
      { from: 'intercom', to: '215469', text: 'Vi & du', html: '<p>Vi &amp; du</p>' },
    ]);
  });

  it.each([
    ['another token', 401, { api_access_token: 'guessed' }, MESSAGE],
    ['none', 401, {}, MESSAGE],
    [
      'what would be shown to agents alone',
      400,
      { api_access_token: 'local-chatwoot-token' },
      { ...MESSAGE, private: true },
    ],
  ])('is refused with %s', async (_, status, headers: Record<string, string>, body) => {
    expect((await call(CHATWOOT, headers, body)).status).toBe(status);
    expect(await sent.list()).toEqual([]);
  });
});

describe('a reply that goes on to somebody', () => {
  it('arrives there as it was posted, and their answer is given', async () => {
    const seen: HttpRequest[] = [];
    const url = await provider(
      await receiver(async (request) => {
        seen.push(request);
        return { status: 202, body: 'thanks' };
      }),
    );
    const response = await post(url);
    expect([response.status, await response.text()]).toEqual([202, 'thanks']);
    expect(seen[0]).toMatchObject({ method: 'POST', path: '/replies', headers: SIGNED });
    expect(JSON.parse(String(seen[0]?.body))).toEqual(REPLY);
    expect(await sent.list()).toHaveLength(1);
  });

  it('is not listed where they refuse it', async () => {
    const response = await post(await provider(await receiver(async () => ({ status: 503 }))));
    expect(response.status).toBe(503);
    expect(await sent.list()).toEqual([]);
  });

  it('gets no answer where they give none', async () => {
    const url = await provider(await receiver(async () => 'no answer'));
    await expect(post(url)).rejects.toThrow('fetch failed');
    expect(await sent.list()).toEqual([]);
  });

  it('is refused where nobody is there', async () => {
    const response = await post(await provider('http://127.0.0.1:65530/replies'));
    expect(response.status).toBe(502);
    expect(await sent.list()).toEqual([]);
  });
});

describe('a reply that is made to fail', () => {
  it('is answered the error and not listed', async () => {
    faults.set(fault.parse({ service: 'chat', operation: 'PostReply' }));
    const response = await post(await provider());
    expect([response.status, await response.json()]).toEqual([
      500,
      expect.objectContaining({ error: 'InternalError' }),
    ]);
    expect(await sent.list()).toEqual([]);
  });

  it('is listed without an answer, where that is asked', async () => {
    faults.set(fault.parse({ service: 'chat', operation: 'PostReply', when: 'after' }));
    await expect(post(await provider())).rejects.toThrow('fetch failed');
    expect(await sent.list()).toHaveLength(1);
  });
});
