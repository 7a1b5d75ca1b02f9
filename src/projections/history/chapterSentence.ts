import type { Language } from '../../domain/pricing/kind.js';
import type { Chapter } from './chronicle.js';
import { spokenChange } from './spokenChange.js';

type Said = Readonly<Record<Language, string>>;

const HAPPENED: Readonly<Record<string, Said>> = {
  'promotion-drafted': { zh: '起草', en: 'drafted it' },
  'promotion-revised': { zh: '修改', en: 'revised it' },
  'promotion-published': { zh: '发布', en: 'published it' },
  'promotion-paused': { zh: '暂停', en: 'paused it' },
  'promotion-resumed': { zh: '恢复', en: 'resumed it' },
  'promotion-ended': { zh: '结束', en: 'ended it' },
  'promotion-stopped': { zh: '紧急停止', en: 'stopped it in an emergency' },
  'product-listed': { zh: '上架', en: 'listed it' },
  'product-renamed': { zh: '改名', en: 'renamed it' },
  'product-repriced': { zh: '改价', en: 'repriced it' },
  'product-floor-set': { zh: '设底价', en: 'set its floor' },
  'product-categorised': { zh: '改分类', en: 'categorised it' },
  'product-delisted': { zh: '下架', en: 'delisted it' },
  'customer-registered': { zh: '登记', en: 'registered it' },
  'customer-tier-set': { zh: '设等级', en: 'set its tier' },
  'shop-policies-set': { zh: '设政策', en: 'set the policies' },
  'backtest-run': { zh: '回测', en: 'ran it over past orders' },
  'log-exported': { zh: '导出', en: 'exported it as files' },
  'allowance-opened': { zh: '开放名额', en: 'opened it' },
  'allowance-adjusted': { zh: '调整名额', en: 'adjusted it' },
  'allowance-held': { zh: '占用', en: 'held a part of it' },
  'hold-resized': { zh: '改占用量', en: 'resized a hold' },
  'hold-confirmed': { zh: '确认占用', en: 'confirmed a hold' },
  'hold-released': { zh: '释放占用', en: 'released a hold' },
  'hold-expired': { zh: '占用到期', en: 'let a hold end' },
  'hold-cancelled': { zh: '撤销占用', en: 'cancelled a hold' },
  'order-placing': { zh: '下单', en: 'asked for it' },
  'order-placed': { zh: '占妥名额', en: 'placed it' },
  'order-refused': { zh: '未能下单', en: 'could not place it' },
  'order-changing': { zh: '申请改单', en: 'asked to change it' },
  'order-changed': { zh: '改单', en: 'changed it' },
  'order-change-refused': { zh: '未能改单', en: 'could not change it' },
  'line-repriced': { zh: '改价', en: 'priced a line by hand' },
  'order-paid': { zh: '付款', en: 'paid it' },
  'order-cancelled': { zh: '取消', en: 'cancelled it' },
  'order-expired': { zh: '超时关闭', en: 'let it expire' },
  'order-retaking': { zh: '逾期付款，重新占用名额', en: 'paid late: takes everything again' },
  'payment-refused': { zh: '付款未被接受', en: 'had the payment refused' },
  'lines-returned': { zh: '退货', en: 'returned goods' },
  'lines-weighed': { zh: '称重', en: 'weighed goods' },
  'order-compensated': { zh: '更正价格并补偿', en: 'compensated it for a corrected price' },
  'holds-confirmed': { zh: '确认名额', en: 'confirmed what it holds' },
  'holds-released': { zh: '释放名额', en: 'released what it held' },
  'holds-retaken': { zh: '重新占用名额', en: 'took again what it had lost' },
};

/** Whether a type has words: a test asks it of every type a chronicle may hold. */
export function hasWords(type: string): boolean {
  return Object.hasOwn(HAPPENED, type);
}

/** A chapter in words: who did what, what changed from what to what, from when, and why. */
export function chapterSentence(chapter: Chapter, language: Language): string {
  const { by, happened, changes, why, at, effectiveFrom } = chapter;
  const zh = language === 'zh';
  const did = [...new Set(happened)].map((type) => HAPPENED[type]?.[language] ?? type).join(zh ? '、' : ', ');
  const who = zh ? `${by.principal}（${by.role}）${did}` : `${by.principal} (${by.role}) ${did}`;
  const what = changes.map((change) => spokenChange(change, language)).join(zh ? '；' : '; ');
  const parts = [
    what === '' ? who : `${who}${zh ? '：' : ': '}${what}`,
    ...(effectiveFrom === at ? [] : [zh ? `自${effectiveFrom}起生效` : `holding from ${effectiveFrom}`]),
    ...(why === null ? [] : [zh ? `原因：${why}` : `because: ${why}`]),
  ];
  return parts.join(zh ? '；' : '; ');
}
