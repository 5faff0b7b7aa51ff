import { policiesOf } from '../../../shared/promises/policies';
import { defaultPolicy, type Policy } from '../../../shared/promises/policy';
import { at } from './at';

const version = (name: string, effectiveFrom: string): Policy => ({ ...defaultPolicy, version: name, effectiveFrom });

const first = version('2024-1', '2024-01-01');
const second = version('2026-1', '2026-02-01');

describe('versions of the promise, side by side', () => {
  const policies = policiesOf([second, first]);

  it.each([
    ['before the first, the first', '2020-05-05T12:00+02:00', '2024-1'],
    ['a millisecond before the day begins in Oslo', '2026-01-31T23:59:59.999+01:00', '2024-1'],
    ['from the beginning of the day, in Oslo', '2026-02-01T00:00+01:00', '2026-1'],
  ])('%s', (_, instant, name) => {
    expect(policies.inForce(at(instant)).version).toBe(name);
  });

  it('are found by their names', () => {
    expect(policies.named('2026-1')).toBe(second);
    expect(policies.named('2030-1')).toBeUndefined();
  });

  it.each([
    ['none at all', [], 'no version'],
    ['two of one name', [first, version('2024-1', '2025-01-01')], 'called “2024-1”'],
    ['two from one day', [first, version('2024-2', '2024-01-01')], 'take effect on 2024-01-01'],
  ])('are refused where there are %s', (_, versions, reason) => {
    expect(() => policiesOf(versions)).toThrow(reason);
  });
});
