import { SqliteTrialTables } from '../projections/trialTables.js';
import { searchContract } from './searchContract.js';
import { searchedTables } from './searchedTables.js';

searchContract('SQLite', async () => searchedTables(new SqliteTrialTables()));
