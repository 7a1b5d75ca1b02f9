import { expect, test } from '@jest/globals';
import type { Aggregate, DomainEvent } from '../src/domain/kernel/decider.js';
import { Rejection } from '../src/domain/kernel/rejection.js';
import { deciderSpecification } from './deciderSpecification.js';

type Lit = DomainEvent<'lamp-lit', { readonly watts: number }>;
const lamp: Aggregate<number, Lit> = { category: 'lamp', initial: 0, evolve: (_, event) => event.data.watts };
const { given } = deciderSpecification(lamp);

const lit = (watts: number): Lit => ({ type: 'lamp-lit', data: { watts } });

test('a decision that gives its events only once is accepted', () => {
  given()
    .when((watts) => (watts === 7 ? [] : [lit(7)]))
    .then(lit(7));
});

test('a decision that gives its events again is caught', () => {
  const again = () =>
    given()
      .when(() => [lit(7)])
      .then(lit(7));
  expect(again).toThrow(/askedAgain/);
});

test('a decision with other events than expected is caught', () => {
  const other = () =>
    given(lit(3))
      .when((watts) => (watts === 7 ? [] : [lit(7)]))
      .then(lit(5));
  expect(other).toThrow();
});

test('a decision that gives something where nothing was expected is caught', () => {
  const something = () =>
    given()
      .when(() => [lit(7)])
      .thenNothing();
  expect(something).toThrow();
});

test('a decision that is not rejected, or for another reason, or by a fault of the code, is caught', () => {
  const reject = (decide: () => readonly Lit[]) => () => given().when(decide).thenRejected('LAMP_BROKEN');
  expect(reject(() => [lit(7)])).toThrow(/was not rejected/);
  expect(
    reject(() => {
      throw new Rejection('LAMP_MISSING', 'There is no lamp.');
    }),
  ).toThrow();
  expect(
    reject(() => {
      throw new TypeError('a fault');
    }),
  ).toThrow(TypeError);
});
