// Makes one file of the verifier and all it needs, for whoever has neither Orchard nor its packages.

import { build } from 'esbuild';

await build({
  entryPoints: ['src/infra/verifier/main.ts'],
  outfile: process.argv[2] ?? 'dist/orchard-verifier.mjs',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: process.argv[2] ? 'warning' : 'info',
});
