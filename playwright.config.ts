import { defineConfig, type Project } from '@playwright/test';
import type { PhoneOptions } from './apps/stays/e2e/other-browsers/test-on-phone.ts';

const wholeChromium = process.env['CHROMIUM_PATH'];
const headlessShell = process.env['HEADLESS_SHELL_PATH'];
const otherBrowsers = '**/other-browsers/**';
/** The headless shell has no push messages. */
const wholeChromiumOnly = '**/push-messages.spec.ts';

function launch(executablePath: string | undefined) {
  return {
    ...(executablePath ? { executablePath } : {}),
    args: [
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  };
}

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
  timeout: 600_000,
  expect: { timeout: 60_000 },
  reporter: [['list'], ['json', { outputFile: '.reports/playwright.json' }]],
  outputDir: 'test-results',
  use: {
    screenshot: 'only-on-failure',
    launchOptions: launch(headlessShell || wholeChromium),
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
      testIgnore: [otherBrowsers, wholeChromiumOnly],
      use: { viewport: { width: 1440, height: 900 } },
    },
    {
      name: 'backoffice-push',
      testDir: 'apps/backoffice/e2e',
      testMatch: wholeChromiumOnly,
      use: { viewport: { width: 1440, height: 900 }, launchOptions: launch(wholeChromium) },
    },
    ...listProjects('firefox', process.env['FIREFOX_PATH']),
    ...listProjects('webkit', process.env['WEBKIT_DRIVER_PATH']),
  ],
});
