import { chatAccessIn } from '../../../shared/chat/access';

const SECRET = 'a-secret-for-tests';
const CHATWOOT = { secret: SECRET, token: 'token-1', account: 1 };
const INTERCOM = { secret: SECRET, token: 'token-2', admin: 814860 };

it('Chatwoot’s account may be a number, and its own cloud needs no address', () => {
  expect(chatAccessIn('chatwoot', JSON.stringify(CHATWOOT))).toEqual({
    provider: 'chatwoot',
    secrets: [SECRET],
    token: 'token-1',
    account: '1',
    baseUrl: 'https://app.chatwoot.com',
  });
});

it('Intercom may lie in another region, and an address may end with a slash', () => {
  expect(chatAccessIn('intercom', JSON.stringify({ ...INTERCOM, baseUrl: 'https://api.eu.intercom.io/' }))).toEqual({
    provider: 'intercom',
    secrets: [SECRET],
    token: 'token-2',
    admin: '814860',
    baseUrl: 'https://api.eu.intercom.io',
  });
});

it('two secrets are live while one takes over from the other', () => {
  const both = `${SECRET}-new ${SECRET}-old`;
  expect(chatAccessIn('intercom', JSON.stringify({ ...INTERCOM, secret: both }))).toMatchObject({
    secrets: [`${SECRET}-new`, `${SECRET}-old`],
  });
});

it.each([
  ['no JSON', SECRET, 'Write it so: {"secret"'],
  ['no token', { ...CHATWOOT, token: undefined }, 'Write the token of its API'],
  ['no account', { ...CHATWOOT, account: undefined }, 'account'],
  ['a secret that could be guessed', { ...CHATWOOT, secret: 'kort' }, 'openssl rand'],
  ['two secrets, one of which could be guessed', { ...CHATWOOT, secret: `${SECRET} kort` }, 'openssl rand'],
  ['an address that others can listen at', { ...CHATWOOT, baseUrl: 'http://chat.example' }, 'https://'],
])('%s is refused with what to write, and the secret is not told', (_, given, words) => {
  const text = typeof given === 'string' ? given : JSON.stringify(given);
  expect(() => chatAccessIn('chatwoot', text)).toThrow(words);
  expect(() => chatAccessIn('chatwoot', text)).not.toThrow(SECRET);
});
