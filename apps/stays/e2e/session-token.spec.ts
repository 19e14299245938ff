import { expect, type Response } from '@playwright/test';
import { OrderScreen } from './order-screen';
import { product } from './product';
import { test } from './test-with-own-address';

test('no response that a script of the page can read has the session’s token', async ({ page }) => {
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  const screen = new OrderScreen(page);
  await screen.open('RM-DRM23456');
  await screen.add('Padlock');
  await screen.bar.click();
  await screen.placeButton.click();
  const verified = page.waitForResponse('**/verify');
  await screen.answer('O’Brien');
  expect((await verified).status()).toBe(200);
  await page.evaluate(() => fetch('/api/stay/room/RM-DRM23456').then((response) => response.text()));
  const cookies = await page.context().cookies(product.staysUrl);
  const session = cookies.find(({ name }) => name === 'gudbro_guest');
  expect(session?.httpOnly).toBe(true);
  const signature = session?.value.split('.')[2] ?? 'no token';
  const readable = responses.filter((response) => new URL(response.url()).pathname.startsWith('/api/'));
  const bodies = await Promise.all(readable.map((response) => response.text()));
  expect(bodies.length).toBeGreaterThan(1);
  expect(bodies.filter((body) => body.includes(signature) || body.includes('"token"'))).toEqual([]);
  expect(await page.evaluate(() => document.cookie)).not.toContain('gudbro_guest');
});
