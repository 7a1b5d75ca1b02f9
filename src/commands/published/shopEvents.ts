import { open, type PublishedEvent, published, reason } from './publishedEvent.js';

export const SHOP_EVENTS: Readonly<Record<string, PublishedEvent>> = {
  'shop-policies-set': published(
    null,
    'shop-policies-set',
    'How the shop prices where honest shops differ; what is not named has its default.',
    { policies: open, reason },
  ),
};
