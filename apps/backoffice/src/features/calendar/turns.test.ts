import { beforeEach, expect, test, vi } from 'vitest';
import { frameWeight, waitForTurn } from './turns';

const frames: FrameRequestCallback[] = [];
vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => frames.push(callback));
const paint = () => {
  for (const callback of frames.splice(0)) {
    callback(0);
  }
};

let done: string[];
const wait = (name: string, weight: number) => waitForTurn(weight, () => done.push(name));

beforeEach(() => {
  while (frames.length > 0) {
    paint();
  }
  done = [];
});

test('a frame takes as many turns as it has the weight for, the newest first', () => {
  wait('row', frameWeight);
  wait('first', frameWeight / 2);
  wait('second', frameWeight / 2);
  wait('newest row', frameWeight);
  expect(done).toEqual([]);
  paint();
  expect(done).toEqual(['newest row']);
  paint();
  expect(done).toEqual(['newest row', 'second', 'first']);
  paint();
  expect(done).toEqual(['newest row', 'second', 'first', 'row']);
  expect(frames).toEqual([]);
});

test('a turn that is taken back does not come, and what waits after it does', () => {
  const takeBack = wait('gone', frameWeight);
  wait('next', 1);
  takeBack();
  paint();
  expect(done).toEqual(['next']);
});

test('after all turns are taken, another one comes with a frame of its own', () => {
  wait('one', 1);
  paint();
  wait('two', 1);
  paint();
  expect(done).toEqual(['one', 'two']);
});
