import { spawn } from 'node:child_process';
import { mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';

const reports = path.join(import.meta.dirname, '../../.reports');
const script = path.join(import.meta.dirname, 'serve-for-journeys.ts');

export type ServedProduct = {
  /** The one line with its addresses, as JSON. */
  line: string;
  stop: () => Promise<void>;
};

/** Starts the product in a process of its own, with the demo or `--empty`. Its log is in `.reports`. */
export async function startServedProduct(name: string, flags: readonly string[]): Promise<ServedProduct> {
  mkdirSync(reports, { recursive: true });
  const log = openSync(path.join(reports, `${name}.log`), 'w');
  const child = spawn(process.execPath, [script, ...flags], { stdio: ['ignore', 'pipe', log] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  if (child.stdout === null) {
    throw new TypeError('The child was started without a pipe.');
  }
  const line = await Promise.race([firstLine(child.stdout), ended.then(() => null)]);
  if (line === null) {
    throw new Error(`The product did not start. The reason is in .reports/${name}.log.`);
  }
  return {
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
