import { expect, type Page } from '@playwright/test';
import { product } from './owner-screen';
import { readMailedCode } from './read-mailed-code';

type NewOwner = { name: string; email: string; password: string };

/** Signs up by the code that is mailed, up to the first step of a new place. */
export async function signUpOwner(page: Page, { name, email, password }: NewOwner): Promise<void> {
  await page.goto(`${product.backofficeUrl}/sign-up`);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Email').fill(email);
  await page.getByRole('button', { name: 'Send me the code' }).click();
  await expect(page).toHaveURL(/sign-in\/confirm$/);
  const browser = page.context().browser();
  if (browser === null) {
    throw new TypeError('The page is of a browser that was launched.');
  }
  await page
    .getByLabel('Code from the email')
    .fill(await readMailedCode(browser, product.supabaseUrl, email));
  await page.getByLabel('New password').fill(password);
  await page.getByRole('button', { name: 'Confirm and go on' }).click();
  await expect(page).toHaveURL(/\/new$/);
}
