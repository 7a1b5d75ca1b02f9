import { LOOKED_UP, RULES } from '../../projections/pricing/pricingStep.js';

/** Of how records are written here; with the versions of the read models it names what a release can read. */
const SHAPE = 1;

/** The keys of the pricing views. Braces keep them on one node of a cluster. Releases that write otherwise have others. */
export class Keys {
  readonly #stem: string;
  readonly checkpoint: string;
  /** Every key but the checkpoint, so that all can be deleted at once. */
  readonly all: string;
  /** Shop → version of its rules. */
  readonly rules: string;
  readonly lost: string;
  readonly keeper: string;

  constructor(prefix: string) {
    const versions = [...RULES, ...LOOKED_UP].map(({ version }) => version).join('.');
    this.#stem = `${prefix}:{pricing}:${SHAPE}.${versions}`;
    this.checkpoint = `${this.#stem}:checkpoint`;
    this.all = `${this.#stem}:all`;
    this.rules = `${this.#stem}:rules`;
    this.lost = `${this.#stem}:lost`;
    this.keeper = `${this.#stem}:keeper`;
  }

  rows = (category: string, shop: string): string => `${this.#stem}:rows:${category}:${shop}`;

  counts = (shop: string): string => `${this.#stem}:counts:${shop}`;

  blob = (shop: string, version: string): string => `${this.#stem}:rules:${shop}:${version}`;
}

/** Where processes tell what they price with; releases understand each other here. */
export function processKeys(prefix: string) {
  return { all: `${prefix}:{pricing}:processes`, one: (id: string): string => `${prefix}:{pricing}:process:${id}` };
}
