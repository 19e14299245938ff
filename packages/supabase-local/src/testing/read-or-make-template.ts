import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { takePidLock } from '../stack/pid-lock.ts';
import { readErrorCode } from '../stack/read-error.ts';

const cacheDir = fileURLToPath(new URL('../../node_modules/.cache/templates/', import.meta.url));
const pollMs = 25;

/** Reads a cached template. If there is none, one worker makes it and the others wait; a rename makes it appear complete. */
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
      if ((await readIfThere(file)) === null) await writeAtomically(file, await make());
    } finally {
      await lock.release();
    }
  }
}

async function writeAtomically(file: string, content: Uint8Array): Promise<void> {
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
