import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readErrorCode } from '../stack/describe-error.ts';
import { takePidLock } from '../stack/pid-lock.ts';

const cacheDir = fileURLToPath(new URL('../../node_modules/.cache/templates/', import.meta.url));
const pollMs = 25;

/** One worker makes the template and the others wait for it; it appears whole, by a rename. */
export async function readOrMakeTemplate(
  name: string,
  make: () => Promise<Uint8Array>,
  dir: string = cacheDir,
): Promise<Uint8Array<ArrayBuffer>> {
  const file = join(dir, name);
  await mkdir(dir, { recursive: true });
  for (;;) {
    const known = await readIfThere(file);
    if (known !== null) return known;
    const lock = await takePidLock(`${file}.lock`);
    if (!lock.held) {
      await wait(pollMs);
      continue;
    }
    try {
      if ((await readIfThere(file)) === null) await writeWhole(file, await make());
    } finally {
      await lock.release();
    }
  }
}

async function writeWhole(file: string, content: Uint8Array): Promise<void> {
  const draft = `${file}.${process.pid}.draft`;
  await writeFile(draft, content);
  await rename(draft, file);
}

async function readIfThere(file: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    if (readErrorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
