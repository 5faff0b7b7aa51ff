import { GetParameterCommand, GetParametersByPathCommand, GetParametersCommand, SSMClient } from '@aws-sdk/client-ssm';
import { startSsm } from '../../../infra/local/ssm';
import { sdkFor } from './stand-ins';

const parameters = { '/responstid/chat-secret': 'whsec_abc', '/responstid/keys/sms': 'sms', '/other': 'x' };
let stop: () => Promise<void>;
let ssm: SSMClient;

beforeAll(async () => {
  const server = await startSsm({ parameters });
  ssm = new SSMClient(sdkFor(server.url));
  stop = server.stop;
});
afterAll(() => stop());

const valuesOf = (list: { Value?: string | undefined }[] | undefined) => list?.map(({ Value }) => Value);

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

it('several are read together, with those that are not there', async () => {
  const found = await ssm.send(new GetParametersCommand({ Names: ['/other', '/none'] }));
  expect(valuesOf(found.Parameters)).toEqual(['x']);
  expect(found.InvalidParameters).toEqual(['/none']);
});

it('a path has its own parameters, and those below it where asked', async () => {
  const flat = await ssm.send(new GetParametersByPathCommand({ Path: '/responstid' }));
  const deep = await ssm.send(new GetParametersByPathCommand({ Path: '/responstid/', Recursive: true }));
  expect(valuesOf(flat.Parameters)).toEqual(['whsec_abc']);
  expect(valuesOf(deep.Parameters)).toEqual(['whsec_abc', 'sms']);
});
