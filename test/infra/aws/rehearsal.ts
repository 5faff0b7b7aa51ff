import { randomBytes } from 'node:crypto';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { receiveChatFunction } from '../../../functions/receive-chat';
import { receiveFeedbackFunction } from '../../../functions/receive-feedback';
import { receiveMailFunction } from '../../../functions/receive-mail';
import { relayEffectsFunction } from '../../../functions/relay-effects';
import { sendDigestFunction } from '../../../functions/send-digest';
import { sendWeeklyReportFunction } from '../../../functions/send-weekly-report';
import { sweepFunction } from '../../../functions/sweep';
import { wakeTicketFunction } from '../../../functions/wake-ticket';
import { webFunction } from '../../../functions/web';
import { localClock } from '../../../infra/local/clock';
import type { WrittenItem } from '../../../infra/local/dynamodb';
import { functionArn, NAMES, ROLE_ARN, seed } from '../../../infra/local/seeds';
import { type Services, startServices } from '../../../infra/local/services';
import { machineSenders } from '../../../infra/machine-senders';
import { policies } from '../../../infra/policies';
import { deskOn } from '../../../shared/adapters/desk';
import { sign } from '../../../shared/chat/signature';
import type { Desk } from '../../../shared/desk/ports';
import { SWEEPS } from '../../../shared/desk/sweep';
import { defaultPolicy } from '../../../shared/promises/policy';
import { watchedClients } from './watched-clients';

const SECRET = 'whsec_bG9jYWwtc2VjcmV0LWZvci1kZXZlbG9wbWVudA==';
const PARAMETERS = {
  '/responstid/reply-secrets': 'v1:cmVwbHktc2VjcmV0LWZvci10ZXN0cw==',
  '/responstid/chat/standard': SECRET,
};

const VISITORS_FILE = { type: 'image/png', bytes: Buffer.from('a picture') };

const firstAgent = (desk: Desk) => async () => (await desk.circumstances()).staff[0];

const FUNCTIONS = {
  'receive-mail': receiveMailFunction,
  // Where a visitor's file lies is no service of ours.
  'receive-chat': (desk: Desk) =>
    receiveChatFunction({ ...desk, chats: { ...desk.chats, fetch: async () => VISITORS_FILE } }),
  'receive-feedback': receiveFeedbackFunction,
  web: (desk: Desk) => webFunction(desk, firstAgent(desk)),
  'relay-effects': relayEffectsFunction,
  'wake-ticket': wakeTicketFunction,
  sweep: sweepFunction,
  'send-weekly-report': sendWeeklyReportFunction,
  'send-digest': sendDigestFunction,
} as const;

type Name = keyof typeof FUNCTIONS;

export type Rehearsal = Awaited<ReturnType<typeof rehearsal>>;

/** The functions on the stand-ins, each with clients of its own, so that it is known which rights each one needs. */
export async function rehearsal(start: string) {
  const clock = localClock(start);
  const newId = () => randomBytes(20).toString('hex');
  const services = await startServices({
    dataDir: ':memory:',
    clock,
    parameters: PARAMETERS,
    chatForwardTo: undefined,
    newId,
  });
  await seed(services.clients.dynamodb, services.clients.scheduler, defaultPolicy);
  const needs = new Map<string, Set<string>>();
  const functions = functionsOn(services, clock.now, needs);
  const commits: WrittenItem[] = [];
  services.follow((write) => void (write.isNew && write.keys['sk']?.S?.startsWith('C#') && commits.push(write)));

  const run = (name: Name, event: unknown): Promise<unknown> => functions[name](event);
  return {
    needs,
    run,
    web: (method: string, path: string, body: object = {}) => run('web', http(method, path, JSON.stringify(body))),
    wake: (ticket: string) => run('wake-ticket', { ticket, severity: 'untriaged' }),
    sweep: async () => {
      for (const severity of SWEEPS) await run('sweep', { severity });
    },
    store: (id: string, raw: string) =>
      services.clients.s3.send(new PutObjectCommand({ Bucket: NAMES.bucket, Key: `inbound/${id}`, Body: raw })),
    receive: (id: string) => run('receive-mail', receipt(id, start)),
    chat: (body: object) => run('receive-chat', chat(JSON.stringify(body), clock.now())),
    /** The ticket that was written last. */
    newest: () => String(commits.at(-1)?.keys['pk']?.S).slice(2),
    /** Hands the relay what was written since, or leaves it to the sweep. */
    relay: () => run('relay-effects', { Records: commits.splice(0).map(({ keys: Keys }) => ({ dynamodb: { Keys } })) }),
    forget: () => void commits.splice(0),
    moveTo: (to: string) => clock.moveTo(Date.parse(to)),
    stop: services.stop,
  };
}

function functionsOn(services: Services, now: () => number, needs: Map<string, Set<string>>) {
  const settings = {
    table: NAMES.table,
    bucket: NAMES.bucket,
    supportAddress: 'support@desk.test',
    managementAddress: 'management@desk.test',
    secretsPrefix: '/responstid',
    machineSenders,
    cannedAnswers: [],
    chatReplyUrl: services.chatReplyUrl,
    alarms: { group: NAMES.alarms, functionArn: functionArn('wake-ticket'), roleArn: ROLE_ARN },
  };
  const log = { info: () => undefined, error: (message: string, details?: object) => console.error(message, details) };
  const on = (name: Name): ((event: unknown) => Promise<unknown>) => {
    const needed = new Set<string>();
    needs.set(name, needed);
    const clients = watchedClients((right) => needed.add(right));
    const desk = deskOn(settings, clients, { now, randomBytes, log }, policies);
    const handler: (event: never, context: never) => unknown = FUNCTIONS[name](desk);
    return async (event) => handler(event as never, {} as never);
  };
  return Object.fromEntries(Object.keys(FUNCTIONS).map((name) => [name, on(name as Name)])) as Record<
    Name,
    ReturnType<typeof on>
  >;
}

const http = (method: string, path: string, body: string, headers: object = {}) => {
  const [rawPath = '', query = ''] = path.split('?');
  return {
    rawPath,
    headers: { authorization: 'Bearer x', ...headers },
    queryStringParameters: Object.fromEntries(new URLSearchParams(query)),
    requestContext: { http: { method } },
    body,
    isBase64Encoded: false,
  };
};

const chat = (body: string, at: number) => http('POST', '/chat/standard', body, sign('hook', at, body, SECRET));

const PASS = { status: 'PASS' };

const receipt = (messageId: string, timestamp: string) => ({
  Records: [
    {
      ses: {
        mail: { messageId, source: 'kari@kunde.example', timestamp },
        receipt: {
          recipients: ['support@desk.test'],
          spamVerdict: PASS,
          virusVerdict: PASS,
          spfVerdict: PASS,
          dkimVerdict: PASS,
          dmarcVerdict: PASS,
        },
      },
    },
  ],
});
