import type { Infer, Shape } from '../kernel/shape.js';
import type { Level, Terms } from './offer.js';

/** One fault of a definition: where (a JSON pointer below the terms), what, and what would be right. */
export interface Fault {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

/** Names the sentence needs and only the caller knows; ids stand for themselves. */
export type Language = 'zh' | 'en';

/** The type of a benefit of a known shape; of any kind, the doors have checked what nobody here can name. */
export type BenefitOf<S extends Shape> = Shape extends S ? unknown : Infer<S>;

/**
 * What a kind of promotion is, for people and for drafting; its folder under kinds/ also holds its calculation.
 * A new kind is one folder and one line in kinds/registry.ts.
 */
export interface KindDefinition<S extends Shape = Shape> {
  readonly kind: string;
  readonly name: Readonly<Record<Language, string>>;
  readonly lane: number;
  readonly level: Level;
  /** The shape of its benefit. */
  readonly benefit: S;
  /** Faults a shape cannot say: a ladder that does not rise, a step that gives more than it asks … */
  readonly faults: (terms: Terms<BenefitOf<S>>) => readonly Fault[];
  /** The benefit in words: `满100元减20元`. */
  readonly sentence: (benefit: BenefitOf<S>, language: Language) => string;
}
