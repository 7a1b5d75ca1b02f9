/** Holds the data folder it is given and says so, until it is killed. Runs on the built code. */
import { DataFolderLock } from '../../dist/infra/sqlite/dataFolderLock.js';

const lock = DataFolderLock.hold(process.argv[2], { url: '', startedAt: '2026-11-22T12:00:00.000Z' });
lock.announce('http://127.0.0.1:4321');
process.stdout.write('held\n');
setInterval(() => lock, 1_000_000);
