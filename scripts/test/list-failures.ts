import { existsSync, readFileSync } from 'node:fs';

type VitestReport = {
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages?: string[] }[];
  }[];
};
type PlaywrightSuite = {
  specs: { title: string; file: string; tests: PlaywrightTest[] }[];
  suites?: PlaywrightSuite[];
};
type PlaywrightTest = {
  projectName: string;
  status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
  results: { errors: { message?: string }[] }[];
};
type PlaywrightReport = { suites: PlaywrightSuite[]; errors: { message?: string }[] };

/** Lists what failed in these reports, one line each with where it stands and why, so that the end of a log tells it. */
export function listFailures(files: readonly string[]): string[] {
  return files
    .filter((file) => existsSync(file))
    .map((file): VitestReport | PlaywrightReport => JSON.parse(readFileSync(file, 'utf8')))
    .flatMap((report) =>
      'testResults' in report ? listFailedTests(report) : listFailedJourneys(report.suites, report.errors),
    );
}

function listFailedTests({ testResults }: VitestReport): string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status !== 'passed');
    const didNotLoad = status === 'failed' && failed.length === 0;
    return didNotLoad
      ? [describe(name, 'did not load', message)]
      : failed.map((test) => describe(name, test.fullName, test.failureMessages?.[0]));
  });
}

function listFailedJourneys(
  suites: readonly PlaywrightSuite[],
  errors: PlaywrightReport['errors'],
): string[] {
  const failed = suites.flatMap(listFailedSpecs);
  return [...failed, ...errors.map(({ message }) => describe('journeys', 'did not start', message))];
}

function listFailedSpecs({ specs, suites = [] }: PlaywrightSuite): string[] {
  const own = specs.flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status !== 'expected')
      .map(({ projectName, results }) => {
        const [error] = results.flatMap(({ errors }) => errors);
        return describe(file, `${title} [${projectName}]`, error?.message);
      }),
  );
  return [...own, ...suites.flatMap(listFailedSpecs)];
}

function describe(file: string, title: string, message = ''): string {
  const [firstLine = ''] = message.trim().split('\n');
  return `${file} › ${title}: ${firstLine || 'not run'}`;
}
