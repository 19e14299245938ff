import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Browser, CDPSession } from '@playwright/test';
import { launchBrowser } from './launch-browser.ts';
import { runCommand } from './run-command.ts';
import { startGuestApp } from './start-apps.ts';

/**
 * Measures what it buys that taps are recorded before React has loaded: from when on a tap counts, with early-taps.js and
 * with buttons that are components of React (there are some on the page: the steppers of the catalogue).
 */

type Line = { name: string; cpuTimesSlower: number; kilobitsPerSecond: number | null; latencyMs: number };

const lines: readonly Line[] = [
  { name: 'a good line', cpuTimesSlower: 1, kilobitsPerSecond: null, latencyMs: 0 },
  { name: 'slow 4G, a phone 4 times slower', cpuTimesSlower: 4, kilobitsPerSecond: 1_600, latencyMs: 150 },
  { name: '3G, a phone 6 times slower', cpuTimesSlower: 6, kilobitsPerSecond: 400, latencyMs: 400 },
];
const loads = 5;
const roomPath = '/stay/room/RM-SUNSET22';

/** Milliseconds since the navigation. A tap that is given up is told to the guest instead of opening its sheet. */
type Moments = { painted: number; recorded: number; attached: number; opened?: number; told?: number };

// Notes the moments, frame by frame. As text, because it runs in the page and uses browser types that this script is compiled
// without.
const watchMoments = `
  globalThis.tapMoments = {};
  const note = (name, isReached) => {
    if (isReached) {
      tapMoments[name] ??= performance.now();
    }
  };
  const look = () => {
    const stepper = document.querySelector('[data-action="add-item"]');
    const report = document.querySelector('[data-action="report"]');
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    note('recorded', 'earlyTaps' in window);
    note('attached', stepper !== null && Object.keys(stepper).some((key) => key.startsWith('__reactProps')));
    if (paint && report && tapMoments.recorded && !tapMoments.painted) {
      tapMoments.painted = paint.startTime;
      report.click();
    }
    note('opened', document.querySelector('dialog[open]') !== null);
    note('told', document.getElementById('tap-failure')?.hidden === false);
    requestAnimationFrame(look);
  };
  look();
`;

const root = path.join(import.meta.dirname, '../..');
await runCommand('turbo', ['run', 'build', '--filter=@gudbro/stays'], root);
await using ending = new AsyncDisposableStack();
const { url } = await startGuestApp(ending);
const browser = await launchBrowser();
ending.defer(() => browser.close());
for (const line of lines) {
  const all: Moments[] = [];
  for (let load = 0; load < loads; load += 1) {
    all.push(await loadAndTap(browser, `${url}${roomPath}`, line));
  }
  const after = (moment: keyof Moments) =>
    median(all.flatMap((one) => (one[moment] === undefined ? [] : Math.max(0, one[moment] - one.painted))));
  const opened = all.filter((one) => one.opened !== undefined && one.told === undefined).length;
  process.stdout.write(
    [
      `${line.name}: after the first paint`,
      `  ${formatMs(after('recorded'))}  a tap is recorded`,
      `  ${formatMs(after('attached'))}  React has the buttons of the page`,
      opened === 0
        ? `  ${formatMs(after('told'))}  a tap at the first paint is given up, and the page says so`
        : `  ${formatMs(after('opened'))}  a sheet is open that was tapped at the first paint (${opened} of ${loads} loads)`,
      '',
    ].join('\n'),
  );
}

/** Opens the page with an empty cache, and taps "Report a problem" with its first paint. */
async function loadAndTap(browser: Browser, address: string, line: Line): Promise<Moments> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: line.cpuTimesSlower });
  if (line.kilobitsPerSecond !== null) {
    const bytesPerSecond = (line.kilobitsPerSecond * 1_000) / 8;
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: line.latencyMs,
      downloadThroughput: bytesPerSecond,
      uploadThroughput: bytesPerSecond,
    });
  }
  await page.addInitScript(watchMoments);
  await page.goto(address, { waitUntil: 'commit' });
  const moments = await waitForMoments(session);
  await context.close();
  return moments;
}

/** Waits until React has the buttons, and the tap has led to something. */
async function waitForMoments(session: CDPSession): Promise<Moments> {
  const endsAt = Date.now() + 120_000;
  while (Date.now() < endsAt) {
    const { result } = await session.send('Runtime.evaluate', {
      expression: 'tapMoments',
      returnByValue: true,
    });
    const moments: Moments = result.value;
    if (moments.attached > 0 && (moments.opened ?? moments.told) !== undefined) {
      return moments;
    }
    await setTimeout(200);
  }
  throw new Error('The tap has led to nothing within two minutes.');
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function formatMs(value: number): string {
  return `${value.toFixed(0).padStart(6)} ms`;
}
