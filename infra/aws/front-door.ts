import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { PUBLIC_PAGES } from '../../functions/pages/routes';
import { type Desk, environmentOf } from './desk';
import { named } from './named';
import { SupportFunction } from './support-function';

/** Agents and their programs by the API, chats by their webhooks. The functions themselves find out who is asking. */
export class FrontDoor extends Construct {
  constructor(scope: Construct, id: string, desk: Desk) {
    super(scope, id);
    const { api } = desk.site;
    const web = new HttpLambdaIntegration('web', this.web(desk));
    api.addRoutes({ path: '/api/{proxy+}', methods: [HttpMethod.ANY], integration: web });
    for (const { path, submit } of PUBLIC_PAGES)
      api.addRoutes({ path, methods: [HttpMethod.GET, ...(submit ? [HttpMethod.POST] : [])], integration: web });
    api.addRoutes({
      path: '/chat/{provider}',
      methods: [HttpMethod.POST, HttpMethod.HEAD],
      integration: new HttpLambdaIntegration('chat', this.receiveChat(desk)),
    });
    this.stage(desk);
  }

  private web(desk: Desk): SupportFunction {
    const { oidcIssuer, oidcAudience } = desk.settings;
    const web = new SupportFunction(this, 'web', {
      description: 'The API, the pages that anybody may see, and what is behind a link.',
      timeout: PATIENCE,
      environment: { ...environmentOf(desk), OIDC_ISSUER: oidcIssuer, OIDC_AUDIENCE: oidcAudience },
    });
    desk.tickets.allow(web, 'GetItem', 'Query', 'PutItem');
    desk.tickets.allowList(web, 'byQueue', 'byAssignee');
    // What a link opens is signed with this function's rights: attachments, and raw mails.
    desk.files.allow(web, 'read', 'words/', 'html/', 'attachments/', 'mail/');
    desk.files.allow(web, 'write', 'words/', 'attachments/');
    desk.files.allowList(web);
    desk.secrets.allow(web, 'reply-secrets');
    return web;
  }

  private receiveChat(desk: Desk): SupportFunction {
    const receiveChat = new SupportFunction(this, 'receive-chat', {
      description: 'A chat message becomes a ticket, or lands on one.',
      timeout: PATIENCE,
      environment: environmentOf(desk),
    });
    desk.tickets.allow(receiveChat, 'GetItem', 'BatchGetItem', 'Query', 'PutItem');
    desk.files.allow(receiveChat, 'write', 'words/', 'attachments/');
    desk.secrets.allow(receiveChat, 'chat/*');
    return receiveChat;
  }

  private stage({ site }: Desk): HttpStage {
    return new HttpStage(this, 'stage', {
      httpApi: site.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: 50, burstLimit: 100 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(this.accessLog()),
        format: AccessLogFormat.custom(JSON.stringify(LOGGED)),
      },
    });
  }

  private accessLog(): LogGroup {
    return new LogGroup(this, 'access-log', {
      // API Gateway adds a resource policy for each log group, of which there may be ten, but for one in this folder.
      logGroupName: `/aws/vendedlogs/${named(this, 'front-door')}`,
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }
}

// Not the query: the token in it opens a file.
const LOGGED = {
  at: '$context.requestTime',
  request: '$context.requestId',
  from: '$context.identity.sourceIp',
  route: '$context.routeKey',
  path: '$context.path',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  error: '$context.integrationErrorMessage',
};

// API Gateway gives up after 30 seconds.
const PATIENCE = Duration.seconds(29);
