import type { Browser, BrowserContext, Page } from '@playwright/test';
import { listScreens, nameScreen } from './find-screens.ts';
import { type Asset, loadPage, sumBytes } from './load-page.ts';

export type MeasuredScreen = {
  name: string;
  url: string;
  assets: readonly Asset[];
  documentGzBytes: number;
  requests: number;
  /** What its scripts take from the network, in bytes, where all screens before it in the list were opened. */
  furtherBytes: number;
};

export type MeasuredScreens = { opened: readonly MeasuredScreen[]; notOpened: readonly string[] };

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;
type Place = { url: string; slug: string; cookies: Cookies };

const first = 'today';
const width = 1440;

/** Opens Today and then every screen that links lead to, each with an empty cache, and again in one browser that has a cache. */
export async function measureScreens(browser: Browser, place: Place): Promise<MeasuredScreens> {
  const names = new Set(listScreens());
  const opened = new Map<string, Omit<MeasuredScreen, 'furtherBytes'>>();
  const toOpen = new Map([[first, `/p/${place.slug}/${first}`]]);
  // Each screen adds what it links to, and a Map goes on over what is added to it.
  for (const [name, path] of toOpen) {
    const url = new URL(path, place.url).href;
    const { links, ...loaded } = await openCold(browser, url, place.cookies);
    opened.set(name, { name, url, ...loaded });
    for (const link of links) {
      const linked = nameScreen(link, place.slug);
      if (linked !== null && names.has(linked) && !toOpen.has(linked)) {
        toOpen.set(linked, link);
      }
    }
  }
  return {
    opened: await addFurtherBytes(browser, [...opened.values()], place.cookies),
    notOpened: [...names].filter((name) => !opened.has(name)),
  };
}

async function openCold(browser: Browser, url: string, cookies: Cookies) {
  const prepare = (page: Page) => page.context().addCookies(cookies);
  const { page, context, assets, documentGzBytes, requests } = await loadPage(browser, {
    url,
    width,
    prepare,
  });
  const links = await page.evaluate<string[]>(listLinks);
  await context.close();
  return { assets, documentGzBytes, requests, links };
}

async function addFurtherBytes(
  browser: Browser,
  screens: readonly Omit<MeasuredScreen, 'furtherBytes'>[],
  cookies: Cookies,
): Promise<MeasuredScreen[]> {
  const context = await browser.newContext({ viewport: { width, height: 740 } });
  await context.addCookies(cookies);
  const page = await context.newPage();
  const measured: MeasuredScreen[] = [];
  for (const screen of screens) {
    await page.goto(screen.url, { waitUntil: 'networkidle' });
    const furtherBytes = await page.evaluate<number>(sumTransferredScripts);
    measured.push({ ...screen, furtherBytes });
  }
  await context.close();
  return measured;
}

// Both as text, because they run in the page and use browser types that this script is compiled without.
const listLinks = `[...document.querySelectorAll('a[href^="/p/"]')].map((link) => link.getAttribute('href'))`;

// What comes from the cache has a transfer size of 0.
const sumTransferredScripts = `
  performance.getEntriesByType('resource')
    .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
    .reduce((sum, { transferSize }) => sum + transferSize, 0)
`;

export function sumScripts(assets: readonly Asset[]): number {
  return sumBytes(assets, 'script') + sumBytes(assets, 'script', true);
}

/** The scripts that a screen loads and this one does not. */
export function sumScriptsBeyond(assets: readonly Asset[], known: readonly Asset[]): number {
  const paths = new Set(known.map(({ path }) => path));
  return sumScripts(assets.filter(({ path }) => !paths.has(path)));
}
