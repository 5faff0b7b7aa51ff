import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contrast, readableOn } from '../../../../shared/mail/letters/contrast';

describe('the contrast of two colours', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#777777', '#ffffff', 4.48],
    ['#0a5f4f', '#0a5f4f', 1],
  ])('of %s and %s is %d to 1', (one, other, expected) => {
    expect(contrast(one, other)).toBeCloseTo(expected, 2);
    expect(contrast(other, one)).toBe(contrast(one, other));
  });

  it('is enough for text on any colour a vendor may choose (WCAG 1.4.3)', () => {
    const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);
    fc.assert(fc.property(colour, (chosen) => contrast(chosen, readableOn(chosen)) >= 4.5));
  });
});
