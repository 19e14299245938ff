// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

type LineState = typeof import('./line-state');

let line: LineState;
let states: boolean[];
let stop: () => void;
const server = vi.fn<() => Promise<Response>>();
const healthy = async () => Response.json({ status: 'ok' });
const unreachable = () => Promise.reject(new TypeError('Failed to fetch'));

async function start(): Promise<void> {
  vi.resetModules();
  line = await import('./line-state');
  states = [];
  stop = line.subscribeToLine(() => states.push(line.isLineUp()));
}

beforeEach(async () => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', server);
  server.mockReset();
  server.mockImplementation(unreachable);
  document.body.innerHTML = '';
  await start();
});
afterEach(() => {
  stop();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('the line is down at once when the browser says so, without a request', () => {
  window.dispatchEvent(new Event('offline'));
  expect(states).toEqual([false]);
  expect(server).not.toHaveBeenCalled();
});

test('the line is up again as soon as the browser says so and our server responds', async () => {
  window.dispatchEvent(new Event('offline'));
  server.mockImplementation(healthy);
  window.dispatchEvent(new Event('online'));
  await vi.advanceTimersByTimeAsync(0);
  expect(states).toEqual([false, true]);
});

test('the browser’s word that it is online is not enough: on a WiFi that leads nowhere the line stays down', async () => {
  window.dispatchEvent(new Event('offline'));
  window.dispatchEvent(new Event('online'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(states).toEqual([false]);
});

test('a request without a response takes the line down, and a response brings it back', () => {
  line.reportNoResponse();
  line.reportResponse(performance.now());
  expect(states).toEqual([false, true]);
});

test('a response that was under way when the browser went offline does not bring the line back', () => {
  const sentAt = performance.now();
  vi.advanceTimersByTime(100);
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  window.dispatchEvent(new Event('offline'));
  line.reportResponse(sentAt);
  expect(states).toEqual([false]);
});

test('a late response brings the line back though a probe has given up meanwhile', () => {
  const sentAt = performance.now();
  vi.advanceTimersByTime(5_000);
  line.reportNoResponse();
  line.reportResponse(sentAt);
  expect(states).toEqual([false, true]);
});

test('while the line is down it is probed by itself, and ever less often', async () => {
  line.reportNoResponse();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(server.mock.calls.length).toBeGreaterThan(5);
  expect(server.mock.calls.length).toBeLessThan(15);
  server.mockImplementation(healthy);
  await vi.advanceTimersByTimeAsync(15_000);
  expect(line.isLineUp()).toBe(true);
  const probes = server.mock.calls.length;
  await vi.advanceTimersByTimeAsync(120_000);
  expect(server).toHaveBeenCalledTimes(probes);
});

test.each([
  ['a page instead of our response, as of a WiFi’s log-in', async () => new Response('<p>Log in</p>')],
  ['an error of a proxy', async () => new Response('bad gateway', { status: 502 })],
])('the line stays down on %s', async (_name, response) => {
  server.mockImplementation(response);
  expect(await line.probeLine()).toBe(false);
  expect(line.isLineUp()).toBe(false);
});

test('the line is probed on a tap only if the last response is a while ago', async () => {
  line.reportResponse(performance.now());
  line.checkLine();
  expect(server).not.toHaveBeenCalled();
  vi.advanceTimersByTime(11_000);
  line.checkLine();
  expect(server).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(0);
  expect(states).toEqual([false]);
});

test('on a copy that the service worker saved, the line is down from the start', async () => {
  stop();
  document.body.innerHTML = '<saved-copy></saved-copy>';
  await start();
  expect(line.isLineUp()).toBe(false);
});
