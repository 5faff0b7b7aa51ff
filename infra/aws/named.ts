import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/**
 * The name of something that people look for: `responstid-test-wake-ticket`. What is retained bears none, so that a
 * new stack never trips over it.
 */
export const named = (scope: Construct, what: string): string => `${Stack.of(scope).stackName}-${what}`;
