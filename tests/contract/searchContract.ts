import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { StoredEvent } from '../../src/commands/eventStore.js';
import type { DomainEvent } from '../../src/domain/kernel/decider.js';
import type { PromotionTerms } from '../../src/domain/promotion/events.js';
import type { Search, SearchQuery } from '../../src/projections/search/search.js';
import { logOf } from '../projections/sampleLog.js';

/** A search of a test's own. */
export interface TrialSearch {
  readonly search: Search;
  /** Makes it know these events; they come once, in order. */
  readonly take: (events: readonly StoredEvent[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

type Happened = readonly [stream: string, event: DomainEvent];

function product(stream: string, name: string, categories: readonly string[] = [], tags: readonly string[] = []) {
  const listed: Happened = [stream, { type: 'product-listed', data: { name, soldBy: 'piece' } }];
  const priced: Happened = [stream, { type: 'product-repriced', data: { unitPrice: 1_000 } }];
  const grouped: Happened = [stream, { type: 'product-categorised', data: { categories, tags } }];
  return [listed, priced, grouped];
}

function promotion(stream: string, name: string, terms: Partial<PromotionTerms> = {}): Happened[] {
  const whole = { name, kind: 'fixed-amount', benefit: { amountOff: 1 }, scope: { store: true }, ...terms };
  return [[stream, { type: 'promotion-drafted', data: { terms: whole } }]];
}

const LOG = logOf(
  ...product('product-demo.fuji_gift', '红富士苹果礼盒', ['apple', 'gift'], ['seasonal']),
  ...product('product-demo.apple_juice', 'Ａｐｐｌｅ Juice 1L', ['juice']),
  ...product('product-demo.gala', '嘎啦苹果', ['apple']),
  ...product('product-demo.kiwi_100', '猕猴桃100%原浆', ['kiwi']),
  ...product('product-demo.kiwixyz', '黄金奇异果', ['kiwi']),
  ...product('product-other.fuji', '别家的苹果', ['apple']),
  ...promotion('promotion-demo.apple_day', '苹果日', { scope: { categories: ['apple'] } }),
  ...promotion('promotion-demo.spend_100_20', '满100减20', { kind: 'spend-threshold' }),
  ['promotion-demo.spend_100_20', { type: 'promotion-published', data: { reason: '大促' } }],
  ['product-demo.gala', { type: 'product-delisted', data: { reason: '季节已过' } }],
);

/** What every search must find. @param open a search that knows nothing yet */
export function searchContract(name: string, open: () => Promise<TrialSearch>): void {
  describe(`search on ${name}`, () => {
    let trial: TrialSearch;
    beforeAll(async () => {
      trial = await open();
      await trial.take(LOG);
    });
    afterAll(() => trial.close());

    async function found(text: string, more: Partial<SearchQuery> = {}): Promise<string[]> {
      return (await trial.search.find({ shop: 'demo', text, limit: 50, ...more })).map(({ id }) => id);
    }

    test.each<[string, string, readonly string[]]>([
      ['a word inside a name', '苹果', ['apple_day', 'fuji_gift', 'gala']],
      ['how a name begins', '红富', ['fuji_gift']],
      ['one character', '猕', ['kiwi_100']],
      ['all of a name', '红富士苹果礼盒', ['fuji_gift']],
      ['several words, wherever they are', '礼盒 苹果', ['fuji_gift']],
      ['Chinese and another word', '苹果 gift', ['fuji_gift']],
      ['the beginning of an id', 'kiwi_1', ['kiwi_100']],
      ['_ as itself, not any character', 'kiwi_', ['kiwi_100']],
      ['the beginning of a word, in any letters and width', 'ＡPPL', ['apple_day', 'apple_juice', 'fuji_gift', 'gala']],
      ['a category', 'juice', ['apple_juice']],
      ['a tag', 'season', ['fuji_gift']],
      ['a number in Chinese', '100', ['kiwi_100', 'spend_100_20']],
      ['a number with Chinese around it', '满100', ['spend_100_20']],
      ['nothing from within a word', 'pple', []],
      ['nothing by characters that are apart', '红苹', []],
      ['nothing unless all words are there', '苹果 juice', []],
      ['nothing by _ in place of another character', 'kiwi_x', []],
    ])('finds %s: %s', async (_, text, expected) => {
      expect(await found(text)).toEqual(expected);
    });

    test('puts ids that begin so first, then names, then all others', async () => {
      const all = await trial.search.find({ shop: 'demo', text: 'apple', limit: 50 });
      expect(all.map(({ id, fit }) => [id, fit])).toEqual([
        ['apple_day', 0],
        ['apple_juice', 0],
        ['fuji_gift', 2],
        ['gala', 2],
      ]);
      const named = await trial.search.find({ shop: 'demo', text: '苹果', limit: 50 });
      expect(named[0]).toMatchObject({ id: 'apple_day', fit: 1 });
    });

    test('shows what it found', async () => {
      const [gift] = await trial.search.find({ shop: 'demo', text: '红富', limit: 1 });
      const { type, name: called, kind, status, categories } = gift!;
      expect({ type, called, kind, status, categories }).toEqual({
        type: 'product',
        called: '红富士苹果礼盒',
        kind: null,
        status: 'listed',
        categories: ['apple', 'gift'],
      });
      const [spend] = await trial.search.find({ shop: 'demo', text: 'spend', limit: 1 });
      expect(spend).toMatchObject({ type: 'promotion', kind: 'spend-threshold', status: 'published' });
    });

    test.each<[string, Partial<SearchQuery>, readonly string[]]>([
      ['products', { type: 'product' }, ['fuji_gift', 'gala']],
      ['promotions', { type: 'promotion' }, ['apple_day']],
      ['promotions of a kind', { kind: 'spend-threshold' }, []],
      ['drafts', { status: 'draft' }, ['apple_day']],
      ['what is for sale', { status: 'listed' }, ['fuji_gift']],
      ['what is off sale', { status: 'delisted' }, ['gala']],
      ['a whole category, and what is for it', { category: 'apple' }, ['apple_day', 'fuji_gift', 'gala']],
      ['no part of a category', { category: 'app' }, []],
      ['another shop', { shop: 'other' }, ['fuji']],
      ['a shop without any', { shop: 'none' }, []],
    ])('keeps to %s', async (_, filters, expected) => {
      expect(await found('苹果', filters)).toEqual(expected);
    });

    test('goes on after a place, to the end, in the same order', async () => {
      const whole = await trial.search.find({ shop: 'demo', text: 'apple', limit: 50 });
      const paged: string[] = [];
      for (let after = whole[0]; after; ) {
        paged.push(after.id);
        [after] = await trial.search.find({ shop: 'demo', text: 'apple', limit: 1, after });
      }
      expect(paged).toEqual(whole.map(({ id }) => id));
    });
  });
}
