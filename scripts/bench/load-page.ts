import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page, Response } from '@playwright/test';

export type Asset = {
  path: string;
  kind: 'script' | 'style';
  gzBytes: number;
  isCompressed: boolean;
  /** Fetched by the service worker and not by the page. */
  byWorker: boolean;
  /** Requested after the page had loaded, for a tap that may come. */
  isAhead: boolean;
};
export type LoadedPage = {
  page: Page;
  context: BrowserContext;
  assets: readonly Asset[];
  /** The size of the document with gzip. */
  documentGzBytes: number;
  /** How many responses the page got, the document included. */
  requests: number;
};

type Loading = { url: string; width: number; prepare?: (page: Page) => Promise<void> };

// Playwright's "networkidle" is half a second without a request. A page may load more when the browser is idle, and that
// counts too, so this waits longer.
const waitAfterIdleMs = 2_000;

/** Opens a page with an empty cache, and lists the scripts and styles that it fetched without any tap. */
export async function loadPage(browser: Browser, { url, width, prepare }: Loading): Promise<LoadedPage> {
  const context = await browser.newContext({ viewport: { width, height: 740 }, locale: 'en-US' });
  const page = await context.newPage();
  const reading = new Map<string, Promise<Asset>>();
  let requests = 0;
  let hasLoaded = false;
  page.once('load', () => {
    hasLoaded = true;
  });
  // Responses of the context and not of the page, so that the service worker's fetches are counted too.
  context.on('response', (response) => {
    requests += 1;
    const kind = findKind(response);
    const path = new URL(response.url()).pathname;
    if (kind !== null && !reading.has(path)) {
      reading.set(path, readAsset(response, { path, kind, isAhead: hasLoaded }));
    }
  });
  await prepare?.(page);
  const document = await page.goto(url, { waitUntil: 'networkidle' });
  if (document === null || !document.ok()) {
    throw new Error(`${url} responds with ${document?.status() ?? 'nothing'}.`);
  }
  await page.waitForTimeout(waitAfterIdleMs);
  return {
    page,
    context,
    assets: await Promise.all(reading.values()),
    documentGzBytes: gzipSync(await document.body()).length,
    requests,
  };
}

function findKind(response: Response): Asset['kind'] | null {
  const type = response.headers()['content-type'] ?? '';
  if (/javascript/.test(type)) {
    return 'script';
  }
  return /text\/css/.test(type) ? 'style' : null;
}

/** The size with gzip: as received, or compressed here if the response was uncompressed or used Brotli. */
async function readAsset(
  response: Response,
  known: Pick<Asset, 'path' | 'kind' | 'isAhead'>,
): Promise<Asset> {
  const encoding = response.headers()['content-encoding'];
  const byWorker = response.request().serviceWorker() !== null;
  const { responseBodySize } = await response.request().sizes();
  // The browser gives no size for the service worker's own script.
  const isKnown = encoding === 'gzip' && responseBodySize > 0;
  return {
    ...known,
    gzBytes: isKnown ? responseBodySize : await fetchAndCompress(response.url()),
    isCompressed: encoding !== undefined,
    byWorker,
  };
}

async function fetchAndCompress(url: string): Promise<number> {
  return gzipSync(await (await fetch(url)).arrayBuffer()).length;
}

export function sumBytes(assets: readonly Asset[], kind: Asset['kind'], isAhead = false): number {
  return assets
    .filter((asset) => asset.kind === kind && asset.isAhead === isAhead)
    .reduce((sum, { gzBytes }) => sum + gzBytes, 0);
}
