// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { enterSheet } from './sheet-history';

// happy-dom has no session history to go back in: what the browser would do is played by the tests.
const pushState = vi.spyOn(window.history, 'pushState');
const go = vi.spyOn(window.history, 'go').mockImplementation(() => undefined);
const pressBack = () => window.dispatchEvent(new PopStateEvent('popstate'));

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
});
afterEach(() => {
  vi.useRealTimers();
});

test('the back button closes the sheet on top, and only that one', () => {
  const closed: string[] = [];
  const leaveCart = enterSheet(() => closed.push('cart'));
  const leaveVerify = enterSheet(() => closed.push('verify'));
  expect(pushState).toHaveBeenCalledTimes(2);
  pressBack();
  expect(closed).toEqual(['verify']);
  leaveVerify();
  pressBack();
  expect(closed).toEqual(['verify', 'cart']);
  leaveCart();
  vi.runAllTimers();
  expect(go).not.toHaveBeenCalled();
});

test('a sheet closed by hand leaves no entry to press back through', () => {
  const leave = enterSheet(() => undefined);
  leave();
  vi.runAllTimers();
  expect(go).toHaveBeenCalledWith(-1);
  pressBack();
});

test('a sheet that makes way for another hands on its entry', () => {
  const leaveCart = enterSheet(() => undefined);
  leaveCart();
  const leaveOrders = enterSheet(() => undefined);
  vi.runAllTimers();
  expect(pushState).toHaveBeenCalledTimes(1);
  expect(go).not.toHaveBeenCalled();
  leaveOrders();
  vi.runAllTimers();
  pressBack();
});
