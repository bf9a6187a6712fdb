import { expect, test } from 'vitest';
import { isReadOnTheWay } from './address';

test.each([
  ['file:/data/claimdesk.db', false],
  ['postgresql://desk@localhost/desk', false],
  ['postgresql://desk@127.0.0.1:5432/desk', false],
  ['postgresql://desk@[::1]/desk', false],
  ['postgresql://desk@/desk?host=/run/postgresql', false],
  ['postgresql://desk@db.example/desk', true],
  ['postgresql://desk@db.example/desk?sslmode=require', true],
  ['postgresql://desk@db.example/desk?sslmode=verify-full', false],
  ['postgresql://desk@10.0.0.7/desk?sslmode=disable', true],
])('whether somebody between desk and database could read along: %s', (address, expected) => {
  expect(isReadOnTheWay(address)).toBe(expected);
});
