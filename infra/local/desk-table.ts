import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type Table, tableOf } from '../../shared/adapters/table';
import { pointSdkAt } from './aws-environment';
import { startDynamoDb } from './dynamodb';
import { NAMES } from './seeds';
import { locked } from './store';

/** A desk's table for a program that looks at it, and how to let go of it. */
export interface OpenTable {
  readonly table: Table;
  stop(): Promise<void>;
}

const addressIn = (dataDir: string): string => `${dataDir}/dynamodb.url`;

/** Says where the table of a running desk is to be found, for programs that look at it meanwhile. */
export async function tellAddress(dataDir: string, url: string): Promise<void> {
  if (dataDir !== ':memory:') await writeFile(addressIn(dataDir), url);
}

/** The table of the name on AWS, by this machine's own AWS configuration. */
export function tableOnAws(name: string): OpenTable {
  const client = new DynamoDBClient({});
  return { table: tableOf(client, name), stop: async () => client.destroy() };
}

/** The table of the desk that keeps its data in a folder, whether it is running or not. */
export async function tableIn(dataDir: string): Promise<OpenTable> {
  if (!existsSync(`${dataDir}/dynamodb`))
    throw new Error(
      `There is no desk in ${dataDir}. Name the folder of its data by DATA_DIR, or its table on AWS by TABLE.`,
    );
  const { url, stop } = await startDynamoDb({ location: `${dataDir}/dynamodb` }).catch(async (error: unknown) => {
    if (!locked.safeParse(error).success) throw error;
    return { url: await readFile(addressIn(dataDir), 'utf8'), stop: async () => undefined };
  });
  pointSdkAt({ DYNAMODB: url });
  const client = new DynamoDBClient({});
  return {
    table: tableOf(client, NAMES.table),
    async stop() {
      client.destroy();
      await stop();
    },
  };
}
