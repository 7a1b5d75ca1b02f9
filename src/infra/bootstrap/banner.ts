import { usesFolder } from './backends.js';
import { type Configuration, LOOPBACK } from './configuration.js';
import type { RunningOrchard } from './runningOrchard.js';

interface Started {
  readonly orchard: Pick<RunningOrchard, 'adapters'>;
  readonly configuration: Configuration;
  readonly url: string;
  readonly version: string;
  readonly demoWritten: boolean;
  readonly millis: number;
}

/** What people want to know when it has started: what serves, where, who they are, how to stop. */
export function banner({ orchard, configuration, url, version, demoWritten, millis }: Started): string {
  const { dataDir, demo, host, tokens, adapters } = configuration;
  const rows: readonly (readonly [string, string])[] = [
    ['API', `${url}/v1`],
    ['described', `${url}/docs`],
    ['ready?', `${url}/readyz`],
    ['', ''],
    ['store', orchard.adapters.store],
    ['bus', orchard.adapters.bus],
    ['views', orchard.adapters.views],
    [
      'switch',
      'by environment: ORCHARD_EVENT_STORE=postgres, ORCHARD_TABLES=postgres, ORCHARD_POSTGRES_URL=postgres://…',
    ],
    ...(usesFolder(adapters) ? [['data', dataDir] as const] : []),
    ['', ''],
    ['caller', callerWords(host, tokens.length)],
    ['shop', demoWords(demo, demoWritten)],
    ['stop', `Ctrl-C, or kill ${process.pid}`],
  ];
  const lines = rows.map(([word, says]) => `  ${word.padEnd(10)} ${says}`.trimEnd());
  return `\nOrchard ${version} is ready (${Math.round(millis)} ms).\n\n${lines.join('\n')}\n\n`;
}

function callerWords(host: string, tokens: number): string {
  const configured = `${tokens} token${tokens === 1 ? '' : 's'} configured`;
  if (!LOOPBACK.includes(host)) return `a token is required (${configured})`;
  return `without a token, on this machine, you are "demo", admin of shop demo (${configured})`;
}

function demoWords(demo: boolean, written: boolean): string {
  if (written) return 'the demo fruit mall was written into the empty log (start with --no-demo for none)';
  return demo ? 'as the log has it' : 'as the log has it; no demo was asked for';
}
