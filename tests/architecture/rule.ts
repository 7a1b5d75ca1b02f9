import type { ImportGraph, SourceFile } from './importGraph.js';

/** A rule of the house (DESIGN §3): what breaks it, as sentences. */
export interface Rule {
  readonly name: string;
  readonly faults: (graph: ImportGraph) => readonly string[];
  /** Files that break it, to prove that it catches them; each alone must. */
  readonly planted: readonly Readonly<Record<string, string>>[];
}

/** What each file under a folder does wrong. */
export function inFolder(folder: string, faultsOf: (file: SourceFile) => readonly string[]): Rule['faults'] {
  return (graph) =>
    [...graph.values()]
      .filter(({ path }) => path.startsWith(folder))
      .flatMap((file) => faultsOf(file).map((fault) => `${file.path} ${fault}`));
}

/** That a file imports nothing but from these folders and packages. */
export function importsOnly(
  folders: readonly string[],
  packages: readonly string[],
): (file: SourceFile) => readonly string[] {
  return (file) =>
    [
      ...file.files.filter((path) => !folders.some((folder) => path.startsWith(folder))),
      ...file.packages.filter((name) => !packages.includes(name)),
    ].map((what) => `imports ${what}`);
}

/** The folder of infra that a path lies in: `http` for src/infra/http/…; undefined outside infra. */
export function infraFolder(path: string): string | undefined {
  return /^src\/infra\/([^/]+)\//.exec(path)?.[1];
}
