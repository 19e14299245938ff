// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

type SheetHistory = typeof import('./sheet-history');

// happy-dom has no session history. Like a browser's, this one traverses some time after `go` is called.
let entries: unknown[] = [null];
let at = 0;
let pushSheet: SheetHistory['pushSheet'];
let writeSheetDepth: SheetHistory['writeSheetDepth'];
let pendingTraversals: number[] = [];

Object.defineProperty(window.history, 'state', { get: () => entries[at] });
vi.spyOn(window.history, 'pushState').mockImplementation((state) => {
  entries = [...entries.slice(0, at + 1), state];
  at += 1;
});
vi.spyOn(window.history, 'replaceState').mockImplementation((state) => {
  entries[at] = state;
});
vi.spyOn(window.history, 'go').mockImplementation((delta = 0) => void pendingTraversals.push(delta));
const listening = vi.spyOn(window, 'addEventListener');

function traverse(delta: number): void {
  at += delta;
  window.dispatchEvent(new PopStateEvent('popstate', { state: entries[at] }));
}
const pressBack = () => traverse(-1);
function finishTraversals(): void {
  for (const delta of pendingTraversals.splice(0)) {
    traverse(delta);
  }
}
/** Runs timers and traversals until none is left. */
function settle(): void {
  vi.runAllTimers();
  finishTraversals();
  vi.runAllTimers();
}

async function load(startEntries: unknown[] = [null]): Promise<void> {
  [entries, at, pendingTraversals] = [startEntries, startEntries.length - 1, []];
  vi.resetModules();
  ({ pushSheet, writeSheetDepth } = await import('./sheet-history'));
}

beforeEach(async () => {
  vi.useFakeTimers();
  await load();
});
afterEach(() => {
  vi.useRealTimers();
  // Each test imports the module again, which adds a listener of its own.
  for (const [type, listener, options] of listening.mock.calls) {
    window.removeEventListener(type, listener, options);
  }
});

test('the back button closes the sheet on top, and only that one', () => {
  const closed: string[] = [];
  const leaveCart = pushSheet(() => closed.push('cart'));
  const leaveVerify = pushSheet(() => closed.push('verify'));
  expect(at).toBe(2);
  pressBack();
  expect(closed).toEqual(['verify']);
  leaveVerify();
  pressBack();
  expect(closed).toEqual(['verify', 'cart']);
  leaveCart();
  settle();
  expect(at).toBe(0);
});

test('a sheet closed by its button leaves no history entry behind', () => {
  const leave = pushSheet(() => undefined);
  leave();
  settle();
  expect(at).toBe(0);
});

test('a sheet that opens in place of another takes over its history entry', () => {
  pushSheet(() => undefined)();
  const leaveOrders = pushSheet(() => undefined);
  settle();
  expect([at, entries.length]).toEqual([1, 2]);
  leaveOrders();
  settle();
  expect(at).toBe(0);
});

test('a sheet opened during a history traversal stays open and gets an entry of its own', () => {
  const close = vi.fn();
  pushSheet(() => undefined)();
  vi.runAllTimers();
  expect(pendingTraversals).toEqual([-1]);
  const leave = pushSheet(close);
  settle();
  expect(close).not.toHaveBeenCalled();
  expect(at).toBe(1);
  pressBack();
  expect(close).toHaveBeenCalledTimes(1);
  leave();
  settle();
  expect(at).toBe(0);
});

test('history entries of the page itself do not change the number of sheets', () => {
  pushSheet(() => undefined)();
  settle();
  const close = vi.fn();
  window.history.pushState(null, '', '#wifi');
  window.dispatchEvent(new PopStateEvent('popstate', { state: null }));
  const leave = pushSheet(close);
  expect(at).toBe(2);
  pressBack();
  expect(close).toHaveBeenCalledTimes(1);
  leave();
  settle();
  expect(at).toBe(1);
});

test('after a router refresh wiped the history entry, the back button still closes only the top sheet', () => {
  const closed: string[] = [];
  pushSheet(() => closed.push('cart'));
  entries[at] = { router: 'refreshed' };
  const leaveVerify = pushSheet(() => closed.push('verify'));
  pressBack();
  expect(closed).toEqual(['verify']);
  leaveVerify();
  entries[at] = { router: 'refreshed' };
  writeSheetDepth();
  expect(entries[at]).toEqual({ sheets: 1 });
});

test('an effect that the router runs as the guest goes back does not keep the sheet open', () => {
  const router = () => writeSheetDepth();
  window.addEventListener('popstate', router);
  const close = vi.fn();
  const leave = pushSheet(close);
  pressBack();
  expect(close).toHaveBeenCalledTimes(1);
  expect(entries[at]).toBeNull();
  leave();
});

test('a sheet reuses the history entry that a reload left behind', async () => {
  await load([null, { sheets: 1 }]);
  const leave = pushSheet(() => undefined);
  expect(at).toBe(1);
  leave();
  settle();
  expect(at).toBe(0);
});

test('the back button, pressed while the entry of a closed sheet is removed, closes the sheet under it', () => {
  const closed: string[] = [];
  const leaveCart = pushSheet(() => closed.push('cart'));
  const leaveVerify = pushSheet(() => closed.push('verify'));
  leaveVerify();
  vi.runAllTimers();
  expect(pendingTraversals).toEqual([-1]);
  // A browser makes one step of a traversal that is under way and one more.
  pendingTraversals = [-2];
  finishTraversals();
  expect(closed).toEqual(['cart']);
  leaveCart();
  settle();
  expect(at).toBe(0);
});
