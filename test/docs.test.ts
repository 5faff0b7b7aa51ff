import { readFileSync } from 'node:fs';
import { defaultPolicy } from '../shared/promises/policy';

describe('docs/policy.md', () => {
  const text = readFileSync('docs/policy.md', 'utf8');
  const { severe, minor } = defaultPolicy.kinds;
  const values = [...Object.keys(defaultPolicy), ...Object.keys(severe), ...Object.keys(minor)];

  it.each([...new Set(values)])('explains `%s`', (value) => {
    expect(text).toContain(`\`${value}\``);
  });
});
