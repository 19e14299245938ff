import type { Page, Route } from '@playwright/test';
import { type State, visit } from './state';

const room = '/stay/room/RM-SUNSET22';

declare global {
  interface Window {
    /** Whether this browser can draw an icon. */
    hasNoPictures?: boolean;
  }
}

/** What is left when our own script fails: the page, then the page that says so, then even its words. */
export const failureStates: readonly State[] = [
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
      await page.addInitScript(breakPictures);
      // Its words come when they are needed. What kept the page before from being drawn is over by then.
      await answerLastChunk(page, async (route) => {
        await page.evaluate(() => {
          window.hasNoPictures = false;
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
      await page.addInitScript(breakPictures);
      await answerLastChunk(page, (route) => route.abort('connectionfailed'));
      await failPage(page);
      await page.locator('main h1').waitFor({ state: 'attached' });
    },
  },
];

/** What the page fetches once everything else has failed. */
async function answerLastChunk(page: Page, answer: (route: Route) => Promise<void>): Promise<void> {
  await page.route('**/_next/static/chunks/*.js', async (route) => {
    const hasFailed = await page.evaluate(() => window.hasNoPictures === true);
    await (hasFailed ? answer(route) : route.continue());
  });
}

/** By a tap on what opens a sheet, in a browser that cannot. */
async function failPage(page: Page): Promise<void> {
  await visit(page, room);
  await page.locator('[data-action="report"]:visible').first().click();
  await page.locator('[data-action]').first().waitFor({ state: 'detached' });
}

function breakSheets(): void {
  HTMLDialogElement.prototype.showModal = () => {
    window.hasNoPictures = true;
    throw new Error('This browser opens no dialog.');
  };
}

function breakPictures(): void {
  const create = document.createElementNS.bind(document);
  const createElementNS = (namespace: string | null, name: string) => {
    if (window.hasNoPictures) {
      throw new Error('This browser draws no picture.');
    }
    return create(namespace, name);
  };
  Object.assign(document, { createElementNS });
}
