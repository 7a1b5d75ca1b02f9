import { Command } from 'commander';
import type { AuditOptions, AuditPlace } from '../../../commands/proof/audit.js';
import { auditLog } from '../../../commands/proof/auditLog.js';
import { readCheckpoint } from '../../../commands/proof/checkpoint.js';
import type { SealKey } from '../../../commands/proof/sealBook.js';
import { type Sealed, sealLog } from '../../../commands/proof/sealLog.js';
import type { Doors, OpenedLog } from '../doors.js';
import { EXIT, type ExitCode, UsageError } from '../exitCode.js';
import { progressOf } from '../print/progress.js';
import { readText } from '../readText.js';
import type { Terminal } from '../terminal.js';
import { forgetAuditPlace, readAuditPlace, writeAuditPlace } from './auditPlaceFile.js';
import { auditJson, auditWords, isVouchedFor } from './auditWords.js';
import { type LogOptions, withLog, withLogOptions } from './withLog.js';

interface Options extends LogOptions {
  readonly seal: boolean;
  readonly every: string;
  readonly held?: string;
  readonly publicKey?: string;
  readonly signingKey?: string;
  readonly resume?: string;
}

/** Between two notes of where the audit is. */
const NOTE_EVERY = 100_000;

export function verifyLogCommand(doors: Doors, terminal: Terminal, exit: (code: ExitCode) => void): Command {
  const command = new Command('log')
    .summary('prove that the log was not changed')
    .description(
      'Holds every event against its sealed hash, and hash chain, Merkle tree, count and end of the log against the ' +
        'signed checkpoints in <data folder>/proofs.',
    )
    .option('--seal', 'then sign what is new in it', false)
    .option('--every <events>', 'with --seal: a checkpoint each so many events', '10000')
    .option('--held <file>', 'a checkpoint that you keep elsewhere: it must be there still')
    .option('--public-key <file>', 'the key you trust (default: the one in proofs)')
    .option('--signing-key <file>', 'with --seal: the private key (default: made in proofs at the first seal)')
    .option('--resume <file>', 'note here where the audit is, and go on from there');
  return withLogOptions(command).action(async (options: Options) => {
    const every = numberOf(options.every);
    if (options.seal && options.resume !== undefined) {
      throw new UsageError('A log is sealed only after all of it was verified: leave out --resume.');
    }
    const held = options.held === undefined ? undefined : heldIn(options.held);
    const from = options.resume === undefined ? undefined : readAuditPlace(options.resume);
    const started = terminal.clock();
    const audit = await withLog(options, doors, terminal, (log) =>
      underInterrupt(terminal, options.resume, (more) =>
        audited(log, options, every, { ...(held && { held }), ...(from && { from }), ...more }, terminal),
      ),
    );
    const millis = Math.round(terminal.clock() - started);
    terminal.out(options.json ? `${JSON.stringify(auditJson(audit, millis))}\n` : auditWords(audit, millis));
    exit(isVouchedFor(audit) ? EXIT.ok : EXIT.failed);
  });
}

async function audited(
  log: OpenedLog,
  { seal, publicKey, signingKey }: Options,
  every: number,
  options: AuditOptions,
  terminal: Terminal,
): Promise<Sealed> {
  const { store, sha256, proofs, machine } = log;
  const known = proofs.key({ trusted: publicKey, signing: signingKey });
  if (!seal) {
    const audit = await auditLog({ store, sha256, book: proofs.book, key: known ?? NO_KEY }, options);
    return { ...audit, added: [] };
  }
  const key = known ?? proofs.makeKey();
  if (!known) {
    terminal.err(
      `First seal of this log, with a new key (fingerprint ${key.fingerprint}). Keep ${proofs.folder}/seal-key.pem ` +
        'and the newest checkpoint where whoever can write to the log cannot.\n',
    );
  }
  return sealLog({ store, sha256, book: proofs.book, key, now: machine.now }, { ...options, every });
}

/** Whatever was sealed, it was not with this. */
const NO_KEY: SealKey = {
  fingerprint: 'that is missing: name it with --public-key',
  signed: () => false,
  sign: () => {
    throw new Error('there is no key');
  },
};

async function underInterrupt(
  terminal: Terminal,
  resume: string | undefined,
  work: (more: Pick<AuditOptions, 'signal' | 'onProgress'>) => Promise<Sealed>,
): Promise<Sealed> {
  const interrupt = terminal.interrupt();
  const progress = progressOf('verifying the log', terminal);
  let noted = 0;
  const note = (place: AuditPlace) => {
    if (resume === undefined || place.count === 0) return;
    writeAuditPlace(resume, place);
    noted = place.count;
  };
  try {
    const audit = await work({
      signal: interrupt.signal,
      onProgress: (place, head) => {
        progress.reached(Number(place.last), Number(head));
        if (place.count - noted >= NOTE_EVERY) note(place);
      },
    });
    if (resume !== undefined && (audit.whole || audit.breach)) forgetAuditPlace(resume);
    else note(audit.stand);
    return audit;
  } finally {
    progress.end();
    interrupt.forget();
  }
}

function numberOf(every: string): number {
  if (!/^[1-9]\d{0,8}$/.test(every)) throw new UsageError('--every takes a number from 1 to 999999999.');
  return Number(every);
}

function heldIn(file: string) {
  const text = readText(file);
  try {
    return readCheckpoint(text, file);
  } catch (error) {
    throw new UsageError((error as Error).message, { cause: error });
  }
}
