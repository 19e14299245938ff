import type { Page } from '@playwright/test';

// As text: it runs in the page, where there are types this script's own world does not know.
const countShifts = `
  globalThis.layoutShifts = 0;
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) {
      globalThis.layoutShifts += hadRecentInput ? 0 : value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
`;

/** Adds up, from before the first paint on, what moves without the guest having touched anything. */
export async function watchLayout(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript({ content: countShifts });
  return () => page.evaluate<number>('globalThis.layoutShifts');
}
