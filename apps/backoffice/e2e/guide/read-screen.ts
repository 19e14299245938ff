import type { Page } from '@playwright/test';

/**
 * The headings, labels, buttons and links that are visible, in their order and each once: what a reader of the guide looks for.
 * Values, rows and dates are left out, since they change without the screen.
 */
export function readScreen(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.querySelector('dialog[open]') ?? document.querySelector('main') ?? document.body;
    const named = 'h1, h2, h3, label, legend, summary, th, button, a';
    const texts = [...root.querySelectorAll<HTMLElement>(named)]
      // A step that a row offers depends on the row: whether a guest has asked for a room, or whether the room is clean, so that
      // the step has to be confirmed first.
      .filter(
        (element) =>
          element.checkVisibility() &&
          element.closest('li form') === null &&
          !element.matches('li button:has(+ dialog [name=step])'),
      )
      .map((element) => {
        const copy = element.cloneNode(true);
        if (copy instanceof HTMLElement) {
          for (const field of copy.querySelectorAll('input, select, textarea, svg, option')) {
            field.remove();
          }
        }
        return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
      });
    return [...new Set(texts)].filter((text) => text !== '');
  });
}
