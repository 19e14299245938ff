import { cpSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BuiltProduct } from './start-built-product.ts';
import type { Watch } from './watch.ts';

const shown = 40;

export function print(...lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

let shownSoFar = 0;

/** Prints a violation when it happens, up to a number that a person reads. */
export function printViolation(violation: string): void {
  shownSoFar += 1;
  if (shownSoFar <= shown) {
    print(`VIOLATION ${violation}`);
  }
}

/** Prints counts and the verdict, and makes the process end with 1 if there is any. The log of the product is kept then. */
export function printVerdict(name: string, watch: Watch, product: BuiltProduct): void {
  for (const end of product.listUnexpectedEnds()) {
    watch.violate(end);
  }
  for (const _end of product.databaseApi.listUnexpectedEnds()) {
    watch.count('ends of the embedded Supabase (not judged)');
  }
  const counts = [...watch.counts].toSorted(([a], [b]) => a.localeCompare(b));
  print('', ...counts.map(([what, count]) => `  ${what.padEnd(44)} ${String(count).padStart(8)}`));
  const { violations } = watch;
  if (violations.length === 0) {
    print('', `${name}: no violation`);
    return;
  }
  const log = path.join(tmpdir(), `gudbro-${name.replaceAll(':', '-')}.log`);
  cpSync(product.logFile, log);
  print('', `${name}: ${violations.length} violations; the log of the product is ${log}`);
  process.exitCode = 1;
}
