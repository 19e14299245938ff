import { expect, type Page } from '@playwright/test';
import { test } from './household';
import { visit } from './states/state';

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

/** Lines that begin with what belongs to the sign before it, and ends of words left alone on a last line. */
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
      const lines = linesOf(text);
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

    function linesOf(text: Node): string[] {
      const lines: string[] = [];
      let lowest = Number.NEGATIVE_INFINITY;
      [...(text.textContent ?? '')].forEach((sign, index) => {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + 1);
        const { top, bottom } = range.getBoundingClientRect();
        // A line of its own begins below the middle of the one before.
        if (top > lowest) {
          lines.push('');
          lowest = (top + bottom) / 2;
        }
        lines.push(`${lines.pop() ?? ''}${sign}`);
      });
      return lines;
    }
  });
}
