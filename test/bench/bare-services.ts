import { randomBytes } from 'node:crypto';
import { localClock } from '../../infra/local/clock';
import { seed } from '../../infra/local/seeds';
import { type Services, startServices } from '../../infra/local/services';
import { defaultPolicy } from '../../shared/promises/policy';
import { MONDAY_TEN } from '../support/in-process';

/** The stand-ins of a desk at which nobody works: what is put there is not followed by anything. */
export async function startBareServices(dataDir: string): Promise<Services> {
  const services = await startServices({
    dataDir,
    clock: localClock(MONDAY_TEN),
    parameters: {},
    chatForwardTo: undefined,
    newId: () => randomBytes(20).toString('hex'),
  });
  await seed(services.clients.dynamodb, services.clients.scheduler, defaultPolicy);
  return services;
}
