import { AppendTooLarge, StoreUnavailable } from '../../../commands/eventStore.js';
import { UnknownEvent } from '../../../commands/storedEvents.js';
import { Rejection } from '../../../domain/kernel/rejection.js';
import type { Fault } from '../../../domain/pricing/kind.js';
import { Problem } from './problem.js';
import { isProblemCode, problemEntry } from './problemTable.js';

/** The problem an error is to its caller. Whatever is not foreseen is a fault of ours, and says nothing of the inside. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof Rejection) return rejected(error, isProblemCode(error.code) ? error.code : 'REFUSED');
  if (error instanceof StoreUnavailable) return new Problem('STORE_UNAVAILABLE', 'The log cannot be reached just now.');
  if (error instanceof AppendTooLarge) return new Problem('EVENT_TOO_LARGE', 'This is too much to record as one fact.');
  if (error instanceof UnknownEvent) {
    return new Problem('NEWER_DATA', 'A newer version of Orchard changed this; this one does not understand it.');
  }
  return new Problem('INTERNAL_FAULT', 'Something is broken here; it was logged under the requestId.');
}

function rejected(rejection: Rejection, code: Problem['code']): Problem {
  const { errors, ...facts } = rejection.facts;
  const below = problemEntry(code).faultsBelow ?? '';
  return new Problem(code, rejection.message, {
    ...(Array.isArray(errors) && { errors: (errors as Fault[]).map((fault) => requestFault(fault, below)) }),
    ...(Object.keys(facts).length > 0 && { facts }),
  });
}

function requestFault({ pointer, code, message }: Fault, below: string) {
  return { pointer: below + pointer, code, detail: message };
}
