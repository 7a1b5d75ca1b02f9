import type { Language } from '../../domain/pricing/kind.js';
import { spokenMoney, spokenRate } from '../../domain/pricing/sentences/spoken.js';
import type { FieldChange } from './changesBetween.js';

type Said = Readonly<Record<Language, string>>;

/** Fields by the last name of their pointer. What is not here is called what it is called. */
const NAMES: Readonly<Record<string, Said>> = {
  status: { zh: '状态', en: 'status' },
  name: { zh: '名称', en: 'name' },
  kind: { zh: '类型', en: 'kind' },
  scope: { zh: '范围', en: 'scope' },
  benefit: { zh: '优惠', en: 'benefit' },
  ladder: { zh: '阶梯', en: 'ladder' },
  schedule: { zh: '时间', en: 'schedule' },
  from: { zh: '开始', en: 'from' },
  until: { zh: '结束', en: 'until' },
  limits: { zh: '名额', en: 'limits' },
  stacking: { zh: '叠加', en: 'stacking' },
  priority: { zh: '优先级', en: 'priority' },
  audience: { zh: '人群', en: 'audience' },
  channels: { zh: '渠道', en: 'channels' },
  cap: { zh: '封顶', en: 'cap' },
  price: { zh: '价格', en: 'price' },
  amountOff: { zh: '立减', en: 'amount off' },
  percentOffBp: { zh: '折扣', en: 'rate' },
  budget: { zh: '预算', en: 'budget' },
  soldBy: { zh: '售卖单位', en: 'sold by' },
  listed: { zh: '在售', en: 'for sale' },
  unitPrice: { zh: '单价', en: 'unit price' },
  originalPrice: { zh: '原价', en: 'original price' },
  floorPrice: { zh: '底价', en: 'floor price' },
  categories: { zh: '分类', en: 'categories' },
  tags: { zh: '标签', en: 'tags' },
  tier: { zh: '会员等级', en: 'tier' },
  quote: { zh: '报价', en: 'quote' },
  customer: { zh: '顾客', en: 'customer' },
  payment: { zh: '付款', en: 'payment' },
  pay: { zh: '应付', en: 'to pay' },
  refunded: { zh: '已退', en: 'refunded' },
  debt: { zh: '欠款', en: 'debt' },
  compensated: { zh: '已补偿', en: 'compensated' },
  unit: { zh: '计量', en: 'unit' },
  total: { zh: '总量', en: 'total' },
  held: { zh: '已占用', en: 'held' },
  confirmed: { zh: '已确认', en: 'confirmed' },
  perCustomer: { zh: '每人', en: 'per customer' },
};

const MONEY: ReadonlySet<string> = new Set([
  'unitPrice',
  'originalPrice',
  'floorPrice',
  'price',
  'cap',
  'budget',
  'amountOff',
  'minAmount',
  'pay',
  'refunded',
  'debt',
  'compensated',
  'amountOver',
]);
const STATUS_ZH: Readonly<Record<string, string>> = {
  draft: '草稿',
  published: '已发布',
  paused: '已暂停',
  ended: '已结束',
  stopped: '已紧急停止',
};
/** Longer than this, a value is in the JSON for whoever wants it. */
const MOST = 120;

/** A change in words: `单价 12.80元 → 11.80元`. */
export function spokenChange({ field, before, after }: FieldChange, language: Language): string {
  const name = field.split('/').at(-1)!;
  const called = NAMES[name]?.[language] ?? field.slice(1).replaceAll('/', '.');
  const was = spokenValue(name, before, language);
  const is = spokenValue(name, after, language);
  return before === null ? `${called} ${is}` : `${called} ${was} → ${is}`;
}

function spokenValue(name: string, value: unknown, language: Language): string {
  if (value === null) return language === 'zh' ? '无' : 'none';
  if (typeof value === 'number' && MONEY.has(name)) return spokenMoney(value, language);
  if (typeof value === 'number' && name === 'percentOffBp') return spokenRate(value, language);
  if (typeof value === 'boolean') return language === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no';
  if (name === 'status' && language === 'zh') return STATUS_ZH[String(value)] ?? String(value);
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) return value.join(', ') || '–';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.length > MOST ? `${text.slice(0, MOST)}…` : text;
}
