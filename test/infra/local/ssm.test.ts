import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { startSsm } from '../../../infra/local/ssm';
import { sdkFor } from './stand-ins';

const parameters = { '/responstid/chat-secret': 'whsec_abc' };
let stop: () => Promise<void>;
let ssm: SSMClient;

beforeAll(async () => {
  const server = await startSsm({ parameters });
  ssm = new SSMClient(sdkFor(server.url));
  stop = server.stop;
});
afterAll(() => stop());

it('a parameter is read by its name', async () => {
  const { Parameter } = await ssm.send(
    new GetParameterCommand({ Name: '/responstid/chat-secret', WithDecryption: true }),
  );
  expect(Parameter).toMatchObject({ Name: '/responstid/chat-secret', Value: 'whsec_abc' });
});

it('a parameter that is not there is refused by name', async () => {
  await expect(ssm.send(new GetParameterCommand({ Name: '/none' }))).rejects.toMatchObject({
    name: 'ParameterNotFound',
  });
});
