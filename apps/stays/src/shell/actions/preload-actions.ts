import { listLoaders } from './load-actions';
import type { StayPage } from './stay-page';

/** A worker that is not there by then is not waited for. */
const mostWaitMs = 5_000;

/**
 * Loads what taps need after the page has loaded and while the browser is idle, one thing after the other, so that a
 * first tap works when the line is gone. The scripts pass through the service worker, which saves them for a visit
 * without a connection: so it is waited for, and nothing is fetched twice.
 */
export async function preloadActions(page: StayPage): Promise<void> {
  await waitForLoad();
  await waitForWorker();
  for (const load of listLoaders(page)) {
    await waitUntilIdle();
    try {
      await load();
    } catch (thrown) {
      // The line is gone. It is tried again when the line is back, and by the tap itself.
      console.info(thrown);
      return;
    }
  }
}

function waitForLoad(): Promise<void> {
  return new Promise((resolve) => {
    if (document.readyState === 'complete') {
      resolve();
    } else {
      window.addEventListener('load', () => resolve(), { once: true });
    }
  });
}

function waitForWorker(): Promise<void> {
  return new Promise((resolve) => {
    if (!('serviceWorker' in navigator) || navigator.serviceWorker.controller !== null) {
      resolve();
      return;
    }
    navigator.serviceWorker.addEventListener('controllerchange', () => resolve(), { once: true });
    window.setTimeout(resolve, mostWaitMs);
  });
}

function waitUntilIdle(): Promise<void> {
  // Not every browser has idle callbacks.
  const whenIdle = window.requestIdleCallback ?? ((run: () => void) => window.setTimeout(run, 200));
  return new Promise((resolve) => whenIdle(() => resolve()));
}
