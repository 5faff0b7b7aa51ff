import { createHash } from 'node:crypto';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { oneOf } from '../../../functions/edge/identify';
import { NAMES } from '../../../infra/local/seeds';
import { integrationKeys } from '../../../shared/adapters/integration-keys';
import { tableOf } from '../../../shared/adapters/table';
import { deskAt, type RunningDesk } from '../../support/in-process';
import { anna, STAFF } from '../../support/ticket-story';

const staff = async () => STAFF;

describe('an integration’s key', () => {
  let desk: RunningDesk;
  beforeAll(async () => {
    desk = await deskAt();
  });
  afterAll(() => desk.stop());

  it('acts in its agent’s name, and only its hash is kept', async () => {
    const table = tableOf(desk.local.services.clients.dynamodb, NAMES.table);
    const pk = `KEY#${createHash('sha256').update('a long random key').digest('hex')}`;
    await table.client.send(new PutCommand({ TableName: table.name, Item: { pk, sk: 'KEY', agent: 'anna' } }));
    const identify = oneOf(async () => undefined, integrationKeys(table, staff));
    expect(await identify('a long random key')).toMatchObject({ id: anna });
    expect(await identify('another')).toBeUndefined();
  });
});
