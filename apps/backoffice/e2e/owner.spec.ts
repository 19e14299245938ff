import { expect, test } from '@playwright/test';
import { findViolations } from '../../../scripts/test/find-violations';
import { findPassword, OwnerScreen, product } from './owner-screen';

test('an owner signs in, opens a room, copies its link and sees the guest page behind it', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: product.backofficeUrl });
  const screen = new OwnerScreen(page);
  await screen.signIn('owner@example.com');
  await expect(screen.heading).toHaveText('Your rooms');
  await expect(page.getByRole('heading', { name: 'Sunset Hotel' })).toBeVisible();
  expect(await findViolations(page)).toEqual([]);

  await page.getByRole('link', { name: 'SUN-203' }).click();
  await expect(screen.heading).toHaveText('Room SUN-203');
  await expect(page.getByText('RM-SUNSET22').first()).toBeVisible();
  await expect(page.getByRole('img', { name: /QR/ })).toBeVisible();
  expect(await findViolations(page)).toEqual([]);

  await page.getByRole('button', { name: 'Copy link' }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(`${product.staysUrl}/stay/room/RM-SUNSET22`);
  await page.goto(link);
  await expect(page.getByText('lantern-tide-42')).toBeVisible();
});

test('an owner sees their own properties, and 404 for a room of another owner', async ({ browser }) => {
  const owner = await browser.newContext();
  const ownerPage = await owner.newPage();
  await new OwnerScreen(ownerPage).signIn('owner@example.com');
  await ownerPage.getByRole('link', { name: 'SUN-203' }).click();
  await expect(ownerPage).toHaveURL(/\/rooms\//);
  const foreignRoom = ownerPage.url();

  const other = await browser.newContext();
  const otherPage = await other.newPage();
  await new OwnerScreen(otherPage).signIn('other@example.com');
  await expect(otherPage.getByRole('heading', { name: 'Quiet House' })).toBeVisible();
  await expect(otherPage.getByText('Sunset Hotel')).toHaveCount(0);

  const foreign = await otherPage.goto(foreignRoom);
  const unknown = await otherPage.goto(`${product.backofficeUrl}/rooms/${crypto.randomUUID()}`);
  expect([foreign?.status(), unknown?.status()]).toEqual([404, 404]);
  await expect(otherPage.getByText('RM-SUNSET22')).toHaveCount(0);
  await owner.close();
  await other.close();
});

test('staff see only the property they work at', async ({ page }) => {
  await new OwnerScreen(page).signIn('staff@example.com');
  await expect(page.getByRole('heading', { name: 'Sunset Hotel' })).toBeVisible();
  await expect(page.getByText('Palm Resort')).toHaveCount(0);
});

test('a wrong password shows an error on the form, which still has the typed email', async ({ page }) => {
  await new OwnerScreen(page).signIn('owner@example.com', 'not the password');
  await expect(page.getByText('Email and password do not match an account.')).toBeVisible();
  await expect(page.getByLabel('Email')).toHaveValue('owner@example.com');
  expect(await findViolations(page)).toEqual([]);
});

test('after signing out a room’s page leads to the sign-in, and signing in leads back to it', async ({
  page,
}) => {
  const screen = new OwnerScreen(page);
  await screen.signIn('owner@example.com');
  await page.getByRole('link', { name: 'BVA-A1' }).click();
  await expect(screen.heading).toHaveText('Room BVA-A1');
  const room = page.url();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/sign-in/);

  await page.goto(room);
  await expect(page).toHaveURL(/sign-in/);
  await page.getByLabel('Email').fill('owner@example.com');
  await page.getByLabel('Password').fill(findPassword('owner@example.com'));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(screen.heading).toHaveText('Room BVA-A1');
});

test('without JavaScript staff can sign in and see their rooms', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await new OwnerScreen(page).signIn('staff@example.com');
  await expect(page.getByRole('link', { name: 'SUN-204' })).toBeVisible();
  await context.close();
});
