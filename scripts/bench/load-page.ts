import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page, Response } from '@playwright/test';

export type Asset = {
  path: string;
  kind: 'script' | 'style';
  gzBytes: number;
  isCompressed: boolean;
  /** Fetched by the service worker, after the page itself. */
  byWorker: boolean;
};
export type LoadedPage = { page: Page; context: BrowserContext; assets: readonly Asset[] };

type Loading = { url: string; width: number; prepare?: (page: Page) => Promise<void> };

// Longer than the half second without a request that Playwright calls idle: what a page loads "when there is time"
// belongs to the load as well.
const quietMs = 2_000;

/** Opens a page in a browser that has seen nothing yet, and lists the scripts and styles it fetched by itself. */
export async function loadPage(browser: Browser, { url, width, prepare }: Loading): Promise<LoadedPage> {
  const context = await browser.newContext({ viewport: { width, height: 740 }, locale: 'en-US' });
  const page = await context.newPage();
  const reading = new Map<string, Promise<Asset>>();
  // The context's, not the page's: a service worker's fetches count too.
  context.on('response', (response) => {
    const kind = findKind(response);
    const path = new URL(response.url()).pathname;
    if (kind !== null && !reading.has(path)) {
      reading.set(path, readAsset(response, path, kind));
    }
  });
  await prepare?.(page);
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.waitForTimeout(quietMs);
  return { page, context, assets: await Promise.all(reading.values()) };
}

function findKind(response: Response): Asset['kind'] | null {
  const type = response.headers()['content-type'] ?? '';
  if (/javascript/.test(type)) {
    return 'script';
  }
  return /text\/css/.test(type) ? 'style' : null;
}

/** Bytes of gzip: as they came over the wire, or compressed here where they came as they are, or smaller still by Brotli. */
async function readAsset(response: Response, path: string, kind: Asset['kind']): Promise<Asset> {
  const encoding = response.headers()['content-encoding'];
  const byWorker = response.request().serviceWorker() !== null;
  const { responseBodySize } = await response.request().sizes();
  // Of a worker's own script the browser tells no size.
  const isKnown = encoding === 'gzip' && responseBodySize > 0;
  return {
    path,
    kind,
    gzBytes: isKnown ? responseBodySize : await compressAgain(response.url()),
    isCompressed: encoding !== undefined,
    byWorker,
  };
}

async function compressAgain(url: string): Promise<number> {
  return gzipSync(await (await fetch(url)).arrayBuffer()).length;
}

export function sumBytes(assets: readonly Asset[], kind: Asset['kind']): number {
  return assets.filter((asset) => asset.kind === kind).reduce((sum, { gzBytes }) => sum + gzBytes, 0);
}
