import { trialRedis } from '../infra/redis/trialRedis.js';
import { describeServer } from '../servers/describeServer.js';
import { pricingViewsContract } from './pricingViewsContract.js';

describeServer('redis', 'pricing views on Redis', (url) => {
  pricingViewsContract('RedisPricingViews', async () => trialRedis(url));
});
