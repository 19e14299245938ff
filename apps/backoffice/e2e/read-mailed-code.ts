import type { Browser } from '@playwright/test';

/** The newest code that was mailed to this address, as the page of mails of the embedded stack shows it. */
export async function readMailedCode(browser: Browser, supabaseUrl: string, email: string): Promise<string> {
  const page = await browser.newPage();
  await page.goto(`${supabaseUrl}/_mail`);
  const code = await page.locator(`article[data-to="${email}"] code`).first().textContent();
  await page.close();
  return code ?? '';
}
