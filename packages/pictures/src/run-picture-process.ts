import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { buffer, text } from 'node:stream/consumers';

/** What the process of one picture may take before it is ended. */
export type ProcessLimits = { cpuMs: number; memoryBytes: number; elapsedMs: number };

/** How a process ended: by itself with a code, or by a signal, with what it wrote and what it complained of. */
export type EndedProcess = {
  code: number | null;
  signal: NodeJS.Signals | null;
  written: Buffer;
  complaint: string;
};

/** Runs a file of this folder in a process of its own: the picture on standard input, the task as its argument. */
export async function runPictureProcess(
  file: string,
  picture: Uint8Array,
  task: { limits: ProcessLimits },
): Promise<EndedProcess> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, file), JSON.stringify(task)], {
    // None of our keys. And a picture is not written to a temporary file, however large it is.
    env: { NODE_ENV: 'production', VIPS_DISC_THRESHOLD: '4g' },
    // The process notices by the IPC channel that this one has ended.
    stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
    timeout: task.limits.elapsedMs,
  });
  const { stdin, stdout, stderr } = child;
  if (stdin === null || stdout === null || stderr === null) {
    throw new TypeError('The process for pictures was started without pipes.');
  }
  const ended = once(child, 'close');
  // A process that ends before it has read everything: how it ended says why.
  stdin.on('error', () => undefined);
  stdin.end(picture);
  const [[code, signal], written, complaint] = await Promise.all([ended, buffer(stdout), text(stderr)]);
  return { code, signal, written, complaint };
}
