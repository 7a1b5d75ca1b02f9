import { z } from 'zod';
import { end, pause, publish, resume, stop } from '../../domain/promotion/decisions.js';
import type { PromotionEvent } from '../../domain/promotion/events.js';
import type { Promotion } from '../../domain/promotion/state.js';
import type { Command } from '../command.js';
import { localId, reason } from '../messageFields.js';
import { aboutPromotions } from './aboutPromotions.js';

const withReason = z.strictObject({ promotion: localId, reason });
const reasonOptional = z.strictObject({ promotion: localId, reason: reason.optional() });

type LifeCommand<Message> = Command<Message, Promotion, PromotionEvent>;
type WithReason = z.infer<typeof withReason>;
type ReasonOptional = z.infer<typeof reasonOptional>;

/** Puts a draft in force, within its schedule. */
export const publishPromotion: LifeCommand<WithReason> = {
  ...aboutPromotions,
  name: 'publish-promotion',
  message: withReason,
  decide: (state, { reason }, at) => publish(state, reason, { at }),
};

/** Takes it out of force until it is resumed. */
export const pausePromotion: LifeCommand<ReasonOptional> = {
  ...aboutPromotions,
  name: 'pause-promotion',
  message: reasonOptional,
  decide: (state, { reason }) => pause(state, reason),
};

/** Puts a paused one in force again. */
export const resumePromotion: LifeCommand<ReasonOptional> = {
  ...aboutPromotions,
  name: 'resume-promotion',
  message: reasonOptional,
  decide: (state, { reason }) => resume(state, reason),
};

/** Ends it for good; quotes given before stand. */
export const endPromotion: LifeCommand<WithReason> = {
  ...aboutPromotions,
  name: 'end-promotion',
  message: withReason,
  decide: (state, { reason }) => end(state, reason),
};

/** Emergency stop: ends it for good, and quotes with it that are not yet orders are void. */
export const stopPromotion: LifeCommand<WithReason> = {
  ...aboutPromotions,
  name: 'stop-promotion',
  message: withReason,
  decide: (state, { reason }) => stop(state, reason),
};
