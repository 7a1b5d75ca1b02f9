import type { EventStore } from '../../commands/eventStore.js';
import type { ExportTarget } from '../../commands/export/exportTarget.js';
import type { Machine } from '../../commands/ports.js';
import type { TermsRules } from '../../commands/promotion/describePromotion.js';
import type { SealBook, SealKey } from '../../commands/proof/sealBook.js';
import type { QuoteDeps } from '../../commands/quote/giveQuote.js';
import type { Sha256 } from '../../domain/proof/sha256.js';
import type { AnyProjection } from '../../projections/projection.js';
import type { ViewStore } from '../../projections/viewStore.js';
import type { ExitCode } from './exitCode.js';
import type { Terminal } from './terminal.js';

/** An Orchard this process holds itself. */
export interface OpenedOrchard {
  readonly deps: QuoteDeps;
  readonly terms: TermsRules;
  readonly close: () => Promise<void>;
}

/** Log and tables of a data folder, nothing following. */
export interface OpenedTables {
  readonly store: EventStore;
  readonly views: ViewStore;
  readonly close: () => Promise<void>;
}

/** Files of the key that seals are signed with, where they are not those of the data folder. */
export interface KeyFiles {
  readonly signing?: string | undefined;
  readonly trusted?: string | undefined;
}

/** What is kept beside a log to prove that it is whole. */
export interface Proofs {
  readonly folder: string;
  readonly book: SealBook;
  /** Undefined: none is named, and nothing was sealed yet. */
  readonly key: (files: KeyFiles) => SealKey | undefined;
  readonly makeKey: () => SealKey;
}

/** The log of a data folder, or of the server that the environment names, and nothing else. */
export interface OpenedLog {
  readonly store: EventStore;
  readonly machine: Machine;
  readonly sha256: Sha256;
  readonly proofs: Proofs;
  readonly close: () => Promise<void>;
}

/** A message that nobody could take, and why. */
export interface DeadLetter {
  readonly queue: string;
  readonly reason: string;
  readonly messageId: string | null;
  readonly bytes: number;
}

export interface LetterChoice {
  readonly queue?: string;
  readonly messageId?: string;
  readonly limit: number;
}

type ActOnLetters = (choice: LetterChoice) => Promise<readonly DeadLetter[]>;

/** What was put aside on the bus; each act answers the letters it was done to. */
export interface OpenedDeadLetters {
  readonly list: ActOnLetters;
  readonly replay: ActOnLetters;
  readonly drop: ActOnLetters;
  readonly close: () => Promise<void>;
}

/** A server of this process's own, for who has its token. */
export interface PrivateServer {
  readonly url: string;
  readonly token: string;
  readonly close: () => Promise<void>;
}

/** A variable of the configuration. */
export interface ConfiguredValue {
  readonly variable: string;
  readonly value: string;
  readonly source: 'environment' | 'default' | 'missing';
}

export interface ServeFlags {
  readonly port?: string;
  readonly host?: string;
  readonly dataDir?: string;
  readonly demo?: boolean;
  readonly roles?: string;
}

/** What the command line is given; the composition root decides what is behind it. */
export interface Doors {
  /** Serves until it is told to stop. */
  readonly serve: (flags: ServeFlags, terminal: Terminal) => Promise<ExitCode>;
  /** The live process that holds a data folder, if any; `url` is empty when it serves nothing. */
  readonly holderOf: (dataDir: string) => { readonly pid: number; readonly url: string } | undefined;
  /** Whether there is a log in the folder, or on a server that the environment names. */
  readonly hasLog: (dataDir: string, terminal: Terminal) => boolean;
  readonly openFolder: (dataDir: string, terminal: Terminal) => Promise<OpenedOrchard>;
  readonly openInMemory: () => Promise<OpenedOrchard>;
  readonly openTables: (dataDir: string, terminal: Terminal) => Promise<OpenedTables>;
  readonly openLog: (dataDir: string, terminal: Terminal) => Promise<OpenedLog>;
  /** Opens the log of a data folder or of a server's URL. */
  readonly openLogAt: (place: string) => Promise<{ readonly store: EventStore; readonly close: () => Promise<void> }>;
  /** A folder of its own for an export. */
  readonly exportTo: (folder: string) => ExportTarget;
  readonly isZone: (name: string) => boolean;
  /** @throws UsageError where no bus keeps any. */
  readonly openDeadLetters: (terminal: Terminal) => OpenedDeadLetters;
  /** Serves a folder that nobody holds to this process alone. */
  readonly servePrivately: (dataDir: string, shop: string, terminal: Terminal) => Promise<PrivateServer>;
  /** What a server started with these variables would run with; secrets are left out. */
  readonly configuredValues: (env: Terminal['env']) => readonly ConfiguredValue[];
  /** Why a server would not start with them. */
  readonly configurationFault: (env: Terminal['env']) => Error | undefined;
  /** What terms of promotions may be. */
  readonly terms: TermsRules;
  readonly projections: readonly AnyProjection[];
  readonly version: string;
}
