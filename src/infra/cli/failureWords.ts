import { Rejection } from '../../domain/kernel/rejection.js';

interface Fault {
  readonly pointer?: string;
  readonly message?: string;
  readonly detail?: string;
}

/** What went wrong, in one line: every fault of a refused basket, or the error's own sentence. */
export function failureWords(error: unknown): string {
  if (error instanceof Rejection && Array.isArray(error.facts['errors'])) {
    return (error.facts['errors'] as Fault[]).map(faultWords).join(' ');
  }
  return error instanceof Error ? error.message : String(error);
}

function faultWords({ pointer, message, detail }: Fault): string {
  return `${pointer ? `${pointer}: ` : ''}${message ?? detail ?? ''}`;
}
