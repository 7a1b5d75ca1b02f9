import { fen, flag, grams, json, own, ownJson, pieces, said, text } from './column.js';
import { type ExportedTable, LINE_NUMBER, linesOf, NO_ITEMS, ORIGIN, shortType } from './exportedTable.js';

const ORDER = text('order', '订单编号', 'id of the order', (_, { subject }) => subject.slice('order/'.length));

/** What an order went through. Its rows never change: the state of an order is what its last step says. */
export const ORDER_STEPS_TABLE: ExportedTable = {
  name: 'order_steps',
  zh: '订单经历的每一步，每行一步；订单现状以位置最后的一步为准',
  en: 'each step of an order, a row each; the last step by position says how an order stands',
  columns: [
    ...ORIGIN,
    ORDER,
    text(
      'step',
      '步骤：order-placing、order-paid、lines-returned 等',
      'step: order-placing, order-paid, lines-returned …',
      (_, { type }) => shortType(type),
    ),
    text('customer', '客户编号（匿名）', 'opaque id of the customer', own('customer')),
    text('quote', '所依据的报价', 'the quote it rests on', own('quote')),
    fen('delivery', '运费', 'delivery to pay', own('delivery')),
    fen(
      'pay',
      '应付或实付，含运费；改价时为该行的新价',
      'to pay or paid, delivery included; of a repricing, the new price of the line',
      own('pay'),
    ),
    json('gave', '每个活动的优惠：活动编号→分', 'given by each promotion: id to fen', ownJson('gave')),
    text('payment', '支付编号', 'id of the payment', own('payment')),
    flag('late', '是否逾期后付款', 'paid after it had expired', own('late')),
    fen('refund', '应退', 'goes back', own('refund')),
    fen('payout', '退货称重时支付给客户', 'paid out when goods were returned or weighed', own('payout')),
    fen('debt', '客户欠款', 'owed by the customer', own('debt')),
    text('return', '退货编号', 'id of the return', own('return')),
    text('code', '拒绝代码', 'code of a refusal', own('code')),
    text('reason', '原因', 'why, in the words of who did it', own('reason')),
  ],
  itemsOf: ({ subject, data }) => (subject.startsWith('order/') ? [data] : NO_ITEMS),
};

const PROMISES = ['order-placing', 'order-changing'];

export const ORDER_LINES_TABLE: ExportedTable = {
  name: 'order_lines',
  zh: '下单或改单时承诺的商品行（按 position 与 order_steps 对应）',
  en: 'lines as promised when an order was asked for or to be changed (joined to order_steps by position)',
  columns: [
    ...ORIGIN,
    ORDER,
    LINE_NUMBER,
    text('line', '行编号', 'id of the line', own('id')),
    text('sku', '商品', 'SKU', own('sku')),
    pieces('quantity', '件数；按重量卖的为空', 'pieces; empty for what is sold by weight', own('quantity')),
    grams('grams', '克数；按件卖的为空', 'grams; empty for what is sold by the piece', own('grams')),
    fen('list', '该行原价', 'list price of the line', own('list')),
    fen('pay', '该行应付', 'to pay for the line', own('pay')),
    json(
      'shares',
      '每个活动对该行的优惠：活动编号→分',
      'what each promotion took off the line: id to fen',
      ownJson('shares'),
    ),
  ],
  itemsOf: (event) => (PROMISES.includes(shortType(event.type)) ? linesOf(event) : NO_ITEMS),
};

export const RETURN_LINES_TABLE: ExportedTable = {
  name: 'return_lines',
  zh: '退回的商品行（按 position 与 order_steps 对应）',
  en: 'lines that came back (joined to order_steps by position)',
  columns: [
    ...ORIGIN,
    ORDER,
    text('return', '退货编号', 'id of the return', said('return')),
    LINE_NUMBER,
    text('line', '行编号', 'id of the line', own('line')),
    pieces('quantity', '退回件数', 'pieces that came back', own('quantity')),
    grams('grams', '退回克数', 'grams that came back', own('grams')),
    fen('paid', '退回部分的实付价', 'what had been paid for what came back', own('paid')),
  ],
  itemsOf: (event) => (shortType(event.type) === 'lines-returned' ? linesOf(event) : NO_ITEMS),
};
