import { readFileSync } from 'node:fs';
import { runOrchard } from '../cli/runOrchard.js';
import { doors } from './doors.js';
import { processTerminal } from './processTerminal.js';

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  readonly version: string;
};

// Whoever reads our output may have seen enough (`orchard quote … | head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const terminal = processTerminal();
for (const event of ['unhandledRejection', 'uncaughtException'] as const) {
  process.on(event, (error: unknown) => {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    terminal.err(`${JSON.stringify({ level: 'fatal', time: new Date().toISOString(), event, message })}\n`);
    process.exit(1);
  });
}

process.exitCode = await runOrchard(process.argv.slice(2), doors(version), terminal);
