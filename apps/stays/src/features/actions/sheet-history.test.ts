// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

type SheetHistory = typeof import('./sheet-history');

// happy-dom has no session history: this one travels when the browser would, which is later than it was asked to.
let entries: unknown[] = [null];
let at = 0;
let enterSheet: SheetHistory['enterSheet'];
let stampEntry: SheetHistory['stampEntry'];
let journeys: number[] = [];

Object.defineProperty(window.history, 'state', { get: () => entries[at] });
vi.spyOn(window.history, 'pushState').mockImplementation((state) => {
  entries = [...entries.slice(0, at + 1), state];
  at += 1;
});
vi.spyOn(window.history, 'replaceState').mockImplementation((state) => {
  entries[at] = state;
});
vi.spyOn(window.history, 'go').mockImplementation((delta = 0) => void journeys.push(delta));
const listening = vi.spyOn(window, 'addEventListener');

function travel(delta: number): void {
  at += delta;
  window.dispatchEvent(new PopStateEvent('popstate', { state: entries[at] }));
}
const pressBack = () => travel(-1);
function arrive(): void {
  for (const delta of journeys.splice(0)) {
    travel(delta);
  }
}
/** The browser's timers and journeys, until nothing is under way. */
function settle(): void {
  vi.runAllTimers();
  arrive();
  vi.runAllTimers();
}

async function load(startEntries: unknown[] = [null]): Promise<void> {
  [entries, at, journeys] = [startEntries, startEntries.length - 1, []];
  vi.resetModules();
  ({ enterSheet, stampEntry } = await import('./sheet-history'));
}

beforeEach(async () => {
  vi.useFakeTimers();
  await load();
});
afterEach(() => {
  vi.useRealTimers();
  // Each test has a module, and so a listener, of its own.
  for (const [type, listener, options] of listening.mock.calls) {
    window.removeEventListener(type, listener, options);
  }
});

test('the back button closes the sheet on top, and only that one', () => {
  const closed: string[] = [];
  const leaveCart = enterSheet(() => closed.push('cart'));
  const leaveVerify = enterSheet(() => closed.push('verify'));
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

test('a sheet closed by hand leaves no entry to press back through', () => {
  const leave = enterSheet(() => undefined);
  leave();
  settle();
  expect(at).toBe(0);
});

test('a sheet that makes way for another hands on its entry', () => {
  enterSheet(() => undefined)();
  const leaveOrders = enterSheet(() => undefined);
  settle();
  expect([at, entries.length]).toEqual([1, 2]);
  leaveOrders();
  settle();
  expect(at).toBe(0);
});

test('a sheet opened while the history still travels stays open, and has its entry', () => {
  const close = vi.fn();
  enterSheet(() => undefined)();
  vi.runAllTimers();
  expect(journeys).toEqual([-1]);
  const leave = enterSheet(close);
  settle();
  expect(close).not.toHaveBeenCalled();
  expect(at).toBe(1);
  pressBack();
  expect(close).toHaveBeenCalledTimes(1);
  leave();
  settle();
  expect(at).toBe(0);
});

test('steps of the page itself do not disturb the count', () => {
  enterSheet(() => undefined)();
  settle();
  const close = vi.fn();
  window.history.pushState(null, '', '#wifi');
  window.dispatchEvent(new PopStateEvent('popstate', { state: null }));
  const leave = enterSheet(close);
  expect(at).toBe(2);
  pressBack();
  expect(close).toHaveBeenCalledTimes(1);
  leave();
  settle();
  expect(at).toBe(1);
});

test('a refresh by the router, which wipes the entry, does not close the sheet under the one on top', () => {
  const closed: string[] = [];
  enterSheet(() => closed.push('cart'));
  entries[at] = { router: 'refreshed' };
  const leaveVerify = enterSheet(() => closed.push('verify'));
  pressBack();
  expect(closed).toEqual(['verify']);
  leaveVerify();
  entries[at] = { router: 'refreshed' };
  stampEntry();
  expect(entries[at]).toEqual({ sheets: 1 });
});

test('an entry left over from before a reload is used, not doubled', async () => {
  await load([null, { sheets: 1 }]);
  const leave = enterSheet(() => undefined);
  expect(at).toBe(1);
  leave();
  settle();
  expect(at).toBe(0);
});
