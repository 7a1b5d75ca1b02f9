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
