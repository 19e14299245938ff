import { expect, test } from '@playwright/test';
import { OwnerScreen, product } from './owner-screen.ts';

test('what leads from an entry of the history is there, and a removed thing keeps its name', async ({
  page,
}) => {
  const screen = new OwnerScreen(page);
  await screen.signIn('owner@example.com');
  const base = `${product.backofficeUrl}/p/beach-view`;
  await page.goto(`${base}/areas/new`);
  await page.getByLabel('Name', { exact: true }).first().fill('Lantern shed');
  await page.getByRole('button', { name: 'Add an area' }).click();
  await page.waitForURL(`${base}/areas`);
  const openEntry = async () => {
    await page.goto(`${base}/history?thing=areas`);
    await page.getByRole('link', { name: /Lantern shed” · added/ }).click();
    await expect(screen.heading).toHaveText('Area “Lantern shed” · added');
  };
  await openEntry();
  await page.getByRole('link', { name: 'Open it' }).click();
  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await page.waitForURL(`${base}/areas`);
  await openEntry();
  await expect(page.getByRole('link', { name: 'Open it' })).toBeHidden();
});
