import { join } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { buildSync } from 'esbuild';

/** Every function, and the file of its handler. */
const HANDLERS = {
  'receive-mail': 'functions/receive-mail.ts',
  'receive-chat': 'functions/receive-chat.ts',
  'receive-feedback': 'functions/receive-feedback.ts',
  web: 'functions/web.ts',
  'relay-effects': 'functions/relay-effects.ts',
  'wake-ticket': 'functions/wake-ticket.ts',
  sweep: 'functions/sweep.ts',
  'send-weekly-report': 'functions/send-weekly-report.ts',
  'send-digest': 'functions/send-digest.ts',
  'activate-rule-set': 'activation/activate-rule-set.ts',
} as const;

export type FunctionName = keyof typeof HANDLERS;

const BUNDLES = join(__dirname, '../../cdk.out/bundles');

/**
 * Bundles every handler with all that it needs, the SDK too, so that what was tested is what runs. They share nearly
 * all of their source, so that one run for all takes a quarter of the time of NodejsFunction's eight.
 */
export function bundleHandlers(): void {
  buildSync({
    entryPoints: Object.entries(HANDLERS).map(([name, file]) => ({ in: join(__dirname, file), out: `${name}/index` })),
    outdir: BUNDLES,
    bundle: true,
    minify: true,
    sourcemap: true,
    sourcesContent: false,
    charset: 'utf8',
    platform: 'node',
    target: 'node24',
    // An ES module would ask for node:http the slow way, which costs 20–50 ms of a cold start.
    format: 'cjs',
    mainFields: ['module', 'main'],
    // React takes its development build unless it is told.
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  });
}

/** A handler's bundle; its entry is `index.handler`. Where the stack wants no bundles, as in tests, it is empty. */
export const codeOf = (scope: Construct, name: FunctionName): Code =>
  Stack.of(scope).bundlingRequired ? Code.fromAsset(join(BUNDLES, name)) : Code.fromInline('// not bundled');
