const { dirname, join, resolve } = require('node:path');
const { buildSync } = require('esbuild');

// Runs a program of ours: `node launch.cjs infra/local/start.ts …`. Translated one by one, as tsx does it, two hundred
// small files take more than a second when the machine has not seen them before; as one file they take a quarter.
const [, , program = '', ...rest] = process.argv;
const entry = resolve(program);
process.argv = [process.argv[0], entry, ...rest];

const { outputFiles } = buildSync({
  entryPoints: [entry],
  outfile: join(dirname(entry), 'launched.cjs'),
  write: false,
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  sourcemap: 'inline',
  sourcesContent: false,
});

module._compile(outputFiles[0].text, join(dirname(entry), 'launched.cjs'));
