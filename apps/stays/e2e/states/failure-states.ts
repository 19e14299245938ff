import type { Page, Route } from '@playwright/test';
import { waitForPreloads } from '../wait-for-preloads';
import { replaceResponse, type State, visit } from './state';

const room = '/stay/room/RM-SUNSET22';

declare global {
  interface Window {
    /** While true, this browser fails to create SVG icons. */
    failsToCreateIcons?: boolean;
  }
}

/** What a guest sees when a page fails, when its error page fails too, and when the texts for that cannot be loaded. */
export const failureStates: readonly State[] = [
  {
    name: 'a tap whose script does not come',
    open: async (page) => {
      // Nothing is loaded ahead.
      await page.addInitScript(() => {
        window.requestIdleCallback = () => 0;
      });
      await visit(page, room);
      await page.route('**/_next/static/chunks/*.js', (route) => route.abort('connectionfailed'));
      await page.locator('[data-action="report"]:visible').first().click();
      await page.locator('#tap-failure').waitFor();
    },
  },
  {
    name: 'the line is down',
    open: async (page) => {
      await replaceResponse(page, '/api/health', 'failed');
      await visit(page, room);
      // A browser that is offline says so too. Without that, a response under way would bring the line back.
      await page.evaluate(() => {
        Object.defineProperty(navigator, 'onLine', { get: () => false });
        window.dispatchEvent(new Event('offline'));
      });
      await page.locator('.bg-lamp a[href^="tel:"]').waitFor();
    },
  },
  {
    name: 'the page failed',
    open: async (page) => {
      await page.addInitScript(breakSheets);
      await failPage(page);
      await page.locator('main h1').waitFor();
    },
  },
  {
    name: 'the layout failed',
    open: async (page) => {
      await page.addInitScript(breakSheets);
      await page.addInitScript(breakIcons);
      // The error page loads its texts when it needs them. From then on icons can be created, so that this page can be shown.
      await handleTextsChunk(page, async (route) => {
        await page.evaluate(() => {
          window.failsToCreateIcons = false;
        });
        await route.continue();
      });
      await failPage(page);
      await page.locator('main h1').waitFor();
    },
  },
  {
    name: 'the layout failed without a connection',
    open: async (page) => {
      await page.addInitScript(breakSheets);
      await page.addInitScript(breakIcons);
      await handleTextsChunk(page, (route) => route.abort('connectionfailed'));
      await failPage(page);
      await page.locator('main h1').waitFor({ state: 'attached' });
    },
  },
];

/** Handles the request for the chunk that is loaded after the layout has failed: the texts of the error page. */
async function handleTextsChunk(page: Page, handle: (route: Route) => Promise<void>): Promise<void> {
  await page.route('**/_next/static/chunks/*.js', async (route) => {
    const hasFailed = await page.evaluate(() => window.failsToCreateIcons === true);
    await (hasFailed ? handle(route) : route.continue());
  });
}

/** Taps a button that opens a sheet. `showModal` throws, so the whole page fails. */
async function failPage(page: Page): Promise<void> {
  await visit(page, room);
  await waitForPreloads(page);
  await page.locator('[data-action="report"]:visible').first().click();
  await page.locator('[data-action]').first().waitFor({ state: 'detached' });
}

function breakSheets(): void {
  HTMLDialogElement.prototype.showModal = () => {
    window.failsToCreateIcons = true;
    throw new Error('This browser opens no dialog.');
  };
}

function breakIcons(): void {
  const create = document.createElementNS.bind(document);
  const createElementNS = (namespace: string | null, name: string) => {
    if (window.failsToCreateIcons) {
      throw new Error('This browser creates no icon.');
    }
    return create(namespace, name);
  };
  Object.assign(document, { createElementNS });
}
