import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { catalogueSchema } from '../../../src/commands/catalogue/catalogue.js';
import { writeCatalogue } from '../../../src/commands/catalogue/writeCatalogue.js';
import { START, type StoredEvent } from '../../../src/commands/eventStore.js';
import { priceNow } from '../../../src/commands/quote/giveQuote.js';
import { openInMemory, type RunningOrchard } from '../../../src/infra/bootstrap/runningOrchard.js';
import { DEMO_SHOP, demoCatalogue } from '../../../src/infra/demo/demoShop.js';
import { DEMO_AUTHOR, writeDemoShop } from '../../../src/infra/demo/writeDemoShop.js';

let orchard: RunningOrchard;

beforeEach(async () => {
  orchard = await openInMemory();
});

afterEach(() => orchard.close());

const write = () => writeDemoShop(orchard.deps, orchard.terms);
const log = (): Promise<readonly StoredEvent[]> => orchard.store.readAll(START, 10_000);

describe('the demo shop', () => {
  test('sells some forty fruits by piece and by weight, and offers all six kinds of the brief', () => {
    const kinds = demoCatalogue.promotions.map(({ terms }) => terms.kind);
    expect(demoCatalogue.products.length).toBeGreaterThanOrEqual(40);
    expect(new Set(demoCatalogue.products.map(({ soldBy }) => soldBy))).toEqual(new Set(['piece', 'weight']));
    expect(new Set(kinds)).toEqual(
      new Set([
        ...['spend-threshold', 'percentage', 'nth-item', 'buy-x-get-y', 'flash-sale', 'member-price'],
        'free-shipping',
      ]),
    );
    expect(demoCatalogue.promotions.filter(({ publish }) => publish !== undefined).length).toBeGreaterThanOrEqual(12);
    expect(demoCatalogue.promotions.filter(({ publish }) => publish === undefined)).toHaveLength(1);
  });

  test('names only goods it sells in its promotions', () => {
    const sold = new Set(demoCatalogue.products.map(({ sku }) => sku));
    const categories = new Set(demoCatalogue.products.flatMap((product) => product.categories));
    for (const { terms } of demoCatalogue.promotions) {
      expect(terms.scope.skus?.filter((sku) => !sold.has(sku)) ?? []).toEqual([]);
      expect(terms.scope.categories?.filter((category) => !categories.has(category)) ?? []).toEqual([]);
    }
  });

  test('asks every floor below its price', () => {
    for (const { sku, unitPrice, floorPrice } of demoCatalogue.products) {
      expect([sku, floorPrice !== null && floorPrice < unitPrice]).toEqual([sku, true]);
    }
  });

  test('written into an empty log, prices a basket', async () => {
    await orchard.deps.view.reached((await write())!);
    const lines = [{ id: '1', sku: 'fuji_apple', grams: 3000 }];
    const { quote } = priceNow(orchard.deps, DEMO_SHOP, { lines }, orchard.deps.machine.now());
    expect(quote).toMatchObject({ list: 5388, discount: 898, pay: 4490 });
    expect(quote.applied.map(({ offer }) => offer)).toEqual(['apple_5_get_1']);
  });

  test('written twice, changes nothing', async () => {
    await write();
    const before = await log();
    expect(await write()).toBeNull();
    expect(await log()).toEqual(before);
  });

  test('half written, is finished by writing again', async () => {
    const catalogue = catalogueSchema(orchard.terms).parse(demoCatalogue);
    const half = { ...catalogue, promotions: catalogue.promotions.slice(0, 3) };
    await writeCatalogue(orchard.deps, orchard.terms, half, { shop: DEMO_SHOP, actor: DEMO_AUTHOR });
    const before = await log();
    await write();
    const after = await log();
    expect(after.slice(0, before.length)).toEqual(before);
    expect(new Set(after.map(({ stream }) => stream)).size).toBe(
      1 + demoCatalogue.products.length + demoCatalogue.customers.length + demoCatalogue.promotions.length,
    );
  });

  test('leaves a log alone that someone else began', async () => {
    const actor = { principal: 'someone', role: 'operator' } as const;
    const { products } = demoCatalogue;
    await writeCatalogue(
      orchard.deps,
      orchard.terms,
      { products: products.slice(0, 1), customers: [], promotions: [] },
      { shop: DEMO_SHOP, actor },
    );
    const before = await log();
    expect(await write()).toBeNull();
    expect(await log()).toEqual(before);
  });

  test('stays as people changed it', async () => {
    await write();
    const [product] = demoCatalogue.products;
    const actor = { principal: 'someone', role: 'operator' } as const;
    const dearer = { products: [{ ...product!, unitPrice: 999 }], customers: [], promotions: [] };
    const position = await writeCatalogue(orchard.deps, orchard.terms, dearer, { shop: DEMO_SHOP, actor });
    expect(await write()).toBeNull();
    expect(await orchard.store.head()).toBe(position);
  });
});
