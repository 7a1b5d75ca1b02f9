import type { Command } from 'commander';

/** The options of every command that asks a shop. */
export function withReachOptions(command: Command): Command {
  return command
    .option('--url <url>', 'ask this server')
    .option('--token <token>', 'of a caller the server knows (default: ORCHARD_TOKEN)')
    .option('--data-dir <folder>', 'the data folder (default: ORCHARD_DATA_DIR or ./data)')
    .option('--shop <id>', 'the shop, when the folder is opened here', 'demo')
    .option('--json', 'print what the server answers', false);
}
