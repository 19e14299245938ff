import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { countReport, sumReports } from './sum-reports.ts';

const vitest = (success: boolean, passed: number, failed: number, skipped = 0) => ({
  success,
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: skipped,
});
const playwright = (expected: number, unexpected = 0, flaky = 0, skipped = 0, errors: unknown[] = []) => ({
  stats: { expected, unexpected, flaky, skipped },
  errors,
});

test.each([
  ['a run that passed', vitest(true, 5, 0), { passed: 5, failed: 0 }],
  ['a run with a failure', vitest(false, 4, 1), { passed: 4, failed: 1 }],
  ['a skipped test', vitest(true, 4, 0, 1), { passed: 4, failed: 1 }],
  ['a file that did not load', vitest(false, 4, 0), { passed: 4, failed: 1 }],
  ['journeys that passed', playwright(7), { passed: 7, failed: 0 }],
  [
    'journeys of which one failed, one was flaky and one was skipped',
    playwright(4, 1, 1, 1),
    { passed: 4, failed: 3 },
  ],
  ['journeys that could not start', playwright(0, 0, 0, 0, [{ message: 'x' }]), { passed: 0, failed: 1 }],
])('counts the passed and failed tests of %s', (_case, report, expected) => {
  expect(countReport(report)).toEqual(expected);
});

test('sums up reports, and counts a missing report as one failure', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'reports-'));
  const file = path.join(folder, 'a.json');
  writeFileSync(file, JSON.stringify(vitest(true, 5, 0)));
  expect(sumReports([file, file])).toEqual({ passed: 10, failed: 0 });
  expect(sumReports([file, path.join(folder, 'missing.json')])).toEqual({ passed: 5, failed: 1 });
  rmSync(folder, { recursive: true });
});
