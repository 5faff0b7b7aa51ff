import { join } from 'node:path';
import { ArnFormat, type Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { type BundlingOptions, Charset, LogLevel, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { type ILogGroup, LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { named } from './named';

interface SupportFunctionProps {
  readonly description: string;
  readonly timeout: Duration;
  readonly environment?: Readonly<Record<string, string>>;
  /** Where an event goes that was tried in vain: for functions that are invoked asynchronously. */
  readonly deadLetters?: IQueue;
  /** The file of the handler, unless it is the one under `functions/` that bears the function's name. */
  readonly entry?: string;
}

/** A function of the desk, with a log and a role of its own. It may write its log; all else is granted to it by name. */
export class SupportFunction extends NodejsFunction {
  constructor(scope: Construct, id: string, { deadLetters, environment, ...props }: SupportFunctionProps) {
    const logGroup = logOf(scope, id);
    super(scope, id, {
      entry: join(__dirname, 'functions', `${id}.ts`),
      ...props,
      functionName: named(scope, id),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: 1024,
      bundling,
      environment: { ...everywhere, ...environment },
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      role: roleOf(scope, id, logGroup),
      ...(deadLetters && { onFailure: new SqsDestination(deadLetters) }),
    });
  }
}

/** The ARN of a function by its name, for those that must know it before it is there: itself, or whom it waits for. */
export const functionArn = (scope: Construct, id: string): string =>
  Stack.of(scope).formatArn({
    service: 'lambda',
    resource: 'function',
    resourceName: named(scope, id),
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });

const everywhere = { NODE_OPTIONS: '--enable-source-maps', POWERTOOLS_SERVICE_NAME: 'responstid' };

// The SDK is bundled, so that what was tested is what runs. An ES module would ask for node:http the slow way
// (20–50 ms of a cold start), and React takes its development build unless it is told.
const bundling: BundlingOptions = {
  bundleAwsSDK: true,
  minify: true,
  format: OutputFormat.CJS,
  mainFields: ['module', 'main'],
  target: 'node24',
  charset: Charset.UTF8,
  sourceMap: true,
  sourcesContent: false,
  logLevel: LogLevel.WARNING,
  define: { 'process.env.NODE_ENV': '"production"' },
};

const logOf = (scope: Construct, id: string): LogGroup =>
  new LogGroup(scope, `${id}-log`, {
    logGroupName: `/aws/lambda/${named(scope, id)}`,
    retention: RetentionDays.THREE_MONTHS,
    removalPolicy: RemovalPolicy.DESTROY,
  });

function roleOf(scope: Construct, id: string, log: ILogGroup): Role {
  const role = new Role(scope, `${id}-role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  log.grantWrite(role);
  return role;
}
