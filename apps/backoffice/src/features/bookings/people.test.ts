import { expect, it } from 'vitest';
import { joinNames, readPeople } from './people';

const was = [
  { id: '1', name: 'Tom', isChild: false },
  { id: '2', name: 'Mia', isChild: true },
  { id: '3', name: 'Ann', isChild: false },
];

it('names stand one a line, adults and children apart', () => {
  expect(joinNames(was, { isChild: false })).toBe('Tom\nAnn');
  expect(joinNames(was, { isChild: true })).toBe('Mia');
});

it.each([
  ['the same names', 'Tom\nAnn', 'Mia', ['1 Tom', '3 Ann', '2 Mia']],
  ['another order', 'Ann\nTom', 'Mia', ['3 Ann', '1 Tom', '2 Mia']],
  ['a name that was mended', 'Thomas\nAnn', 'Mia', ['1 Thomas', '3 Ann', '2 Mia']],
  ['a child that is an adult now', 'Tom\nAnn\nMia', '', ['1 Tom', '3 Ann', '2 Mia']],
  ['one more and one less', 'Ann\nBea\nCid', '', ['3 Ann', '1 Bea', 'new Cid']],
  ['nobody', ' \n\n', '', []],
  ['two of one name', 'Tom\nTom', 'Mia', ['1 Tom', '3 Tom', '2 Mia']],
])('%s: who is the same person keeps the id', (_, adults, children, expected) => {
  expect(readPeople(was, { adults, children }).map(({ id = 'new', name }) => `${id} ${name}`)).toEqual(
    expected,
  );
});
