import type { ServeFlags } from '../cli/doors.js';
import { EXIT, type ExitCode } from '../cli/exitCode.js';
import { progressOf } from '../cli/print/progress.js';
import type { Terminal } from '../cli/terminal.js';
import { writeDemoShop } from '../demo/writeDemoShop.js';
import { answerCommand } from '../http/carried/answerCommand.js';
import { isHealth } from '../http/health/healthRoutes.js';
import { pinoLog } from '../http/pinoLog.js';
import { isLoopback } from '../http/requests/callers.js';
import { createApi } from '../http/server/createApi.js';
import { type Listening, listen } from '../http/server/listen.js';
import { banner } from './banner.js';
import { caughtUp } from './caughtUp.js';
import { type Configuration, readConfiguration } from './configuration.js';
import { proofsIn } from './proofsIn.js';
import { openOrchard, type RunningOrchard } from './runningOrchard.js';
import { stopSignal } from './stopSignal.js';

/** How long servers may take to come: those that were started together with this process need their time. */
const SERVERS_PATIENCE_MILLIS = 60_000;

/**
 * Serves until SIGTERM or SIGINT: then takes no more, finishes what is under way, closes everything.
 * @throws BadConfiguration, PortTaken, AddressRefused and what opening the data folder throws.
 */
export async function serve(flags: ServeFlags, terminal: Terminal, version: string): Promise<ExitCode> {
  const configuration = readConfiguration({ ...terminal.env, ...asEnvironment(flags) });
  const stop = stopSignal((signal) => terminal.err(`${signal} again: stopped at once.\n`));
  const stopping = new AbortController();
  stop.asked.then(() => stopping.abort());
  try {
    const { dataDir, adapters, roles, demo } = configuration;
    const waiting = {
      patienceMillis: SERVERS_PATIENCE_MILLIS,
      say: (sentence: string) => terminal.err(`${sentence}\n`),
      stopped: stopping.signal,
    };
    const orchard = await openOrchard(dataDir, adapters, waiting, roles);
    try {
      const demoWritten = demo && roles.has('api') && (await writeDemo(orchard, terminal));
      const listening = await answer(orchard, configuration);
      orchard.announce(listening.url);
      terminal.out(
        banner({ orchard, configuration, url: listening.url, version, demoWritten, millis: terminal.clock() }),
      );
      const signal = await stop.asked;
      terminal.err(`${signal}: finishing what is under way, at most 10 s (again: stop at once).\n`);
      await listening.close();
    } finally {
      await orchard.close();
    }
  } catch (error) {
    // Told to stop while it still waited for its servers.
    if (!stopping.signal.aborted || (error as Error).name !== 'AbortError') throw error;
  } finally {
    stop.forget();
  }
  return EXIT.ok;
}

/** A flag is the variable of the environment it wins over. */
function asEnvironment({ port, host, dataDir, demo, roles }: ServeFlags): Record<string, string> {
  return {
    ...(port !== undefined && { PORT: port }),
    ...(host !== undefined && { HOST: host }),
    ...(dataDir !== undefined && { ORCHARD_DATA_DIR: dataDir }),
    ...(demo !== undefined && { ORCHARD_DEMO: demo ? 'on' : 'off' }),
    ...(roles !== undefined && { ORCHARD_ROLES: roles }),
  };
}

async function writeDemo({ deps, terms }: RunningOrchard, terminal: Terminal): Promise<boolean> {
  const progress = progressOf('writing the demo shop', terminal);
  const position = await writeDemoShop(deps, terms, progress.reached);
  progress.end();
  return position !== null;
}

async function answer(
  orchard: RunningOrchard,
  { host, port, tokens, logLevel, roles, seals, dataDir }: Configuration,
): Promise<Listening> {
  if (orchard.prices) await caughtUp(orchard);
  orchard.goOn();
  if (seals && roles.has('timekeeper')) orchard.keepSealed(proofsIn(dataDir));
  const deps = { ...orchard, host, tokens, log: pinoLog(logLevel) };
  const listening = await listen(createApi(deps, roles.has('api') ? undefined : isHealth), { host, port });
  if (roles.has('api')) {
    // As over HTTP: with no tokens, and nobody but this machine to reach it, whoever asks is the demo principal.
    const isTrusted = (isHere: boolean) => isHere && isLoopback(host) && tokens.length === 0;
    orchard.answerCommands(({ isHere }) => answerCommand(deps, isTrusted(isHere)));
  }
  return listening;
}
