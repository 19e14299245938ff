import { expect, type Locator, type Page } from '@playwright/test';

/** A guest without a mouse. Wherever the focus stops on its way, it is in what is open, and can be seen. */
export class Keyboard {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    for (let presses = 0; presses < 150; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) {
        return;
      }
      await this.page.keyboard.press(key);
      expect(await this.page.evaluate(findLostFocus)).toBeNull();
    }
    throw new Error(`${target} is not on the way.`);
  }

  /** Goes there and does what it does. */
  async use(target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.tabTo(target);
    await this.page.keyboard.press(key);
  }

  async write(target: Locator, text: string): Promise<void> {
    await this.tabTo(target);
    await this.page.keyboard.type(text);
  }
}

/** What is wrong with where the focus is, or null. Between the last and the first stop the browser's own bar has a turn. */
function findLostFocus(): string | null {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) {
    return null;
  }
  const sheet = [...document.querySelectorAll('dialog[open]')].at(-1);
  if (sheet && !sheet.contains(focused)) {
    return `The focus left the sheet for ${focused.outerHTML.slice(0, 120)}`;
  }
  const box = (focused.matches('.sr-only') && focused.closest('label')) || focused;
  const { left, right, top, bottom } = box.getBoundingClientRect();
  const points = [0.1, 0.5, 0.9].flatMap((x) =>
    [0.1, 0.5, 0.9].map((y) => [left + (right - left) * x, top + (bottom - top) * y] as const),
  );
  const isSeen = points.some(([x, y]) => {
    const hit = document.elementFromPoint(x, y);
    return hit !== null && (box.contains(hit) || hit.contains(box));
  });
  return isSeen ? null : `The focus is out of sight, on ${focused.outerHTML.slice(0, 120)}`;
}
