import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Image } from './run-dockerfile-steps.ts';
import { systemPath } from './step-environment.ts';

export type RunningImage = {
  /** What the command has written so far. */
  output: () => string;
  /** Runs the HEALTHCHECK until it passes. Throws if the command ends before that. */
  waitUntilHealthy: () => Promise<void>;
  /** Sends SIGTERM, as `docker stop` does, and returns the exit code; null when it had to be killed after 10 seconds. */
  stop: () => Promise<number | null>;
};

/** Starts the CMD of an image, with `port` instead of the port it exposes. */
export function runImage(image: Image, port: number, env: Record<string, string>): RunningImage {
  const [program = '', ...args] = image.command;
  const child = spawn(program, args, {
    cwd: path.join(image.root, image.workdir),
    env: { ...imageEnvironment(image, port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  return {
    output: () => output,
    waitUntilHealthy: async () => {
      while (!(await isHealthy(image, port))) {
        if (hasEnded(child)) {
          throw new Error(`The command ended before it was healthy:\n${output}`);
        }
        await wait(200);
      }
    },
    stop: () => stop(child),
  };
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

function imageEnvironment(image: Image, port: number): Record<string, string> {
  const mapped = Object.entries(image.env).map(([name, value]) => [
    name,
    value === String(image.port) ? String(port) : value,
  ]);
  const bin = path.join(path.dirname(image.root), 'bin');
  return { ...Object.fromEntries(mapped), PATH: [bin, ...systemPath()].join(path.delimiter) };
}

async function isHealthy(image: Image, port: number): Promise<boolean> {
  const command = image.healthCommand.replaceAll(`127.0.0.1:${image.port}`, `127.0.0.1:${port}`);
  const check = spawn('sh', ['-c', command], { env: imageEnvironment(image, port), stdio: 'ignore' });
  const [code] = await once(check, 'exit');
  return code === 0;
}

async function stop(child: ChildProcess): Promise<number | null> {
  if (hasEnded(child)) {
    return child.exitCode;
  }
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const killing = setTimeout(() => child.kill('SIGKILL'), 10_000);
  const [code] = await ended;
  clearTimeout(killing);
  return code;
}
