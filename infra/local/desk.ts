import { randomBytes } from 'node:crypto';
import type { Identify } from '../../functions/edge/identify';
import { PUBLIC_PAGES } from '../../functions/pages/routes';
import { receiveChatFunction } from '../../functions/receive-chat';
import { receiveFeedbackFunction } from '../../functions/receive-feedback';
import { receiveMailFunction } from '../../functions/receive-mail';
import { relayEffectsFunction } from '../../functions/relay-effects';
import { sendDigestFunction } from '../../functions/send-digest';
import { sendWeeklyReportFunction } from '../../functions/send-weekly-report';
import { sweepFunction } from '../../functions/sweep';
import { wakeTicketFunction } from '../../functions/wake-ticket';
import { webFunction } from '../../functions/web';
import { deskOn, type Settings } from '../../shared/adapters/desk';
import type { Desk, Log } from '../../shared/desk/ports';
import type { BreakerLimit } from '../../shared/mail/breaker-limits';
import type { Policies } from '../../shared/promises/policies';
import { cannedAnswers } from '../canned-answers';
import { machineSenders } from '../machine-senders';
import { policies as ours } from '../policies';
import { chatProductsAt } from './chat-products';
import { type Clock, localClock } from './clock';
import { controlsOf } from './controls';
import type { WrittenItem } from './dynamodb';
import { startHttpApi } from './http-api';
import { type Lambda, type LambdaFunction, lambdaOf } from './lambda';
import { orLetGo } from './or-let-go';
import { runInRealTime } from './scheduler-real-time';
import { functionArn, NAMES, ROLE_ARN, seed } from './seeds';
import { type Services, startServices } from './services';
import { startSmtpDoor } from './smtp-door';
import { timeOf } from './time';

export interface LocalSettings {
  /** 0 takes a free port. */
  readonly httpPort: number;
  readonly smtpPort: number;
  /** A folder, or `:memory:`, which keeps nothing. */
  readonly dataDir: string;
  /** An ISO instant at which time stands still; real time without it. */
  readonly clock?: string | undefined;
  /** Where replies to chats are passed on to. */
  readonly chatReplyUrl?: string | undefined;
  /** How chat providers are known and reached that are not to be played here, as SSM keeps it: `{ chatwoot: '{…}' }`. */
  readonly chatAccess?: Readonly<Record<string, string>> | undefined;
  /** The promise in its versions; those of `infra/policies.ts` without it. */
  readonly policies?: Policies | undefined;
  /** Where customers write to, and the secret of its reply addresses: for tests in which desks write to each other. */
  readonly supportAddress?: string | undefined;
  readonly replySecret?: string | undefined;
  /** Other limits to what one sender gets: for tests in which one customer writes often. */
  readonly limits?: readonly BreakerLimit[] | undefined;
  readonly log: Log;
}

export interface LocalDesk {
  readonly httpUrl: string;
  readonly smtpPort: number;
  readonly desk: Desk;
  readonly services: Services;
  /** Resolves when nothing is in flight. */
  idle(): Promise<void>;
  /** Waits for what is in flight, and lets go of everything. */
  stop(): Promise<void>;
}

export const SUPPORT_ADDRESS = 'support@desk.test';
const MANAGEMENT_ADDRESS = 'management@desk.test';
const SECRETS_PREFIX = '/responstid';

/** Fixed secrets: a local desk keeps nothing from anybody. */
const REPLY_SECRET = 'local:bG9jYWwtcmVwbHktc2VjcmV0LWZvci1kZXZlbG9wbWVudA==';
const CHAT_SECRET = 'whsec_bG9jYWwtc2VjcmV0LWZvci1kZXZlbG9wbWVudA==';

const parametersOf = ({ replySecret = REPLY_SECRET }: LocalSettings) => ({
  [`${SECRETS_PREFIX}/reply-secrets`]: replySecret,
});

const chatParametersOf = ({ chatAccess }: LocalSettings, url: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ standard: CHAT_SECRET, ...chatProductsAt(url), ...chatAccess }).map(([provider, access]) => [
      `${SECRETS_PREFIX}/chat/${provider}`,
      access,
    ]),
  );

/** The whole system on one machine: the same functions on stand-ins of their services, and two doors to come in by. */
export async function startDesk(settings: LocalSettings): Promise<LocalDesk> {
  const clock = localClock(settings.clock);
  const { dataDir, chatReplyUrl: chatForwardTo } = settings;
  const services = await startServices({
    dataDir,
    clock,
    parameters: parametersOf(settings),
    chatParameters: (url) => chatParametersOf(settings, url),
    chatForwardTo,
    newId,
  });
  return orLetGo(deskWith(services, clock, settings), services.stop);
}

async function deskWith(
  services: Services,
  clock: Clock,
  { httpPort, smtpPort, policies = ours, supportAddress = SUPPORT_ADDRESS, limits, log }: LocalSettings,
): Promise<LocalDesk> {
  const { clients, scheduler } = services;
  const onFailure = (failure: unknown) => log.error('local desk', { error: String(failure) });
  await seed(clients.dynamodb, clients.scheduler, policies.inForce(clock.now()));
  // Where the pages are is known when the door is open, and first written in a letter after that.
  let port = httpPort;
  const site = () => `http://localhost:${port}`;
  const desk = deskOn(
    { ...settingsOf(services), supportAddress, site, limits },
    clients,
    { now: clock.now, randomBytes, log },
    policies,
  );
  const lambda = lambdaOf({
    functions: functionsOf(desk),
    onDead: ({ name, error }) => onFailure(`${name}: ${error}`),
  });
  services.follow((write) => relayCommit(lambda, write));
  services.events.follow((event) => lambda.invokeAsync('receive-feedback', event));
  const time = timeOf({ clock, scheduler, lambda, desk });
  const local = controlsOf({ clock, services, time });
  const http = await startHttpApi({
    port: httpPort,
    clock,
    newId,
    routes: functionFor,
    invoke: lambda.invoke,
    local,
    onFailure,
  });
  port = http.port;
  const deliver = (receipt: unknown) => lambda.invokeAsync('receive-mail', receipt);
  const door = { address: supportAddress, clock, s3: clients.s3, bucket: NAMES.bucket, newId, deliver };
  const smtp = await orLetGo(startSmtpDoor({ port: smtpPort, ...door }), http.stop);
  const rounds = clock.frozen ? undefined : runInRealTime({ scheduler, clock, invoke: time.invoke, onFailure });
  // What a process that was killed left owed, or in the inbox.
  const tookUp = time.takeUp().catch(onFailure);
  return {
    httpUrl: site(),
    smtpPort: smtp.port,
    desk,
    services,
    idle: lambda.idle,
    async stop() {
      await smtp.stop();
      await rounds?.stop();
      await tookUp;
      await lambda.idle();
      await http.stop();
      await services.stop();
    },
  };
}

const newId = () => randomBytes(20).toString('hex');

const settingsOf = ({ chatReplyUrl }: Services): Omit<Settings, 'supportAddress'> => ({
  table: NAMES.table,
  bucket: NAMES.bucket,
  managementAddress: MANAGEMENT_ADDRESS,
  secretsPrefix: SECRETS_PREFIX,
  chatReplyUrl,
  configurationSet: NAMES.letters,
  machineSenders,
  cannedAnswers,
  alarms: { group: NAMES.alarms, functionArn: functionArn('wake-ticket'), roleArn: ROLE_ARN },
});

const functionsOf = (desk: Desk): Record<string, LambdaFunction> => ({
  'receive-mail': run(receiveMailFunction(desk)),
  'receive-chat': run(receiveChatFunction(desk)),
  'receive-feedback': run(receiveFeedbackFunction(desk)),
  web: run(webFunction(desk, localTokens(desk))),
  'wake-ticket': run(wakeTicketFunction(desk)),
  'relay-effects': run(relayEffectsFunction(desk)),
  sweep: run(sweepFunction(desk)),
  'send-weekly-report': run(sendWeeklyReportFunction(desk)),
  'send-digest': run(sendDigestFunction(desk)),
});

// The edge: events here were JSON, and each function parses its own.
const run =
  (handler: (event: never, context: never) => unknown): LambdaFunction =>
  async (event) =>
    handler(event as never, {} as never);

/** On the local desk `local-anna` is anna. */
const localTokens =
  (desk: Desk): Identify =>
  async (token) => {
    const { staff } = await desk.circumstances();
    return staff.find(({ id }) => token === `local-${id}`);
  };

function functionFor(method: string, path: string): string | undefined {
  if (path.startsWith('/api/') || isPublicPage(path)) return 'web';
  return /^(POST|HEAD)$/.test(method) && path.startsWith('/chat/') ? 'receive-chat' : undefined;
}

const isPublicPage = (path: string): boolean => PUBLIC_PAGES.some((page) => page.path === path);

/** The one thing that is the local desk's own: what the table's stream does on AWS. */
function relayCommit(lambda: Lambda, { keys, isNew }: WrittenItem): void {
  if (isNew && keys['sk']?.S?.startsWith('C#'))
    lambda.invokeAsync('relay-effects', { Records: [{ dynamodb: { Keys: keys } }] });
}
