import { z } from 'zod';
import { allowanceId, holdId, newAllowanceId } from '../../../commands/allowance/allowanceFields.js';

/** The part of a path that names an allowance that may be new. */
export const newAllowanceParams = z.strictObject({ id: newAllowanceId });

/** The part of a path that names an allowance. */
export const allowanceParams = z.strictObject({ id: allowanceId });

/** The parts of a path that name one hold of an allowance. */
export const holdParams = z.strictObject({ id: allowanceId, hold: holdId });
