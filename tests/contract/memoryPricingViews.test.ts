import { MemoryPricingViews } from '../../src/infra/memory/memoryPricingViews.js';
import { pricingViewsContract } from './pricingViewsContract.js';

pricingViewsContract('MemoryPricingViews', async () => ({ views: new MemoryPricingViews(), close: async () => {} }));
