import { performance } from 'node:perf_hooks';
import { layoutSheet } from '../src/layout-sheet.ts';
import type { SheetOptions } from '../src/sheet-order.ts';
import { streamPdf } from '../src/stream-pdf.ts';
import { makeOptions, makeSigns } from '../src/testing/make-sheet.ts';

// 300 rooms on L7165, in five languages of three scripts, with what we promise: at most 200 MB at the peak. The memory is
// that of a whole process, the fonts' files included. The time is given beside that of one label, not in seconds: machines
// differ.

const roomCount = 300;
const promisedMegabytes = 200;

const options: SheetOptions = makeOptions('L7165', {
  locales: ['en', 'vi', 'ja', 'zh', 'de'],
  placeName: 'Khách sạn Hoàng Hôn 夕焼け',
  placeLocale: 'vi',
});

type Measured = { bytes: number; milliseconds: number; longestGap: number };

async function measureSheet(count: number): Promise<Measured> {
  const start = performance.now();
  let last = start;
  let longestGap = 0;
  const timer = setInterval(() => {
    longestGap = Math.max(longestGap, performance.now() - last);
    last = performance.now();
  }, 0);
  function* takePages() {
    for (const { page } of layoutSheet(makeSigns(count), options)) {
      yield page;
    }
  }
  let bytes = 0;
  for await (const piece of streamPdf(takePages(), { title: 'Signs', language: 'en', logo: null })) {
    bytes += piece.length;
  }
  clearInterval(timer);
  longestGap = Math.max(longestGap, performance.now() - last);
  return { bytes, milliseconds: performance.now() - start, longestGap };
}

const cold = await measureSheet(1);
const one = await measureSheet(1);
const many = await measureSheet(roomCount);
const peakMegabytes = process.resourceUsage().maxRSS / 1024;
const isMet = peakMegabytes <= promisedMegabytes;

console.log(`${roomCount} rooms on ${options.format.id}, ${options.locales.join(', ')}`);
console.log(`  size                  ${(many.bytes / 1e6).toFixed(2)} MB`);
console.log(
  `  time                  ${(many.milliseconds / one.milliseconds).toFixed(1)} × that of one room`,
);
console.log(
  `  first sheet           ${(cold.milliseconds / one.milliseconds).toFixed(1)} × (reads the fonts)`,
);
console.log(
  `  longest turn          ${((many.longestGap / many.milliseconds) * 100).toFixed(0)} % of the time, ${many.longestGap.toFixed(0)} ms`,
);
console.log(
  `  ${isMet ? 'met   ' : 'MISSED'} peak of memory  ${peakMegabytes.toFixed(0)} MB (at most ${promisedMegabytes} MB)`,
);
process.exitCode = isMet ? 0 : 1;
