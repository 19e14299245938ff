import type { Page } from '@playwright/test';

/** From now on, sums up the layout shifts that the browser measures. Returns what reads the sum. */
export async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const sum = { shifts: 0 };
    Object.assign(window, { sum });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        sum.shifts += 'value' in entry ? Number(entry.value) : 0;
      }
    }).observe({ type: 'layout-shift' });
  });
  return () =>
    page.evaluate(async () => {
      // The browser reports a layout shift after the frame in which it happened, so wait for two frames.
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return (window as unknown as { sum: { shifts: number } }).sum.shifts; // set above
    });
}

/** Runs in the page: the sum of all layout shifts since it began to load, as the browser measures them. */
export function readShifts(): Promise<number> {
  return new Promise((resolve) => {
    let shifts = 0;
    new PerformanceObserver((list) => {
      shifts += list
        .getEntries()
        .reduce((sum, entry) => sum + ('value' in entry ? Number(entry.value) : 0), 0);
    }).observe({ type: 'layout-shift', buffered: true });
    // The browser reports a layout shift after the frame in which it happened, so wait for two frames.
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(shifts)));
  });
}
