import { describe, expect, it } from '@jest/globals';
import { standardPromise } from '../../../../shared/promises/default-policy';
import { readPolicy } from '../../../../shared/promises/policy';

const read = (look: object) => readPolicy({ ...standardPromise, vendor: { ...standardPromise.vendor, ...look } });

describe('how letters look, in the policy', () => {
  it('is a colour and a logo, or neither', () => {
    const look = { colour: '#FFD400', logo: 'https://vendor.test/logo.png' };
    expect(read(look).vendor).toMatchObject(look);
    const { colour: _, ...plain } = standardPromise.vendor;
    expect(readPolicy({ ...standardPromise, vendor: plain }).vendor).toEqual(plain);
  });

  it.each([
    [{ colour: 'green' }, /A colour is written as “#0a5f4f”\.[\s\S]*vendor\.colour/],
    [{ colour: '#0a5f4f;background:url(x)' }, /vendor\.colour/],
    [{ logo: 'http://vendor.test/logo.png' }, /A logo is the address of an image, “https:\/\/…”\.[\s\S]*vendor\.logo/],
    [{ logo: 'javascript:alert(1)' }, /vendor\.logo/],
  ])('is refused with what to write instead: %j', (look, message) => {
    expect(() => read(look)).toThrow(message);
  });
});
