import { type BrowserContext, expect, type Page } from '@playwright/test';

/** Takes the line away and waits until the service worker has none either: the browser tells it a moment after the page. */
export async function goOffline(page: Page, context: BrowserContext): Promise<void> {
  await context.setOffline(true);
  // A file that is not there: the worker asks the server for it.
  const isReached = () =>
    page.evaluate(
      (file) =>
        fetch(file).then(
          () => true,
          () => false,
        ),
      `/_next/static/${crypto.randomUUID()}.js`,
    );
  await expect.poll(isReached).toBe(false);
}
