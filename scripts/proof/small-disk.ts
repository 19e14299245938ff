import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export type SmallDisk = {
  directory: string;
  /** Writes a file until not a byte more fits. */
  fill: () => void;
  /** Removes that file. */
  free: () => void;
};

/** Mounts a small disk in memory. Only root on Linux may. Returns the reason as text if it cannot. */
export function mountSmallDisk(megabytes: number, ending: AsyncDisposableStack): SmallDisk | string {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    return 'mounting a small disk takes root on Linux';
  }
  const directory = mkdtempSync(path.join(tmpdir(), 'gudbro-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', directory], { stdio: 'pipe' });
  } catch (error) {
    rmSync(directory, { recursive: true });
    return `the disk could not be mounted: ${error instanceof Error ? error.message.trim() : String(error)}`;
  }
  ending.defer(() => {
    execFileSync('umount', ['--lazy', directory]);
    rmSync(directory, { recursive: true });
  });
  const ballast = path.join(directory, 'ballast');
  return {
    directory,
    fill: () => fillWith(ballast),
    free: () => rmSync(ballast, { force: true }),
  };
}

function fillWith(file: string): void {
  const descriptor = openSync(file, 'w');
  try {
    for (let size = 1 << 20; size >= 512; ) {
      size = writesAll(descriptor, size) ? size : size / 2;
    }
  } finally {
    closeSync(descriptor);
  }
}

function writesAll(descriptor: number, size: number): boolean {
  try {
    return writeSync(descriptor, Buffer.alloc(size)) === size;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') {
      return false;
    }
    throw error;
  }
}
