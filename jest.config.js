// Jest runs CommonJS made by swc; these packages ship ES modules only and pass through swc too.
const esmOnly = [
  'inversify',
  '@inversifyjs',
  'uuid',
  'temporal-polyfill',
  'temporal-utils',
  'openapi-fetch',
  'hyparquet',
  'hyparquet-writer',
];

export default {
  testEnvironment: 'node',
  maxWorkers: '100%',
  // A busy machine takes its time; what hangs is still found.
  testTimeout: 30_000,
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/.stryker-tmp', '<rootDir>/dist'],
  extensionsToTreatAsEsm: [],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.(t|j|mj)s$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json', 'node'],
};
