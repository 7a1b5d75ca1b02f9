import { cycles } from './cycles.js';
import { impurities } from './impurities.js';
import { importsOnly, inFolder, infraFolder, type Rule } from './rule.js';

const DOMAIN = 'src/domain/';
const COMMANDS = 'src/commands/';
const PROJECTIONS = 'src/projections/';
const INFRA = 'src/infra/';
const ROOMS = [DOMAIN, COMMANDS, PROJECTIONS, INFRA];
/** Words of a name that say nothing of what is inside. */
const EMPTY_WORD = /^(utils?|helpers?|managers?|common|misc|stuff)$/;
/** Folders of infra that are ways in: they choose who does what, so they may import the others, and nobody them. */
const WAYS_IN = ['bootstrap', 'golden', 'verifier'];
/** No product, but what SQL databases share: each of them may import it. */
const SHARED_SQL = { folder: 'sql', by: ['sqlite', 'postgres'] };

/** The house of DESIGN §3, one rule after the other. */
export const HOUSE_RULES: readonly Rule[] = [
  {
    name: 'every file is in domain, commands, projections or a folder of infra',
    faults: inFolder('src/', ({ path }) =>
      ROOMS.some((room) => path.startsWith(room)) && !(path.startsWith(INFRA) && !infraFolder(path))
        ? []
        : ['is in no room'],
    ),
    planted: [{ 'src/main.ts': '' }, { 'src/infra/loose.ts': '' }, { 'src/services/pricing.ts': '' }],
  },
  {
    name: 'the domain imports only the domain and decimal.js',
    faults: inFolder(DOMAIN, importsOnly([DOMAIN], ['decimal.js'])),
    planted: [
      { 'src/domain/kernel/planted.ts': "import { execute } from '../../commands/execute.js';" },
      { 'src/domain/kernel/planted.ts': "import type { Outcome } from '../../commands/execute.js';" },
      { 'src/domain/kernel/planted.ts': "import { createHash } from 'node:crypto';" },
      { 'src/domain/kernel/planted.ts': "export { z } from 'zod';" },
      { 'src/domain/kernel/planted.ts': "export const late = () => import('uuid');" },
    ],
  },
  {
    name: 'the domain has no clock, chance, environment, locale or waiting',
    faults: inFolder(DOMAIN, impurities),
    planted: [
      'export const now = Date.now();',
      'export const now = new Date();',
      'export const now = Date();',
      'export const chance = Math.random();',
      'export async function later() {}',
      'export const later = async () => 1;',
      'export const later = Promise.resolve(1);',
      'export const zone = process.env["TZ"];',
      'export const zone = Intl.DateTimeFormat();',
      'export const sorted = ["b", "a"].sort((a, b) => a.localeCompare(b));',
      'export const hash = globalThis.crypto;',
      'setTimeout(() => {}, 1);',
      'console.log(1);',
    ].map((text) => ({ 'src/domain/kernel/planted.ts': text })),
  },
  {
    name: 'commands import only domain, commands, zod and uuid',
    faults: inFolder(COMMANDS, importsOnly([DOMAIN, COMMANDS], ['zod', 'uuid'])),
    planted: [
      { 'src/commands/planted.ts': "import { rebuild } from '../projections/rebuild.js';" },
      { 'src/commands/planted.ts': "import type { Database } from '../infra/sqlite/database.js';" },
      { 'src/commands/planted.ts': "import { readFileSync } from 'node:fs';" },
    ],
  },
  {
    name: 'projections import only domain, commands and projections',
    faults: inFolder(PROJECTIONS, importsOnly([DOMAIN, COMMANDS, PROJECTIONS], [])),
    planted: [
      { 'src/projections/planted.ts': "import { SqlViewStore } from '../infra/sql/sqlViewStore.js';" },
      { 'src/projections/planted.ts': "import { z } from 'zod';" },
    ],
  },
  {
    name: 'folders of infra never import each other, but for the ways in and the SQL that databases share',
    faults: inFolder(INFRA, ({ path, files }) => {
      const own = infraFolder(path);
      const shared = (file: string) => infraFolder(file) === SHARED_SQL.folder && SHARED_SQL.by.includes(own!);
      const allowed = (file: string) =>
        shared(file) || (WAYS_IN.includes(own!) && !WAYS_IN.includes(infraFolder(file)!));
      return files
        .filter((file) => file.startsWith(INFRA) && infraFolder(file) !== own && !allowed(file))
        .map((file) => `imports ${file}`);
    }),
    planted: [
      { 'src/infra/http/planted.ts': "import { openDatabase } from '../sqlite/database.js';" },
      { 'src/infra/http/planted.ts': "import type { RunningOrchard } from '../bootstrap/runningOrchard.js';" },
      { 'src/infra/bootstrap/planted.ts': "import { readGoldenCase } from '../golden/readGoldenCase.js';" },
      { 'src/infra/redis/planted.ts': "import { InProcessBus } from '../memory/inProcessBus.js';" },
      { 'src/infra/sql/planted.ts': "import { openDatabase } from '../sqlite/database.js';" },
      { 'src/infra/postgres/planted.ts': "import { openDatabase } from '../sqlite/database.js';" },
      { 'src/infra/redis/planted.ts': "import { placeOf } from '../sql/logPlaces.js';" },
    ],
  },
  {
    name: 'only bootstrap knows inversify',
    faults: inFolder('src/', ({ path, packages }) =>
      path.startsWith('src/infra/bootstrap/') ? [] : packages.filter((name) => /inversify|reflect-metadata/.test(name)),
    ),
    planted: [
      { 'src/infra/http/planted.ts': "import { Container } from 'inversify';" },
      { 'src/infra/http/planted.ts': "import type { Container } from 'inversify';" },
      { 'src/infra/cli/planted.ts': "import 'reflect-metadata';" },
    ],
  },
  {
    name: 'every name says what is inside',
    faults: inFolder('src/', ({ path }) => emptyWords(path).map((word) => `is called ${word}`)),
    planted: [
      { 'src/domain/kernel/utils.ts': '' },
      { 'src/commands/promotionHelpers.ts': '' },
      { 'src/infra/common/planted.ts': '' },
      { 'src/infra/http/index.ts': '' },
      { 'src/projections/viewManager.ts': '' },
    ],
  },
  {
    name: 'no imports go in a circle',
    faults: cycles,
    planted: [
      {
        'src/domain/kernel/chicken.ts': "import { egg } from './egg.js';",
        'src/domain/kernel/egg.ts': "import { type Chicken, chicken } from './chicken.js';",
      },
      { 'src/domain/kernel/self.ts': "export * from './self.js';" },
    ],
  },
];

function emptyWords(path: string): readonly string[] {
  const words = path
    .replace(/\.ts$/, '')
    .split('/')
    .slice(1)
    .flatMap((part) => part.split(/(?=[A-Z])|[-_.]/));
  const empty = words.filter((word) => EMPTY_WORD.test(word.toLowerCase()));
  return path.endsWith('/index.ts') ? [...empty, 'index'] : empty;
}
