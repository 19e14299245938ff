import path from 'node:path';
import type { Page } from '@playwright/test';

/** With `DAY_PICTURES=<folder>`: what every watched screen shows after each step of the day, to look at. */
export class DayPictures {
  private readonly folder = process.env['DAY_PICTURES'];
  private readonly watched: (readonly [name: string, page: Page])[] = [];
  private steps = 0;

  watch(name: string, page: Page): void {
    this.watched.push([name, page]);
  }

  async take(): Promise<void> {
    this.steps += 1;
    if (this.folder === undefined) {
      return;
    }
    const step = String(this.steps).padStart(2, '0');
    for (const [name, page] of this.watched) {
      await page.screenshot({ path: path.join(this.folder, `${step}-${name}.png`) });
    }
  }
}
