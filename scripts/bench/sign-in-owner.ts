import type { Browser } from '@playwright/test';
import type { RunningBackoffice } from './start-backoffice.ts';

/** Signs the owner of the demo in, and returns the cookies of the session. */
export async function signInOwner(browser: Browser, { url, owner }: RunningBackoffice) {
  const context = await browser.newContext({ locale: 'en-US' });
  const page = await context.newPage();
  await page.goto(url);
  await page.getByLabel('Email').fill(owner.email);
  await page.getByLabel('Password').fill(owner.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(({ pathname }) => !pathname.startsWith('/sign-in'));
  const cookies = await context.cookies();
  await context.close();
  return cookies;
}
