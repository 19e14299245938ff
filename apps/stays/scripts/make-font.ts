import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import subsetFont from 'subset-font';

/**
 * Makes the typeface of headings: one weight of Literata with the letters of our European languages and of Vietnamese.
 * Run it after a change: node scripts/make-font.ts
 */
const source = path.dirname(
  createRequire(import.meta.url).resolve('@expo-google-fonts/literata/package.json'),
);
const target = path.join(import.meta.dirname, '../src/app/fonts');

const latin = `${listCharacters(0x20, 0x7e)}${listCharacters(0xa0, 0x17f)}ȘșȚț`;
const vietnamese = `${listCharacters(0x1ea0, 0x1ef9)}ƠơƯư₫`;
const marks = '€–—‘’“”„…‹›•′″−';

function listCharacters(first: number, last: number): string {
  return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index));
}

const whole = await readFile(path.join(source, '500Medium/Literata_500Medium.ttf'));
// Without layout closure: the alternate forms of a letter would double the size, and no heading uses them.
const subset = await subsetFont(whole, `${latin}${vietnamese}${marks}`, {
  targetFormat: 'woff2',
  noLayoutClosure: true,
});
await writeFile(path.join(target, 'literata-500.woff2'), subset);
await copyFile(path.join(source, 'LICENSE_FONT'), path.join(target, 'LICENSE.txt'));
