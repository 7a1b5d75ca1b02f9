import { hash } from 'node:crypto';
import type { Sha256 } from '../../domain/proof/sha256.js';

export const sha256: Sha256 = (...parts) => hash('sha256', Buffer.concat(parts), 'buffer');
