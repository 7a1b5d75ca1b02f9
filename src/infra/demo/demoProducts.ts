import type { Fen } from '../../domain/kernel/money.js';
import type { SaleUnit } from '../../domain/product/events.js';

interface DemoProduct {
  readonly sku: string;
  readonly name: string;
  readonly soldBy: SaleUnit;
  readonly unitPrice: Fen;
  readonly originalPrice?: Fen;
  readonly floorPrice: Fen;
  readonly categories: string[];
  readonly tags: string[];
}

type More = { readonly was?: Fen; readonly tags?: string[] };

/** What the demo mall sells. Prices in fen, of a piece or of 500 g; the floor is about what the goods cost the mall. */
export const DEMO_PRODUCTS: readonly DemoProduct[] = [
  weighed('fuji_apple', '烟台红富士苹果', 898, 520, ['apple', 'local'], { tags: ['hot'] }),
  weighed('gala_apple', '新西兰加力果', 1380, 880, ['apple', 'imported']),
  weighed('huaniu_apple', '天水花牛苹果', 798, 480, ['apple', 'local']),
  weighed('crown_pear', '赵县皇冠梨', 598, 350, ['pear', 'local']),
  weighed('korla_pear', '库尔勒香梨', 1080, 680, ['pear', 'local']),
  weighed('gannan_navel', '赣南脐橙', 780, 450, ['citrus', 'local'], { tags: ['hot'] }),
  weighed('sunkist_orange', '新奇士橙', 1680, 1080, ['citrus', 'imported']),
  weighed('orah_mandarin', '广西沃柑', 880, 500, ['citrus', 'local']),
  weighed('sugar_tangerine', '广西砂糖橘', 680, 380, ['citrus', 'local']),
  piece('honey_pomelo', '平和蜜柚', 1990, 1180, ['citrus', 'local']),
  piece('anyue_lemon', '安岳柠檬', 250, 130, ['citrus', 'local']),
  piece('grapefruit', '南非西柚', 890, 560, ['citrus', 'imported']),
  weighed('banana', '菲律宾香蕉', 498, 230, ['tropical', 'imported'], { tags: ['hot'] }),
  weighed('tainong_mango', '百色台农芒果', 1180, 690, ['tropical', 'local']),
  weighed('red_pitaya', '越南红心火龙果', 1380, 850, ['tropical', 'imported']),
  weighed('monthong_durian', '泰国金枕榴莲', 2990, 2150, ['tropical', 'imported'], { tags: ['hot'] }),
  weighed('mangosteen', '泰国山竹', 2280, 1500, ['tropical', 'imported']),
  weighed('longan', '泰国龙眼', 1580, 980, ['tropical', 'imported']),
  weighed('feizixiao_lychee', '妃子笑荔枝', 1880, 1100, ['tropical', 'local']),
  piece('xuwen_pineapple', '徐闻菠萝', 990, 520, ['tropical', 'local']),
  piece('young_coconut', '泰国椰青', 1290, 780, ['tropical', 'imported']),
  piece('avocado', '墨西哥牛油果', 790, 480, ['tropical', 'imported']),
  piece('gold_kiwi', '佳沛阳光金果', 890, 590, ['kiwi', 'imported'], { tags: ['hot'] }),
  piece('cuixiang_kiwi', '陕西翠香猕猴桃', 350, 190, ['kiwi', 'local']),
  weighed('cherry_jj', '智利车厘子 JJ 级', 6990, 4600, ['berry', 'imported'], { was: 7990, tags: ['hot'] }),
  piece('blueberry_box', '云南蓝莓 125 克盒装', 1990, 950, ['berry', 'local']),
  piece('raspberry_box', '双色树莓 125 克盒装', 2490, 1200, ['berry', 'local']),
  weighed('hongyan_strawberry', '丹东红颜草莓', 3980, 2400, ['berry', 'local'], { tags: ['fragile'] }),
  weighed('shine_muscat', '阳光玫瑰葡萄', 2580, 1480, ['grape', 'local'], { was: 3280 }),
  weighed('kyoho_grape', '巨峰葡萄', 1280, 760, ['grape', 'local']),
  weighed('red_globe', '智利红提', 1980, 1250, ['grape', 'imported']),
  weighed('kirin_watermelon', '宁夏麒麟西瓜', 398, 210, ['melon', 'local']),
  weighed('hami_melon', '新疆哈密瓜', 698, 400, ['melon', 'local']),
  weighed('yangjiao_melon', '羊角蜜甜瓜', 780, 450, ['melon', 'local']),
  weighed('yangshan_peach', '阳山水蜜桃', 1680, 1000, ['stone_fruit', 'local'], { tags: ['fragile'] }),
  weighed('nectarine', '中油油桃', 980, 560, ['stone_fruit', 'local']),
  weighed('black_plum', '智利黑布林', 1880, 1150, ['stone_fruit', 'imported']),
  weighed('huili_pomegranate', '会理石榴', 1380, 800, ['pomegranate', 'local']),
  weighed('fuping_persimmon', '富平甜柿', 780, 430, ['persimmon', 'local']),
  weighed('winter_jujube', '大荔冬枣', 1480, 860, ['jujube', 'local']),
  piece('fruit_cup', '当日鲜切水果杯', 1590, 790, ['fresh_cut', 'local'], { tags: ['same_day'] }),
  piece('apple_gift_box', '红富士礼盒 12 枚', 8800, 6200, ['gift_box', 'local']),
  piece('season_gift_box', '四季鲜果礼盒', 16800, 11900, ['gift_box', 'local']),
  piece('cherry_gift_box', '车厘子礼盒 2 公斤', 29900, 22000, ['gift_box', 'imported'], { tags: ['hot'] }),
];

function weighed(sku: string, name: string, price: Fen, floor: Fen, categories: string[], more?: More): DemoProduct {
  return product('weight', sku, name, price, floor, categories, more);
}

function piece(sku: string, name: string, price: Fen, floor: Fen, categories: string[], more?: More): DemoProduct {
  return product('piece', sku, name, price, floor, categories, more);
}

function product(
  soldBy: SaleUnit,
  sku: string,
  name: string,
  unitPrice: Fen,
  floorPrice: Fen,
  categories: string[],
  { was, tags = [] }: More = {},
): DemoProduct {
  return {
    sku,
    name,
    soldBy,
    unitPrice,
    floorPrice,
    categories,
    tags,
    ...(was !== undefined && { originalPrice: was }),
  };
}
