/** Members of the demo mall, two of each tier; anyone else buys as a guest. */
export const DEMO_CUSTOMERS = [
  { customer: 'c_silver_1', tier: 'silver' },
  { customer: 'c_silver_2', tier: 'silver' },
  { customer: 'c_gold_1', tier: 'gold' },
  { customer: 'c_gold_2', tier: 'gold' },
  { customer: 'c_diamond_1', tier: 'diamond' },
  { customer: 'c_diamond_2', tier: 'diamond' },
] as const;
