import { Rejection } from '../../src/domain/kernel/rejection.js';

/** The rejection a command ends with; an error of another sort passes through. */
export async function rejectionOf(work: Promise<unknown>): Promise<Rejection> {
  try {
    const outcome = await work;
    throw new Error(`was not rejected but gave ${JSON.stringify(outcome)}`);
  } catch (error) {
    if (error instanceof Rejection) return error;
    throw error;
  }
}
