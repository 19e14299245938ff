import type { Page } from '@playwright/test';
import { standards } from '../../../../scripts/test/find-violations';
import { runAxe } from '../../../../scripts/test/run-axe';

/** The rules of axe whose result can change with the text size. */
const rulesOfTextSize = ['target-size', 'scrollable-region-focusable'];

/**
 * Finds what makes the screen hard to read or to use: with axe, in light and in dark colours, and by measuring what axe
 * does not check. With text twice as large it repeats the checks that depend on the text size.
 */
export async function findBarriers(page: Page): Promise<string[]> {
  const isSheet = (await page.locator('dialog[open]').count()) > 0;
  // The page under an open sheet cannot be reached, and is checked in a state of its own.
  const within = isSheet ? 'dialog[open]' : 'html';
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const inLight = [
    ...(await runAxe(page, { within, runOnly: standards })),
    ...(await measure(page)),
    ...(await findScrollers(page)),
  ];
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const inDark = await runAxe(page, { within, runOnly: ['color-contrast'] });
  await setTextSize(page, '200%');
  const large = [...(await runAxe(page, { within, runOnly: rulesOfTextSize })), ...(await measure(page))];
  await setTextSize(page, '');
  return [
    ...inLight,
    ...inDark.map((barrier) => `dark: ${barrier}`),
    ...large.map((barrier) => `large: ${barrier}`),
  ];
}

function setTextSize(page: Page, fontSize: string): Promise<void> {
  return page.evaluate((size) => {
    document.documentElement.style.fontSize = size;
  }, fontSize);
}

/** Finds a sheet that scrolls in two places. With large text it may: its content may then have no room of its own. */
async function findScrollers(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const sheet = [...document.querySelectorAll('dialog[open]')].at(-1);
    const scrollers = [sheet, ...(sheet?.querySelectorAll('*:not(textarea, select)') ?? [])].filter(
      (element) =>
        element &&
        element.scrollHeight > element.clientHeight + 1 &&
        /auto|scroll/.test(getComputedStyle(element).overflowY),
    );
    return scrollers.length > 1 ? [`the sheet scrolls in ${scrollers.length} places`] : [];
  });
}

/** Finds text that is cut off, targets that are too small, a page wider than the screen, and motion despite reduced motion. */
async function measure(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const barriers: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) {
      barriers.push(`the page is ${scrollWidth - clientWidth} px wider than the screen`);
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
      // Text in a textarea may be longer than its box, because it scrolls.
      if (!element || element.matches('textarea') || !text.textContent?.trim() || !isSeen(element)) {
        continue;
      }
      const range = document.createRange();
      range.selectNode(text);
      const { left, right } = range.getBoundingClientRect();
      const box = (element.closest('label, button, a, li, p') ?? element).getBoundingClientRect();
      if (left < -1 || right > innerWidth + 1) {
        barriers.push(`${name(element)} leaves the screen`);
      } else if (left < box.left - 1 || right > box.right + 1) {
        barriers.push(`${name(element)} leaves its box`);
      }
    }
    for (const target of open.querySelectorAll('a[href], button, input, select, textarea, summary')) {
      // A tap on the label of an input counts as well, so the label's size is measured.
      const box = (target.matches('input') && target.closest('label')) || target;
      const { width, height } = box.getBoundingClientRect();
      if (isSeen(box) && (height < 47.5 || width < 47.5)) {
        barriers.push(`${name(box)} is ${Math.round(width)} × ${Math.round(height)}`);
      }
    }
    for (const animation of document.getAnimations()) {
      barriers.push(`something moves: ${JSON.stringify(animation.effect?.getComputedTiming().duration)}`);
    }
    return barriers;
  });
}
