import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { PUBLIC_PAGES } from '../../functions/pages/routes';
import { type Desk, environmentOf } from './desk';
import { named } from './named';
import { SupportFunction } from './support-function';

/** Agents and their programs by the API, chats by their webhooks. The functions themselves find out who is asking. */
export class FrontDoor extends Construct {
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, desk: Desk) {
    super(scope, id);
    this.api = new HttpApi(this, 'http', { apiName: named(this, 'front-door'), createDefaultStage: false });
    const web = new HttpLambdaIntegration('web', this.web(desk));
    this.api.addRoutes({ path: '/api/{proxy+}', methods: [HttpMethod.ANY], integration: web });
    for (const { path } of PUBLIC_PAGES) this.api.addRoutes({ path, methods: [HttpMethod.GET], integration: web });
    this.api.addRoutes({
      path: '/chat/{provider}',
      methods: [HttpMethod.POST],
      integration: new HttpLambdaIntegration('chat', this.receiveChat(desk)),
    });
    this.stage();
  }

  private web(desk: Desk): SupportFunction {
    const { oidcIssuer, oidcAudience } = desk.settings;
    const web = new SupportFunction(this, 'web', {
      description: 'The API and the pages that anybody may see.',
      timeout: PATIENCE,
      environment: { ...environmentOf(desk), OIDC_ISSUER: oidcIssuer, OIDC_AUDIENCE: oidcAudience },
    });
    desk.tickets.allow(web, 'GetItem', 'Query', 'PutItem');
    desk.tickets.allowList(web, 'byQueue', 'byAssignee');
    desk.files.allow(web, 'read', 'words/');
    desk.files.allow(web, 'write', 'words/');
    return web;
  }

  private receiveChat(desk: Desk): SupportFunction {
    const receiveChat = new SupportFunction(this, 'receive-chat', {
      description: 'A chat message becomes a ticket, or lands on one.',
      timeout: PATIENCE,
      environment: environmentOf(desk),
    });
    desk.tickets.allow(receiveChat, 'GetItem', 'Query', 'PutItem');
    desk.files.allow(receiveChat, 'write', 'words/');
    desk.secrets.allow(receiveChat, 'chat/*');
    return receiveChat;
  }

  private stage(): HttpStage {
    return new HttpStage(this, 'stage', {
      httpApi: this.api,
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
