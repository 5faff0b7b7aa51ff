import { loopToken } from '../../../shared/mail/loop-token';

describe('a loop token', () => {
  const first = { version: '1', key: Buffer.alloc(32, 1) };
  const second = { version: '2', key: Buffer.alloc(32, 2) };

  it('is made with the newest key', () => {
    expect(loopToken([second, first])).toBe(loopToken([second]));
    expect(loopToken([second, first])).not.toBe(loopToken([first]));
  });

  it('is not made without a key, since anybody could make that one', () => {
    expect(() => loopToken([])).toThrow(RangeError);
  });
});
