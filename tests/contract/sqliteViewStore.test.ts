import { SqliteTrialTables } from '../projections/trialTables.js';
import { rebuildContract } from './rebuildContract.js';
import { viewStoreContract } from './viewStoreContract.js';

viewStoreContract('SQLite', async () => new SqliteTrialTables(), { shared: false });
rebuildContract('SQLite', async () => new SqliteTrialTables());
