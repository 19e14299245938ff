import { spawn } from 'node:child_process';
import { formatElapsed } from '../dev/format-elapsed.ts';

export type Step = { name: string; command: string; args: readonly string[]; directory: string };

/** Runs a step. Prints one line when it passes, and its whole output as well when it fails. */
export async function runStep({ name, command, args, directory }: Step): Promise<boolean> {
  const startedAt = performance.now();
  const child = spawn(command, [...args], {
    cwd: directory,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' },
  });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  process.stdout.write(`${code === 0 ? '✓' : '✗'} ${name}, ${formatElapsed(startedAt)}\n`);
  if (code !== 0) {
    process.stdout.write(`${Buffer.concat(output).toString().trimEnd()}\n\n`);
  }
  return code === 0;
}
