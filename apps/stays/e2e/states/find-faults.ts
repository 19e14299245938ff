import type { Page } from '@playwright/test';
import { standards } from '../../../../scripts/test/find-violations';
import { runAxe } from '../../../../scripts/test/run-axe';

/** The rules of axe whose result can change with the size of letters. */
const rulesOfSize = ['target-size', 'scrollable-region-focusable'];

/**
 * What stands in a guest's way in what is on screen: by axe, in light and in dark colours, and by what axe does not
 * measure. With letters twice as large, what depends on their size is looked at once more.
 */
export async function findFaults(page: Page): Promise<string[]> {
  const isSheet = (await page.locator('dialog[open]').count()) > 0;
  // What lies under a sheet cannot be reached, and has a state of its own.
  const within = isSheet ? 'dialog[open]' : 'html';
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const inLight = [...(await runAxe(page, { within, runOnly: standards })), ...(await measure(page))];
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const inDark = await runAxe(page, { within, runOnly: ['color-contrast'] });
  await setLetterSize(page, '200%');
  const large = [...(await runAxe(page, { within, runOnly: rulesOfSize })), ...(await measure(page))];
  await setLetterSize(page, '');
  return [...inLight, ...inDark.map((fault) => `dark: ${fault}`), ...large.map((fault) => `large: ${fault}`)];
}

function setLetterSize(page: Page, fontSize: string): Promise<void> {
  return page.evaluate((size) => {
    document.documentElement.style.fontSize = size;
  }, fontSize);
}

/** Text that is cut off, targets too small to hit, a page wider than the screen, motion that nobody asked for. */
async function measure(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) {
      faults.push(`the page is ${scrollWidth - clientWidth} px wider than the screen`);
    }
    const open = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
    const isSeen = (element: Element) => {
      const { width, height } = element.getBoundingClientRect();
      return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true });
    };
    const name = (element: Element) =>
      `<${element.tagName.toLowerCase()}> “${(element.textContent || element.getAttribute('name') || '').trim().slice(0, 40)}”`;
    const texts = document.createTreeWalker(open, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      const element = text.parentElement;
      // What is typed scrolls within its field.
      if (!element || element.matches('textarea') || !text.textContent?.trim() || !isSeen(element)) {
        continue;
      }
      const range = document.createRange();
      range.selectNode(text);
      const { left, right } = range.getBoundingClientRect();
      const box = (element.closest('label, button, a, li, p') ?? element).getBoundingClientRect();
      if (left < -1 || right > innerWidth + 1) {
        faults.push(`${name(element)} leaves the screen`);
      } else if (left < box.left - 1 || right > box.right + 1) {
        faults.push(`${name(element)} leaves its box`);
      }
    }
    for (const target of open.querySelectorAll('a[href], button, input, select, textarea, summary')) {
      // A labelled choice is as large as its label.
      const box = (target.matches('input') && target.closest('label')) || target;
      const { width, height } = box.getBoundingClientRect();
      if (isSeen(box) && (height < 47.5 || width < 47.5)) {
        faults.push(`${name(box)} is ${Math.round(width)} × ${Math.round(height)}`);
      }
    }
    for (const animation of document.getAnimations()) {
      faults.push(`something moves: ${JSON.stringify(animation.effect?.getComputedTiming().duration)}`);
    }
    return faults;
  });
}
