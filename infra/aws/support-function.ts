import { ArnFormat, type Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Function as LambdaFunction, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { type ILogGroup, LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { codeOf, type FunctionName } from './handlers';
import { named } from './named';

interface SupportFunctionProps {
  readonly description: string;
  readonly timeout: Duration;
  readonly environment?: Readonly<Record<string, string>>;
  /** Where an event goes that was tried in vain: for functions that are invoked asynchronously. */
  readonly deadLetters?: IQueue;
}

/** A function of the desk, with its own log and role. It may write its log; all else is granted to it by name. */
export class SupportFunction extends LambdaFunction {
  constructor(scope: Construct, id: FunctionName, { deadLetters, environment, ...props }: SupportFunctionProps) {
    const logGroup = logOf(scope, id);
    super(scope, id, {
      ...props,
      functionName: named(scope, id),
      code: codeOf(scope, id),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: 1024,
      environment: { ...everywhere, ...environment },
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      role: roleOf(scope, id, logGroup),
      ...(deadLetters && { onFailure: new SqsDestination(deadLetters) }),
    });
  }
}

/** The ARN of a function by its name, for those that must know it before it is there: itself, or whom it waits for. */
export const functionArn = (scope: Construct, name: FunctionName): string =>
  Stack.of(scope).formatArn({
    service: 'lambda',
    resource: 'function',
    resourceName: named(scope, name),
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });

const everywhere = { NODE_OPTIONS: '--enable-source-maps', POWERTOOLS_SERVICE_NAME: 'responstid' };

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
