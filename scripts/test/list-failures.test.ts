import path from 'node:path';
import { expect, test } from 'vitest';
import { makeTempFolder } from '../testing/make-temp-folder.ts';
import { listFailures } from './list-failures.ts';

function listOf(report: object): string[] {
  return listFailures([path.join(makeTempFolder({ 'report.json': JSON.stringify(report) }), 'report.json')]);
}

test('names each failed and each skipped test with its file and the first line of its message', () => {
  const assertionResults = [
    { fullName: 'adds', status: 'passed', failureMessages: [] },
    { fullName: 'divides', status: 'failed', failureMessages: ['expected 2\nat line 3'] },
    { fullName: 'multiplies', status: 'pending' },
  ];
  expect(
    listOf({ testResults: [{ name: 'sums.test.ts', status: 'failed', message: '', assertionResults }] }),
  ).toEqual(['sums.test.ts › divides: expected 2', 'sums.test.ts › multiplies: not run']);
});

test('names a file of tests that did not load', () => {
  const file = { name: 'sums.test.ts', status: 'failed', message: 'no module', assertionResults: [] };
  expect(listOf({ testResults: [file] })).toEqual(['sums.test.ts › did not load: no module']);
});

test('names each failed and each skipped journey, in a group too, and what kept the journeys from starting', () => {
  const spec = (title: string, status: string, ...errors: object[]) => ({
    title,
    file: 'order.spec.ts',
    tests: [{ projectName: 'stays', status, results: [{ errors }] }],
  });
  const suites = [
    {
      specs: [spec('orders', 'expected'), spec('pays', 'skipped')],
      suites: [{ specs: [spec('cancels', 'unexpected', { message: 'no button' })] }],
    },
  ];
  expect(listOf({ suites, errors: [{ message: 'no port' }] })).toEqual([
    'order.spec.ts › pays [stays]: not run',
    'order.spec.ts › cancels [stays]: no button',
    'journeys › did not start: no port',
  ]);
});

test('a report that is not there has no failures to name', () => {
  expect(listFailures(['/nowhere/report.json'])).toEqual([]);
});
