import { expect, type Page } from '@playwright/test';
import { visit } from './states/state';
import { test } from './test-with-own-address';

const pages = ['/', '/stay/BK-BED222', '/stay/room/RM-SUNSET22', '/stay/room/RM-DRM23456', '/sunset-hotel'];

for (const locale of ['ja', 'zh']) {
  test.describe(locale, () => {
    test.use({ locale });

    for (const path of pages) {
      test(`in ${locale} the lines of ${path} break inside no word and leave no single character alone`, async ({
        page,
      }) => {
        await visit(page, path);
        expect(await findBadLines(page)).toEqual([]);
      });
    }
  });
}

/**
 * Finds the texts in which a line begins with a character that belongs to the one before it, or in which the last line has
 * only the end of a word.
 */
function findBadLines(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const bad: string[] = [];
    while (texts.nextNode()) {
      const text = texts.currentNode;
      if (
        !text.parentElement?.checkVisibility() ||
        !/[\p{Script=Hiragana}\p{Script=Han}]/u.test(text.textContent ?? '')
      ) {
        continue;
      }
      const lines = splitIntoLines(text);
      const isTorn = lines.some((line) =>
        /^[ぁぃぅぇぉっゃゅょァィゥェォッャュョー、。，：；）」”？！]/.test(line),
      );
      const isLeftOver =
        lines.length > 1 && /^(\p{Script=Hiragana}{1,2}|\p{Script=Han})。?$/u.test(lines.at(-1) ?? '');
      if (isTorn || isLeftOver) {
        bad.push(lines.join(' | '));
      }
    }
    return bad;

    function splitIntoLines(text: Node): string[] {
      const lines: string[] = [];
      let lowest = Number.NEGATIVE_INFINITY;
      [...(text.textContent ?? '')].forEach((character, index) => {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + 1);
        const { top, bottom } = range.getBoundingClientRect();
        // A character is on a new line if its top is below the middle of the line before.
        if (top > lowest) {
          lines.push('');
          lowest = (top + bottom) / 2;
        }
        lines.push(`${lines.pop() ?? ''}${character}`);
      });
      return lines;
    }
  });
}
