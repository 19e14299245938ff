import { expect, test } from 'vitest';
import { createFairQueue, QueueIsFull } from './create-fair-queue.ts';

/** Runs tasks, named by their group and number, of which each goes on until it is ended here. */
function makeQueue(limits = { perGroup: 3, inTotal: 6 }) {
  const runInTurn = createFairQueue(limits);
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const add = (name: string) =>
    runInTurn(name.slice(0, 1), async () => {
      begun.push(name);
      await new Promise<void>((resolve) => ends.set(name, resolve));
    });
  const endOne = async () => {
    ends.get(begun.at(-1) ?? '')?.();
    // The next task begins in a later microtask.
    await new Promise(setImmediate);
  };
  return { add, endOne, begun };
}

test('tasks run one at a time, and the groups take turns, however many tasks one of them has', async () => {
  const { add, endOne, begun } = makeQueue();
  const all = ['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'c1'].map(add);
  for (let done = 1; done <= all.length; done += 1) {
    await new Promise(setImmediate);
    expect(begun).toHaveLength(done);
    await endOne();
  }
  await Promise.all(all);
  expect(begun).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2', 'a4']);
});

test('a group that has as many tasks waiting as it may is refused, and another group is not', async () => {
  const { add, endOne, begun } = makeQueue();
  const waiting = ['a1', 'a2', 'a3', 'a4', 'b1'].map(add);
  await expect(add('a5')).rejects.toBeInstanceOf(QueueIsFull);
  for (const _ of waiting) {
    await new Promise(setImmediate);
    await endOne();
  }
  await Promise.all(waiting);
  expect(begun).not.toContain('a5');
});

test('when as many tasks wait as may in total, every group is refused until one has ended', async () => {
  const { add, endOne } = makeQueue({ perGroup: 3, inTotal: 2 });
  const waiting = ['a1', 'b1', 'c1'].map(add);
  await expect(add('d1')).rejects.toBeInstanceOf(QueueIsFull);
  await endOne();
  waiting.push(add('d2'));
  for (const _ of waiting) {
    await endOne();
  }
  await Promise.all(waiting);
});

test('a failed task does not affect the next', async () => {
  const runInTurn = createFairQueue({ perGroup: 1, inTotal: 1 });
  const failing = runInTurn('a', () => Promise.reject(new Error('a failed')));
  const next = runInTurn('a', async () => 'b');
  await expect(failing).rejects.toThrow('a failed');
  expect(await next).toBe('b');
});
