import type { Command } from 'commander';

export interface AsOfOption {
  readonly asOf?: string;
}

/** The option of every command that can look back. */
export function withAsOf(command: Command): Command {
  return command.option('--as-of <when>', 'as it was then: an instant, or position:12345 (default: now)');
}

/** What to ask for. */
export function asOfIn({ asOf }: AsOfOption): { 'as-of'?: string } {
  return asOf === undefined ? {} : { 'as-of': asOf };
}
