import type { Page } from '@playwright/test';
import axeCore from 'axe-core';

declare global {
  var axe: typeof axeCore;
}

type Check = {
  /** What is looked at: the whole page unless told otherwise. */
  within?: string;
  /** Rules, or tags of rules. */
  runOnly: string[];
};

/**
 * The rules that the page breaks as it stands, each with the elements that break it. Not by `@axe-core/playwright`: that
 * sends axe's half a megabyte into the page again for every run, and brings back all that is right with it.
 */
export async function runAxe(page: Page, { within = 'html', runOnly }: Check): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) {
    await page.evaluate(axeCore.source);
  }
  return page.evaluate(
    async ({ context, runOnly: values }) => {
      const { violations } = await globalThis.axe.run(context, {
        runOnly: values,
        resultTypes: ['violations'],
      });
      return violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target).join(', ')}`);
    },
    { context: within, runOnly },
  );
}
