import { seal, unseal } from '../../../shared/desk/sealed';
import { DAY, MINUTE } from '../../../shared/promises/instant';

const OLD = { version: '1', key: Buffer.from('the key that we had before') };
const NEW = { version: '2', key: Buffer.from('the key that we have now..') };
const NOW = Date.parse('2026-11-27T14:30:00+01:00');
const token = seal('file', ['attachments/1/0', 'Årsmøte.pdf'], NOW + 15 * MINUTE, [NEW, OLD]);

const opened = (text: string, at = NOW) => unseal('file', text, [NEW, OLD], at);

describe('a token', () => {
  it('says what it was made to say, until its time is up', () => {
    const genuine = { is: 'genuine', claims: ['attachments/1/0', 'Årsmøte.pdf'] };
    expect(opened(token)).toEqual(genuine);
    expect(opened(token, NOW + 15 * MINUTE - 1)).toEqual(genuine);
    expect(opened(token, NOW + 15 * MINUTE)).toEqual({ is: 'run-out' });
  });

  it('can stand in an address as it is', () => {
    expect(token).toBe(encodeURIComponent(token));
  });

  it('under the key before is believed until that key is gone', () => {
    const before = seal('file', ['a', 'b'], NOW + 30 * DAY, [OLD]);
    expect(opened(before)).toMatchObject({ is: 'genuine' });
    expect(unseal('file', before, [NEW], NOW)).toEqual({ is: 'forged' });
  });

  it('can not be made without a key', () => {
    expect(() => seal('file', [], NOW, [])).toThrow(RangeError);
    expect(unseal('file', token, [], NOW)).toEqual({ is: 'forged' });
  });
});

describe('what is no token of ours', () => {
  const [said = '', mac = ''] = token.split('.');
  const other = Buffer.from(JSON.stringify([NOW, ['mail/secret.eml', 'x']])).toString('base64url');
  const flipped = (text: string) => `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`;

  it.each([
    ['nothing', ''],
    ['no proof', said],
    ['an empty proof', `${said}.`],
    ['another proof', `${said}.${flipped(mac)}`],
    ['a shortened proof', `${said}.${mac.slice(0, -1)}`],
    ['another content', `${other}.${mac}`],
    ['a changed content', `${flipped(said)}.${mac}`],
    ['more than there was', `${token}x`],
    ['something before it', ` ${token}`],
    ['a megabyte', `${'A'.repeat(1_000_000)}.${mac}`],
  ])('opens nothing: %s', (_, text) => {
    expect(opened(text)).toEqual({ is: 'forged' });
  });

  it('is one for another purpose', () => {
    expect(unseal('message', token, [NEW, OLD], NOW)).toEqual({ is: 'forged' });
    expect(unseal('upload', token, [NEW, OLD], NOW)).toEqual({ is: 'forged' });
  });

  it('is one whose key was handed on under another version', () => {
    expect(unseal('file', token, [{ version: '3', key: NEW.key }], NOW)).toEqual({ is: 'forged' });
  });
});
