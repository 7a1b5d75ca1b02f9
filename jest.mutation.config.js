import base from './jest.config.js';

/** Fast tests only: those that try thousands of cases would run for every mutant. The kernel answers for itself. */
const pricing = [
  '<rootDir>/tests/domain/kernel/**/*.test.ts',
  '<rootDir>/tests/domain/pricing/**/*.test.ts',
  '<rootDir>/tests/oracle/differential.test.ts',
];
const kernel = ['<rootDir>/tests/domain/kernel/**/*.test.ts'];

export default {
  ...base,
  testMatch: process.env.MUTATION_OF === 'kernel' ? kernel : pricing,
  testPathIgnorePatterns: ['/node_modules/', 'bestForCustomer', 'laws', 'offerIndex', 'sameBytes', 'upperBounds'],
};
