import { type Infer, record } from '../../../kernel/shape.js';
import { LANES } from '../../offer.js';
import { defineKind } from '../defineKind.js';
import { calculation1 } from './calculation1.js';

const benefit = record({});

export type FreeShipping = Infer<typeof benefit>;

/** 包邮: the delivery fee is waived. */
export const freeShipping = defineKind({
  definition: {
    kind: 'free-shipping',
    name: { zh: '包邮', en: 'Free delivery' },
    lane: LANES.delivery,
    level: 'order',
    benefit,
    faults: () => [],
    sentence: (_benefit, language) => (language === 'zh' ? '包邮' : 'free delivery'),
  },
  levels: ['order'],
  versions: { 1: calculation1 },
  waivesDelivery: true,
});
