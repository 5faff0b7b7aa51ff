import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const PURE = ['shared/promises', 'shared/ticket', 'shared/customers', 'shared/report'];

const files = PURE.flatMap((folder) => filesIn(join(ROOT, folder)));

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
}

const isPure = (file: string) => PURE.some((folder) => relative(ROOT, file).startsWith(`${folder}/`));

const imports = (source: string) => [...source.matchAll(/\bfrom '([^']+)'/g)].map(([, name = '']) => name);

describe.each(files.map((file) => [relative(ROOT, file), file]))('%s', (_, file) => {
  const source = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');

  it('imports only the pure core and zod', () => {
    const foreign = imports(source).filter((name) => name !== 'zod' && !isPure(resolve(file, '..', name)));
    expect(foreign).toEqual([]);
  });

  it('looks at no clock, takes no chances, knows no environment and waits for nothing', () => {
    expect(source).not.toMatch(
      /\bDate\.now\b|\bnew Date\(\)|\bperformance\b|Math\.random|\bcrypto\b|\bprocess\b|\bawait\b|\basync\b/,
    );
  });
});
