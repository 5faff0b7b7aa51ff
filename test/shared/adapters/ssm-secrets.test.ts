import { SSMClient } from '@aws-sdk/client-ssm';
import { startSsm } from '../../../infra/local/ssm';
import { ssmSecrets } from '../../../shared/adapters/ssm-secrets';
import { MINUTE } from '../../../shared/promises/instant';

const [OLD, NEW] = ['v1:b2xkLXNlY3JldC1mb3ItdGVzdHM=', 'v2:bmV3LXNlY3JldC1mb3ItdGVzdHM='];

describe('secrets', () => {
  let parameters: Record<string, string>;
  let ssm: Awaited<ReturnType<typeof startSsm>>;
  let client: SSMClient;
  let now = 0;
  beforeEach(async () => {
    parameters = {};
    ssm = await startSsm({ parameters });
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    client = new SSMClient({ region: 'eu-north-1', endpoint: ssm.url, credentials });
    now = 0;
  });
  afterEach(async () => {
    client.destroy();
    await ssm.stop();
  });

  const secrets = () => ssmSecrets(client, '/desk', () => now);
  const holding = (name: string, value: string) => {
    parameters[`/desk/${name}`] = value;
    return secrets();
  };

  it('are taken up within five minutes of being changed, and not asked for in between', async () => {
    const { replySecrets } = holding('reply-secrets', OLD);
    const versions = async () => (await replySecrets()).map(({ version }) => version);
    expect(await versions()).toEqual(['v1']);
    parameters['/desk/reply-secrets'] = `${NEW} ${OLD}`;
    now = 5 * MINUTE - 1;
    expect(await versions()).toEqual(['v1']);
    now = 5 * MINUTE;
    expect(await versions()).toEqual(['v2', 'v1']);
  });

  it('that could not be read are asked for again at once', async () => {
    const { replySecrets } = secrets();
    await expect(replySecrets()).rejects.toThrow();
    parameters['/desk/reply-secrets'] = OLD;
    expect(await replySecrets()).toHaveLength(1);
  });

  it.each(['v1:', 'v1:c2hvcnQ=', `${OLD} v2:`, ' ', 'c2VjcmV0'])(
    'for replies that could be guessed (%j) are refused, with what to do',
    async (value) => {
      await expect(holding('reply-secrets', value).replySecrets()).rejects.toThrow('openssl rand');
    },
  );

  it('for a chat may be several while one takes over from another', async () => {
    const [next, last] = ['whsec_bmV4dC1zZWNyZXQtZm9yLXRlc3Rz', 'whsec_bGFzdC1zZWNyZXQtZm9yLXRlc3Rz'];
    expect(await holding('chat/standard', `${next} ${last}\n`).chat('standard')).toEqual({
      provider: 'standard',
      secrets: [next, last],
    });
  });

  it('for a chat that has none are nothing, and taken up within five minutes of being put there', async () => {
    const { chat } = secrets();
    expect(await chat('chatwoot')).toBeUndefined();
    parameters['/desk/chat/chatwoot'] = JSON.stringify({
      secret: 'chatwoot-secret-for-tests',
      token: 't-1',
      account: 1,
    });
    now = 5 * MINUTE;
    expect(await chat('chatwoot')).toEqual({
      provider: 'chatwoot',
      secrets: ['chatwoot-secret-for-tests'],
      token: 't-1',
      account: '1',
      baseUrl: 'https://app.chatwoot.com',
    });
  });

  it.each(['whsec_', 'whsec_c2hvcnQ='])('for a chat that could be guessed (%s) are refused', async (value) => {
    await expect(holding('chat/standard', value).chat('standard')).rejects.toThrow('/desk/chat/standard');
  });
});
