import { expect, test } from 'vitest';
import { createQueue } from './create-queue';

test('a queue runs one task at a time, in order, and a failed task does not affect the next', async () => {
  const runInTurn = createQueue();
  const seen: string[] = [];
  const run = (name: string) => async () => {
    seen.push(`${name} begins`);
    await Promise.resolve();
    seen.push(`${name} ends`);
    if (name === 'b') {
      throw new Error('b failed');
    }
    return name;
  };
  const results = await Promise.allSettled(['a', 'b', 'c'].map((name) => runInTurn(run(name))));
  expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});
