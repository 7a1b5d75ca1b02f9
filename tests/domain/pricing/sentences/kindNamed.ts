import type { KindDefinition } from '../../../../src/domain/pricing/kind.js';
import { KINDS } from '../../../../src/domain/pricing/kinds/registry.js';

export function kindNamed(name: string): KindDefinition {
  const kind = KINDS.find(({ kind }) => kind === name);
  if (!kind) throw new RangeError(`no kind is called ${name}`);
  return kind;
}
