import { fen, grams, instant, json, own, ownJson, pieces, said, text } from './column.js';
import { type ExportedTable, LINE_NUMBER, linesOf, NO_ITEMS, ORIGIN, shortType } from './exportedTable.js';

export const QUOTES_TABLE: ExportedTable = {
  name: 'quotes',
  zh: '报价，每行一个',
  en: 'quotes, a row each',
  columns: [
    ...ORIGIN,
    text('quote', '报价编号', 'id of the quote', own('quote')),
    text('customer', '客户编号（匿名）', 'opaque id of the customer', own('customer')),
    text('channel', '渠道', 'channel', own('channel')),
    instant('at', '计价时刻（UTC）', 'priced as of (UTC)', own('at')),
    instant('valid_until', '有效期至（UTC）', 'promised until (UTC)', own('validUntil')),
    text('currency', '币种', 'currency', own('currency')),
    fen('list', '原价合计', 'list price of all lines', own('list')),
    fen('discount', '优惠合计', 'discount on all lines', own('discount')),
    fen('delivery', '运费（优惠后）', 'delivery to pay', own('delivery')),
    fen('pay', '应付，含运费', 'to pay, delivery included', own('pay')),
    json('gave', '每个活动的优惠：活动编号→分', 'given by each promotion: id to fen', ownJson('gave')),
  ],
  itemsOf: ({ type, data }) => (shortType(type) === 'quote-given' ? [data] : NO_ITEMS),
};

export const QUOTE_LINES_TABLE: ExportedTable = {
  name: 'quote_lines',
  zh: '报价的商品行',
  en: 'lines of quotes',
  columns: [
    ...ORIGIN,
    text('quote', '报价编号', 'id of the quote', said('quote')),
    LINE_NUMBER,
    text('line', '行编号', 'id of the line', own('id')),
    text('sku', '商品', 'SKU', own('sku')),
    pieces('quantity', '件数；按重量卖的为空', 'pieces; empty for what is sold by weight', own('quantity')),
    grams('grams', '克数；按件卖的为空', 'grams; empty for what is sold by the piece', own('grams')),
    fen('pay', '该行应付', 'to pay for the line', own('pay')),
  ],
  itemsOf: (event) => (shortType(event.type) === 'quote-given' ? linesOf(event) : NO_ITEMS),
};
