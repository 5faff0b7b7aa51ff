import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { chatReplies } from '../../../shared/adapters/chat/chat-replies';
import { outcomeOf } from '../../../shared/adapters/outcome';
import type { Outcome } from '../../../shared/ticket/delivery';
import { CHAT_SECRET } from '../../support/chat';

const WAYS: readonly [string, (url: string) => Promise<Outcome>][] = [
  ['a mail', mailThrough],
  ['a reply to a chat', replyTo],
];

describe.each(WAYS)('what it came to, to send %s', (_, send) => {
  it('is refused where an error was answered: nothing was sent', async () => {
    expect(await sendTo('HTTP/1.1 503 Slow Down\r\ncontent-length: 0\r\n\r\n')).toMatchObject({ is: 'refused' });
  });

  it('is not known where the connection broke', async () => {
    expect(await sendTo('')).toEqual({ is: 'no-answer' });
  });

  async function sendTo(answer: string): Promise<Outcome> {
    const server = await serverThatSays(answer);
    const outcome = await send(urlOf(server));
    server.close();
    return outcome;
  }
});

// Under jest the SDK does not know Node's errors for errors, and wraps them; so this one comes from Node itself.
it('is refused where nobody was there to take a mail: nothing was sent', async () => {
  const refusal = await new Promise((resolve) => connect({ port: 9, host: '127.0.0.1' }).once('error', resolve));
  expect(await outcomeOf(Promise.reject(refusal), () => undefined)).toMatchObject({ is: 'refused' });
});

it.each(['http://127.0.0.1:65530/replies', 'http://nobody.invalid/replies', 'no address'])(
  'is refused where nobody was there to take a reply to a chat (%s)',
  async (url) => {
    expect(await replyTo(url)).toMatchObject({ is: 'refused' });
  },
);

it('of a refused mail tells the sort of error, and no address that the service names in its own words', async () => {
  const body =
    '<ErrorResponse><Error><Code>MessageRejected</Code><Message>kari@kunde.example is no good</Message></Error></ErrorResponse>';
  const server = await serverThatSays(`HTTP/1.1 400 Bad Request\r\ncontent-length: ${body.length}\r\n\r\n${body}`);
  expect(await mailThrough(urlOf(server))).toEqual({ is: 'refused', error: 'MessageRejected 400' });
  server.close();
});

it('is refused where a reply to a chat is sent elsewhere: the way there would lose it', async () => {
  const asked: string[] = [];
  const server = createHttpServer(({ method = '', url = '' }, response) => {
    asked.push(`${method} ${url}`);
    if (url === '/replies') response.writeHead(301, { location: '/elsewhere' });
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  expect(await replyTo(`${urlOf(server)}/replies`)).toMatchObject({ is: 'refused' });
  expect(asked).toEqual(['POST /replies']);
  server.close();
});

it('is not known of a mail whose answer broke off, though it began well', async () => {
  const server = await serverThatSays('HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n<SendRawEmailRes');
  expect(await mailThrough(urlOf(server))).toEqual({ is: 'no-answer' });
  server.close();
});

/** Says the beginning of an answer, and hangs up. */
async function serverThatSays(answer: string): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

const urlOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

function mailThrough(endpoint: string): Promise<Outcome> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const ses = new SESClient({ region: 'eu-north-1', endpoint, maxAttempts: 1, credentials });
  const mail = new SendRawEmailCommand({ RawMessage: { Data: Buffer.from('Hei') } });
  return outcomeOf(ses.send(mail), ({ MessageId }) => MessageId);
}

function replyTo(url: string): Promise<Outcome> {
  const secrets = { chat: async () => ({ provider: 'standard', secrets: [CHAT_SECRET] }) as const };
  const conversation = { provider: 'standard', id: 'c-1' };
  return chatReplies(url, secrets).send({
    letterId: 'l-1',
    conversation,
    sentAt: 0,
    agent: 'Anna',
    text: 'Hei',
  });
}
