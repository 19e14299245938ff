import type { Browser } from '@playwright/test';
import { atMost, type Check, formatKilobytes } from './check.ts';
import { launchBrowser } from './launch-browser.ts';
import { type Asset, loadPage, sumBytes } from './load-page.ts';
import { watchLayout } from './watch-layout.ts';

type Sizes = { lines: string[]; checks: Check[] };

const mostScript = 15_000;
/** For taps that may come, fetched once the page has loaded. */
const mostScriptAhead = 90_000;
const mostStyle = 10_000;
const phone = 360;
const desktop = 1440;
/** The CPU slowdown that stands for a cheap phone, and how often the page is loaded with it. */
const slowness = 20;
const slowLoads = 6;

/** Measures what the room's page fetches to load, compared to the empty page, what it fetches ahead, and its layout shift. */
export async function measureSizes(roomUrl: string, emptyUrl: string): Promise<Sizes> {
  const browser = await launchBrowser();
  try {
    const room = await listAssets(browser, roomUrl);
    const empty = await listAssets(browser, emptyUrl);
    const more = sumBytes(room, 'script') - sumBytes(empty, 'script');
    return {
      lines: [...formatAssets('Room page', room), ...formatAssets('Empty page', empty)],
      checks: [
        atMost('JavaScript of the room page above the empty page, gz', more, mostScript, formatKilobytes),
        atMost(
          'JavaScript fetched ahead of taps, after the load, gz',
          sumBytes(room, 'script', true),
          mostScriptAhead,
          formatKilobytes,
        ),
        atMost('CSS of the room page, gz', sumBytes(room, 'style'), mostStyle, formatKilobytes),
        await checkLayout(browser, roomUrl, phone),
        await checkLayout(browser, roomUrl, desktop),
        await checkSlowLayout(browser, roomUrl, phone),
        await checkSlowLayout(browser, roomUrl, desktop),
      ],
    };
  } finally {
    await browser.close();
  }
}

async function listAssets(browser: Browser, url: string): Promise<readonly Asset[]> {
  const { context, assets } = await loadPage(browser, { url, width: phone });
  await context.close();
  return assets;
}

function formatAssets(name: string, assets: readonly Asset[]): string[] {
  const total = `${formatKilobytes(sumBytes(assets, 'script'))} of JavaScript, ${formatKilobytes(sumBytes(assets, 'style'))} of CSS, gz`;
  const files = assets.map(({ path, gzBytes, isCompressed, byWorker, isAhead }) => {
    const notes = `${isAhead ? '  (after the load)' : ''}${byWorker ? '  (by the service worker)' : ''}${isCompressed ? '' : '  (sent uncompressed)'}`;
    return `  ${formatKilobytes(gzBytes).padStart(10)}  ${path}${notes}`;
  });
  return [`${name}: ${total}`, ...files];
}

/** Measures layout shift during the load and while the WiFi QR code opens. */
async function checkLayout(browser: Browser, url: string, width: number): Promise<Check> {
  let readShifts = async () => Number.NaN;
  const prepare = async (page: Parameters<typeof watchLayout>[0]) => {
    readShifts = await watchLayout(page);
  };
  const { page, context } = await loadPage(browser, { url, width, prepare });
  await page.getByText('Show QR for another device').first().click();
  await page
    .getByRole('img', { name: /QR code that joins/ })
    .first()
    .waitFor();
  // Chrome does not count shifts within half a second of a tap, so wait for later ones.
  await page.waitForTimeout(1_500);
  const shifts = await readShifts();
  await context.close();
  return atMost(`Layout shift at ${width} px, load and WiFi QR`, shifts, 0, (value) => value.toFixed(4));
}

/** Measures layout shift on a slow CPU with cached styles, where the page is painted before it has arrived completely. */
async function checkSlowLayout(browser: Browser, url: string, width: number): Promise<Check> {
  const context = await browser.newContext({ viewport: { width, height: 740 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  const readShifts = await watchLayout(page);
  await page.goto(url, { waitUntil: 'networkidle' });
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowness });
  let shifts = 0;
  for (let load = 0; load < slowLoads; load += 1) {
    await page.goto(url, { waitUntil: 'networkidle' });
    shifts += await readShifts();
  }
  await context.close();
  const name = `Layout shift at ${width} px, ${slowLoads} loads on a CPU ${slowness} times slower`;
  return atMost(name, shifts, 0, (value) => value.toFixed(4));
}
