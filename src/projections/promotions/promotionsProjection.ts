import { type Promotion, statusOf, termsOf } from '../../domain/promotion/state.js';
import { promotionAggregate } from '../../domain/promotion/stream.js';
import type { Projection } from '../projection.js';
import { promotionEntry } from '../search/searchEntry.js';
import { searchTable } from '../search/searchTable.js';
import { snapshotOf } from '../snapshotOf.js';
import { promotionGoods } from './promotionGoods.js';
import { promotionRules } from './promotionRules.js';
import { STATUS_NUMBERS, TYPE_NUMBERS } from './typeNumbers.js';

/** Which promotions there are, in what state, and what they say: the three tables of the brief (SEED S22). */
export const promotionsProjection: Projection<Promotion> = {
  name: 'promotions',
  version: 2,
  category: promotionAggregate.category,
  evolve: snapshotOf(promotionAggregate),
  table: {
    name: 'promotion',
    columns: {
      name: 'text',
      kind: 'text',
      type: 'integer',
      start_time: 'text',
      end_time: 'text',
      status: 'integer',
      create_time: 'text',
    },
    records: ({ document }) => {
      const terms = termsOf(document)!;
      return [
        {
          name: terms.name,
          kind: terms.kind,
          type: TYPE_NUMBERS[terms.kind] ?? null,
          start_time: terms.schedule?.from ?? null,
          end_time: terms.schedule?.until ?? null,
          status: STATUS_NUMBERS[statusOf(document)!],
          create_time: document.status[0]!.from,
        },
      ];
    },
  },
  details: [
    {
      name: 'promotion_rule',
      columns: {
        promotion_id: 'text',
        rule_type: 'text',
        threshold: 'integer',
        discount_type: 'text',
        discount_value: 'integer',
        gift_sku_id: 'text',
      },
      records: ({ id, document }) => promotionRules(termsOf(document)!).map((rule) => ({ promotion_id: id, ...rule })),
    },
    {
      name: 'promotion_goods',
      columns: { promotion_id: 'text', sku_id: 'text', category: 'text', is_main: 'integer' },
      records: ({ id, document }) =>
        promotionGoods(termsOf(document)!).map((goods) => ({ promotion_id: id, ...goods })),
    },
    searchTable('promotion', promotionEntry),
  ],
};
