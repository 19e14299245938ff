import puppeteer from 'puppeteer-core';
import { type Phone, readScript } from './phone';

/** Starts a stock Firefox with an empty profile. It is driven by WebDriver BiDi, so it needs no driver beside it. */
export async function startFirefox(executablePath: string): Promise<Phone> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    timeout: 300_000,
    defaultViewport: { width: 360, height: 740 },
  });
  const page = await browser.newPage();
  page.setDefaultTimeout(60_000);
  page.setDefaultNavigationTimeout(60_000);
  const find = (xpath: string) => page.locator(`::-p-xpath(${xpath})`);
  return {
    open: async (url) => void (await page.goto(url, { waitUntil: 'domcontentloaded' })),
    reload: async () => void (await page.reload({ waitUntil: 'domcontentloaded' })),
    goBack: async () => void (await page.evaluate('window.history.back()')),
    tap: (xpath) => find(xpath).click(),
    type: async (xpath, text) => {
      await find(xpath).click();
      await page.keyboard.type(text);
    },
    read: async () => ({ url: page.url(), text: String(await page.evaluate(readScript)) }),
    run: async (script) => String(await page.evaluate(script)),
    close: () => browser.close(),
  };
}
