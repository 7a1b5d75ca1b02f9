/** An answer, whatever carries it. */
export interface ApiResponse {
  readonly status: number;
  readonly contentType: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Texts that follow, for as long as they come and the signal does not abort. */
  readonly stream?: (gone: AbortSignal) => AsyncIterable<string>;
}

export const JSON_TYPE = 'application/json; charset=utf-8';

export function jsonAnswer(
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): ApiResponse {
  return { status, contentType: JSON_TYPE, headers, text: JSON.stringify(value) };
}
