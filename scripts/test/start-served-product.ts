import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';

const reports = path.join(import.meta.dirname, '../../.reports');
const script = path.join(import.meta.dirname, 'serve-for-journeys.ts');

export type ServedProduct = {
  /** The one line with its addresses, as JSON. */
  line: string;
  stop: () => Promise<void>;
};

/** Another process may take a free port before the product listens on it. */
const mostTries = 3;

/** Starts the product in a process of its own, with the demo or `--empty`. Its log is in `.reports`. */
export async function startServedProduct(name: string, flags: readonly string[]): Promise<ServedProduct> {
  mkdirSync(reports, { recursive: true });
  const logFile = path.join(reports, `${name}.log`);
  for (let tries = 1; ; tries += 1) {
    const served = await tryToServe(logFile, flags);
    if (served !== null) {
      return served;
    }
    if (tries === mostTries || !readFileSync(logFile, 'utf8').includes('EADDRINUSE')) {
      throw new Error(`The product did not start. The reason is in .reports/${name}.log.`);
    }
  }
}

/** Null where the process ended before it served anything. */
async function tryToServe(logFile: string, flags: readonly string[]): Promise<ServedProduct | null> {
  const log = openSync(logFile, 'w');
  const child = spawn(process.execPath, [script, ...flags], { stdio: ['ignore', 'pipe', log] });
  closeSync(log);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  if (child.stdout === null) {
    throw new TypeError('The child was started without a pipe.');
  }
  const line = await Promise.race([firstLine(child.stdout), ended.then(() => null)]);
  return line === null
    ? null
    : {
        line,
        stop: async () => {
          child.kill('SIGTERM');
          await ended;
        },
      };
}

function firstLine(input: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve) => createInterface({ input }).once('line', resolve));
}
