import type { Page } from '@playwright/test';

// As text, because it runs in the page and uses browser types that this script is compiled without.
const countShifts = `
  globalThis.layoutShifts = 0;
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) {
      globalThis.layoutShifts += hadRecentInput ? 0 : value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
`;

/** Sums up layout shifts from before the first paint, except those that follow input. */
export async function watchLayout(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript({ content: countShifts });
  return () => page.evaluate<number>('globalThis.layoutShifts');
}
