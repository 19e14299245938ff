import { expect, it } from 'vitest';
import { listChunks, mergeWindows, type Window } from './merge-windows';

type Thing = { id: string; from: string; to: string; room: string };

const thing = (id: string, from: string, to: string, room = '1'): Thing => ({ id, from, to, room });
const window = (readAt: string, from: string, to: string, things: Thing[]): Window<Thing> => ({
  readAt,
  from,
  to,
  things,
});

it('a thing that two windows have is shown once, as it was read last', () => {
  const merged = mergeWindows([
    window('2', '2030-01-10', '2030-01-20', [thing('a', '2030-01-08', '2030-01-12', 'new')]),
    window('1', '2030-01-01', '2030-01-10', [thing('a', '2030-01-08', '2030-01-12', 'old')]),
  ]);
  expect(merged).toEqual([thing('a', '2030-01-08', '2030-01-12', 'new')]);
});

it('what an older window has in the days of a newer one that no longer has it is gone', () => {
  const merged = mergeWindows([
    window('1', '2030-01-01', '2030-01-10', [
      thing('gone', '2030-01-08', '2030-01-12'),
      thing('before', '2030-01-02', '2030-01-04'),
    ]),
    window('2', '2030-01-10', '2030-01-20', []),
  ]);
  expect(merged.map(({ id }) => id)).toEqual(['before']);
});

it('chunks cover all days and begin at the same days everywhere', () => {
  const chunks = listChunks('2030-01-05', '2030-03-01');
  expect(chunks[0]).toBeLessThanOrEqual(Date.parse('2030-01-05') / 86_400_000);
  expect((chunks.at(-1) ?? 0) + 28).toBeGreaterThanOrEqual(Date.parse('2030-03-01') / 86_400_000);
  expect(listChunks('2030-01-06', '2030-03-01')).toEqual(chunks);
});
