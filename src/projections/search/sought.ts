/**
 * How text is made comparable, for every search adapter alike, so that each finds the same: letters are small and of
 * one width, and a text is its words with one space before each.
 */

/** Scripts that write no spaces: a word may begin anywhere in them. */
const UNSPACED = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}';
const HAS_UNSPACED = new RegExp(`[${UNSPACED}]`, 'u');
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}_.]+/u;
/** Where a part of a word begins by which it is found too: 100 in spend_100_20 and in 满100减20. */
const PART = new RegExp(`(?<=[${UNSPACED}_.])(?=[\\p{L}\\p{N}])(?![${UNSPACED}])`, 'gu');
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

/** Small letters of one width: ｆｕｊｉ and Fuji are fuji. */
export function plainText(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

/** The text that needles are looked for in. */
export function haystackOf(texts: readonly string[]): string {
  const words = texts.flatMap(wordsOf);
  return [...new Set(words.flatMap((word) => [word, ...partsOf(word)]))].map((word) => ` ${word}`).join('');
}

/**
 * What a haystack must contain, all of it, to be found: Chinese anywhere (苹果 in 红富士苹果), other words from where
 * a word or a part of one begins. Empty: the query has no letter and no digit.
 */
export function needlesOf(query: string): readonly string[] {
  return [...new Set(wordsOf(query).map((word) => (HAS_UNSPACED.test(word) ? word : ` ${word}`)))];
}

function wordsOf(text: string): string[] {
  return plainText(text)
    .split(BETWEEN_WORDS)
    .filter((word) => SAYS_SOMETHING.test(word));
}

function partsOf(word: string): string[] {
  return [...word.matchAll(PART)].map(({ index }) => word.slice(index));
}
