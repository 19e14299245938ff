import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createPictureDecoder, documentEncoding, type PictureDecoder } from '@gudbro/pictures';
import { makeProgressiveJpeg } from '@gudbro/pictures/testing';
import { listHostileDocuments } from './hostile-documents.ts';
import { measurePeak } from './measure-peak.ts';
import { print } from './print.ts';

/**
 * Decodes hostile files one after the other, as an upload of a guest is decoded: ours, and those of the folders that are named. Prints
 * what became of each, the peak of memory above an idle process, and how long another guest waits behind the slowest file.
 */

const megabyte = 1024 * 1024;
const mostMemory = 256 * megabyte;
const longestWaitMs = 5_000;
/** What a picture may carry along: all of it is looked for in what is kept. */
const traces = [
  'Exif',
  'http://ns.adobe.com',
  'ICC_PROFILE',
  'GPS',
  '%PDF',
  '<svg',
  '<script',
  'PK\u0003\u0004',
  'EICAR',
];

const decoder = createPictureDecoder();
const violations: string[] = [];

async function decode(name: string, file: Buffer): Promise<string> {
  const began = performance.now();
  const decoded = await decoder.reEncode(file, name, documentEncoding);
  const took = Math.round(performance.now() - began);
  if (!decoded.ok) {
    return `refused (${decoded.reason}), ${took} ms`;
  }
  for (const { bytes } of decoded.pictures) {
    const kept = Buffer.from(bytes);
    const found = traces.filter((trace) => kept.includes(trace));
    if (found.length > 0 || kept.equals(file)) {
      violations.push(`${name} keeps ${found.join(', ') || 'the original'}`);
    }
  }
  return `${decoded.pictures.length} clean, ${took} ms`;
}

function listFolder(folder: string): [string, Buffer][] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(folder, file), readFileSync(file)];
    });
}

/** How long a small picture of another house waits while this file is being decoded. */
async function measureWait(of: PictureDecoder, slow: Buffer): Promise<number> {
  const first = of.reEncode(slow, 'one house', documentEncoding);
  const began = performance.now();
  await of.reEncode(makeProgressiveJpeg(64, 2), 'another house', documentEncoding);
  const waited = performance.now() - began;
  await first;
  return waited;
}

const files = [
  ...(await listHostileDocuments()),
  ...process.argv
    .slice(2)
    .filter((arg) => arg !== '--')
    .flatMap(listFolder),
];
const idle = await measurePeak(() => decoder.reEncode(makeProgressiveJpeg(8, 2), 'idle', documentEncoding));
let peak = 0;
let longest = 0;
for (const [name, file] of files) {
  let verdict = '';
  const used = await measurePeak(async () => {
    verdict = await decode(name, file);
  });
  const waited = await measureWait(decoder, file);
  peak = Math.max(peak, used - idle);
  longest = Math.max(longest, waited);
  print(`  ${name.padEnd(52)} ${verdict.padEnd(34)} ${Math.round((used - idle) / megabyte)} MB`);
}
print(
  '',
  `${files.length} files, peak of memory ${Math.round(peak / megabyte)} MB above idle, longest wait ${Math.round(longest)} ms`,
);
if (peak > mostMemory) violations.push(`more than ${mostMemory / megabyte} MB above idle`);
if (longest > longestWaitMs) violations.push(`another guest waits longer than ${longestWaitMs} ms`);
for (const violation of violations) print(`VIOLATION ${violation}`);
print(
  violations.length === 0
    ? 'proof:documents: no violation'
    : `proof:documents: ${violations.length} violations`,
);
process.exitCode = violations.length === 0 ? 0 : 1;
