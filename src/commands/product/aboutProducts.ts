import { productAggregate } from '../../domain/product/stream.js';

/** What all commands about products have in common. */
export const aboutProducts = {
  roles: ['operator'],
  aggregate: productAggregate,
  target: ({ sku }: { readonly sku: string }) => sku,
} as const;
