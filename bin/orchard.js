#!/usr/bin/env node
// The programme itself is built: this only finds it, or says how to make it.
import { existsSync } from 'node:fs';

const main = new URL('../dist/infra/bootstrap/main.js', import.meta.url);
if (existsSync(main)) {
  await import(main.href);
} else {
  console.error('orchard: not built yet: run "npm run build" first.');
  process.exitCode = 1;
}
