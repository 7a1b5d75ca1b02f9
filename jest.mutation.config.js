import base from './jest.config.js';

/** The fast tests of kernel and pricing; those that try thousands of cases would run for every mutant. */
export default {
  ...base,
  testMatch: [
    '<rootDir>/tests/domain/kernel/**/*.test.ts',
    '<rootDir>/tests/domain/pricing/**/*.test.ts',
    '<rootDir>/tests/oracle/differential.test.ts',
  ],
  testPathIgnorePatterns: ['/node_modules/', 'bestForCustomer', 'laws', 'offerIndex', 'sameBytes', 'upperBounds'],
};
