import { defineConfig, type Project } from '@playwright/test';
import type { PhoneOptions } from './apps/stays/e2e/other-browsers/test-on-phone.ts';

const executablePath = process.env['CHROMIUM_PATH'];
const otherBrowsers = '**/other-browsers/**';

/** The main journeys in another engine. There are none where `npm test` found no such browser. */
function listProjects(
  engine: PhoneOptions['engine'],
  enginePath: string | undefined,
): Project<PhoneOptions>[] {
  return enginePath
    ? [
        {
          name: engine,
          testDir: 'apps',
          testMatch: `${otherBrowsers}/*.spec.ts`,
          use: { engine, enginePath },
        },
      ]
    : [];
}

/** Journeys against the production builds of both apps, on the embedded stack with demo data. */
export default defineConfig<PhoneOptions>({
  globalSetup: './scripts/test/start-product-for-journeys.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  // Limits end what hangs. A slow or crowded machine must not meet them, so no test has a limit of its own.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  reporter: [['list'], ['json', { outputFile: '.reports/playwright.json' }]],
  outputDir: 'test-results',
  use: {
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--disable-dev-shm-usage',
        '--disable-background-networking',
        '--disable-component-update',
        '--no-first-run',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    },
  },
  projects: [
    {
      name: 'stays',
      testDir: 'apps/stays/e2e',
      testIgnore: otherBrowsers,
      use: { viewport: { width: 360, height: 740 }, hasTouch: true },
    },
    {
      name: 'backoffice',
      testDir: 'apps/backoffice/e2e',
      testIgnore: otherBrowsers,
      use: { viewport: { width: 1440, height: 900 } },
    },
    ...listProjects('firefox', process.env['FIREFOX_PATH']),
    ...listProjects('webkit', process.env['WEBKIT_DRIVER_PATH']),
  ],
});
