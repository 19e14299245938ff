import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** What is looked for, by a name. */
export type Traces = ReadonlyMap<string, readonly Buffer[]>;

/** A text in each form in which a program may have written it: as it is, in two bytes a letter, in hex and in base64. */
export function writeInAllForms(text: string): Buffer[] {
  const plain = Buffer.from(text);
  // In base64 a text looks different by where it begins in a group of three bytes. The letters at both ends depend on its neighbours.
  const inBase64 = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), plain])
      .toString('base64url')
      .slice(2 * shift, -4),
  );
  const texts = [text, text.toLowerCase(), plain.toString('hex'), ...inBase64];
  return [...texts.map((one) => Buffer.from(one)), Buffer.from(text, 'utf16le')];
}

/** Pieces from the inside of a picture, each of which stands in no other picture. */
export function cutPieces(picture: Buffer): Buffer[] {
  return [0.3, 0.5, 0.7].map((part) => {
    const begin = Math.floor(picture.length * part);
    return picture.subarray(begin, begin + 48);
  });
}

/** Where any of the traces stands, as `name of the trace in place`. */
export function findTraces(traces: Traces, where: string, content: Buffer): string[] {
  return [...traces]
    .filter(([, forms]) => forms.some((form) => content.includes(form)))
    .map(([name]) => `${name} in ${where}`);
}

/** The same for every file of a folder. */
export async function findTracesInFolder(traces: Traces, folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const found: string[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    found.push(...findTraces(traces, path.relative(folder, file), await readIfStillThere(file)));
  }
  return found;
}

/** The database removes files of its log at any time. */
async function readIfStillThere(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return Buffer.alloc(0);
    }
    throw error;
  }
}
