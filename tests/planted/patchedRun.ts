import { register } from 'node:module';
import { transformSync } from '@swc/core';
import { patchedSources } from './patchedModules.js';

/** A process of its own for each patch: `patchedRun.js NAME SEEDS` simulates with the patched sources. */
const [name = '', seeds = '1'] = process.argv.slice(2);

const replaced = [...patchedSources(name)].map(([file, text]) => {
  const { code } = transformSync(text, {
    module: { type: 'es6' },
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  });
  const compiled = new URL(`../../${file.replace(/\.ts$/, '.js')}`, import.meta.url);
  return [compiled.href, code];
});
register('./replacedModules.js', { parentURL: import.meta.url, data: Object.fromEntries(replaced) });
const { hunt } = await import('./hunt.js');
console.log(JSON.stringify(await hunt({}, Number(seeds))));
