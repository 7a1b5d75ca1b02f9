import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readCarriedProof } from '../../commands/proof/carriedProof.js';
import { checkCarriedProof } from '../../commands/proof/checkCarriedProof.js';
import { checkSeals } from '../../commands/proof/checkSeals.js';
import { checkExport } from '../exports/checkExport.js';
import { sealFolder } from '../proofs/sealFolder.js';
import { sealKey } from '../proofs/sealKeys.js';
import { sha256 } from '../proofs/sha256.js';

const USAGE = `Verifies what an Orchard gave away, with nothing of it but this file.

  proof  FILE   --public-key PEM     events are in the log that was sealed, and prices come out again of them
  seals  FOLDER --public-key PEM     hashes are those that every checkpoint was signed over
  export FOLDER [--manifest SHA256]  files are those of the manifest, and the manifest is the one you were told of

Exit codes: 0 all is as it was sealed · 1 something is not · 2 usage
`;

const machine = { sha256: (text: string) => hash('sha256', text, 'hex') };

/** What the verifier says, and its exit code. */
export async function verify(args: readonly string[]): Promise<{ readonly words: string; readonly code: 0 | 1 | 2 }> {
  try {
    const options = { 'public-key': { type: 'string' }, manifest: { type: 'string' } } as const;
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [what, place] = positionals;
    if (place === undefined || positionals.length !== 2) return { words: USAGE, code: 2 };
    if (what === 'export') return verdict(exported(place, values.manifest));
    const trusted = values['public-key'];
    if (trusted === undefined || (what !== 'proof' && what !== 'seals')) return { words: USAGE, code: 2 };
    return verdict(await (what === 'proof' ? proof(place, trusted) : seals(place, trusted)));
  } catch (error) {
    return { words: `FAULT  ${(error as Error).message}\n`, code: 1 };
  }
}

interface Found {
  readonly said: readonly string[];
  readonly faults: readonly string[];
}

async function proof(file: string, trusted: string): Promise<Found> {
  const carried = readCarriedProof(readFileSync(file, 'utf8'), file);
  const key = sealKey('', { trusted })!;
  const { faults, prices } = await checkCarriedProof(carried, { sha256, machine, key });
  const { checkpoint, events } = carried;
  const wrong = prices.flatMap((price) => {
    if (price.verdict === 'equal') return [];
    const why =
      price.verdict === 'unpriceable' ? price.reason : `step ${price.difference.step}, ${price.difference.pointer}`;
    return [`quote ${price.quote} does not come out again: ${why}`];
  });
  const equal = prices.flatMap((price) =>
    price.verdict === 'equal'
      ? [`EQUAL  quote ${price.quote} of ${price.shop}, ${price.recordedAt}: to pay ${price.pay} fen`]
      : [],
  );
  return {
    said: [`${events.length} events, sealed ${checkpoint.sealedAt} as event 1 to ${checkpoint.count}`, ...equal],
    faults: [...faults, ...wrong],
  };
}

async function seals(folder: string, trusted: string): Promise<Found> {
  const key = sealKey('', { trusted })!;
  const { count, checkpoints, faults } = await checkSeals({ sha256, book: sealFolder(folder), key });
  return { said: [`${count} event hashes, ${checkpoints} checkpoints`], faults };
}

function exported(folder: string, told: string | undefined): Found {
  const { files, manifest, faults } = checkExport(folder);
  const other = told !== undefined && told !== manifest ? [`the manifest is ${manifest}, not ${told}`] : [];
  return { said: [`${files} files, manifest ${manifest}`], faults: [...other, ...faults] };
}

function verdict({ said, faults }: Found): { readonly words: string; readonly code: 0 | 1 } {
  const lines = [...said, ...faults.map((fault) => `FAULT  ${fault}`), ...(faults.length === 0 ? ['OK'] : [])];
  return { words: `${lines.join('\n')}\n`, code: faults.length === 0 ? 0 : 1 };
}
