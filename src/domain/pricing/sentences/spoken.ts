import { type Fen, formatYuan } from '../../kernel/money.js';
import { formatFold, formatPercent } from '../../kernel/rate.js';
import { formatWeight } from '../../kernel/weight.js';
import type { Language } from '../kind.js';

/** `2000` → `20元` / `¥20`; `1250` → `12.50元` / `¥12.50`. */
export function spokenMoney(fen: Fen, language: Language): string {
  const yuan = formatYuan(fen).replace(/\.00$/, '');
  return language === 'zh' ? `${yuan}元` : `¥${yuan}`;
}

/** `2000` → `8折` / `20 % off`. */
export function spokenRate(percentOffBp: number, language: Language): string {
  if (percentOffBp === 10_000) return language === 'zh' ? '免费' : 'free';
  return language === 'zh' ? formatFold(percentOffBp) : `${formatPercent(percentOffBp)} off`;
}

export function spokenPieces(pieces: number, language: Language): string {
  if (language === 'zh') return `${pieces}件`;
  return pieces === 1 ? '1 piece' : `${pieces} pieces`;
}

/** Pieces or weight, whichever is given. */
export function spokenSize(size: { readonly quantity?: number; readonly grams?: number }, language: Language): string {
  return size.grams !== undefined ? formatWeight(size.grams, language) : spokenPieces(size.quantity ?? 0, language);
}
