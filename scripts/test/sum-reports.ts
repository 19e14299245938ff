import { readFileSync } from 'node:fs';

export type Count = { passed: number; failed: number };

type VitestReport = {
  success: boolean;
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
};
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
};

/** What one runner's report says. A test that was skipped has not passed: it counts as failed. */
export function countReport(report: VitestReport | PlaywrightReport): Count {
  if ('stats' in report) {
    const { expected, unexpected, flaky, skipped } = report.stats;
    return { passed: expected, failed: unexpected + flaky + skipped + report.errors.length };
  }
  const failed = report.numFailedTests + report.numPendingTests;
  // A file that does not even load has no failed test in it, and is a failure all the same.
  return { passed: report.numPassedTests, failed: failed === 0 && !report.success ? 1 : failed };
}

/** Adds up all runners. A report that is not there stands for a runner that did not get to its end. */
export function sumReports(files: readonly string[]): Count {
  return files
    .map(readCount)
    .reduce((sum, one) => ({ passed: sum.passed + one.passed, failed: sum.failed + one.failed }), {
      passed: 0,
      failed: 0,
    });
}

function readCount(file: string): Count {
  try {
    return countReport(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    process.stderr.write(`No report at ${file}: ${error instanceof Error ? error.message : String(error)}\n`);
    return { passed: 0, failed: 1 };
  }
}
