import { verify } from './verify.js';

const { words, code } = await verify(process.argv.slice(2));
process.stdout.write(words);
process.exitCode = code;
