import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hash,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SealKey } from '../../commands/proof/sealBook.js';

/** A key that is not there, or is none of Ed25519. */
export class SealKeyUnusable extends Error {
  override readonly name = 'SealKeyUnusable';
}

export interface KeyFiles {
  /** PEM of the private key, wherever it is kept. Default: in the folder. */
  readonly signing?: string | undefined;
  /** PEM of the public key that seals must bear. Default: that of the signing key named, or the one in the folder. */
  readonly trusted?: string | undefined;
}

const PRIVATE = 'seal-key.pem';
const PUBLIC = 'seal-key.pub.pem';

/** The key of a folder of proofs, or undefined where nothing was sealed yet and none is named. @throws SealKeyUnusable */
export function sealKey(folder: string, { signing, trusted }: KeyFiles = {}): SealKey | undefined {
  const privateFile = signing ?? join(folder, PRIVATE);
  const publicFile = trusted ?? (signing === undefined ? join(folder, PUBLIC) : undefined);
  if (publicFile === undefined) return keyOf(createPublicKey(privateKeyIn(privateFile)), privateFile);
  if (trusted === undefined && !existsSync(publicFile)) return undefined;
  return keyOf(
    ed25519(publicFile, (pem) => createPublicKey(pem)),
    privateFile,
  );
}

/** Makes a key in a folder that has none. */
export function makeSealKey(folder: string): SealKey {
  mkdirSync(folder, { recursive: true });
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(join(folder, PRIVATE), privateKey.export({ type: 'pkcs8', format: 'pem' }), {
    mode: 0o600,
    flag: 'wx',
  });
  writeFileSync(join(folder, PUBLIC), publicKey.export({ type: 'spki', format: 'pem' }), { flag: 'wx' });
  return keyOf(publicKey, join(folder, PRIVATE));
}

function keyOf(publicKey: KeyObject, privateFile: string): SealKey {
  const fingerprint = fingerprintOf(publicKey);
  let privateKey: KeyObject | undefined;
  return {
    fingerprint,
    signed: (text, signature) => verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64')),
    sign: (text) => {
      privateKey ??= privateKeyIn(privateFile);
      if (fingerprintOf(createPublicKey(privateKey)) !== fingerprint) {
        throw new SealKeyUnusable(`${privateFile} is not the private half of the key ${fingerprint}`);
      }
      return sign(null, Buffer.from(text), privateKey).toString('base64');
    },
  };
}

function fingerprintOf(publicKey: KeyObject): string {
  return hash('sha256', publicKey.export({ type: 'spki', format: 'der' }), 'hex');
}

function privateKeyIn(file: string): KeyObject {
  return ed25519(file, (pem) => createPrivateKey(pem));
}

function ed25519(file: string, read: (pem: string) => KeyObject): KeyObject {
  try {
    const key = read(readFileSync(file, 'utf8'));
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new SealKeyUnusable(`there is no key in ${file}`);
  }
  throw new SealKeyUnusable(`${file} holds no Ed25519 key in PEM`);
}
