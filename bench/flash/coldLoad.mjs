// Prints how many milliseconds the allowance in a file takes to load in a process that did nothing before.
import { loadCold } from './inProcess.mjs';

console.log(await loadCold(process.argv[2]));
