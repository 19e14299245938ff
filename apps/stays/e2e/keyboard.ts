import { expect, type Locator, type Page } from '@playwright/test';

/**
 * Uses a page by keyboard alone. After each press of Tab it checks that the focus is visible, and inside the sheet if one
 * is open.
 */
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
    throw new Error(`${target} was not reached with ${key}.`);
  }

  /** Moves the focus to the element and presses the key that activates it. */
  async use(target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.tabTo(target);
    await this.page.keyboard.press(key);
  }

  async write(target: Locator, text: string): Promise<void> {
    await this.tabTo(target);
    await this.page.keyboard.type(text);
  }
}

/**
 * Runs in the page. Returns what is wrong with where the focus is, or null. A focused body is right: Tab then leads through
 * the browser's own toolbar.
 */
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
