import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, expect } from '@playwright/test';
import { makeNote, OrderScreen } from './order-screen';
import { RoomScreen } from './room-screen';
import { test as base } from './test-with-own-address';

/** A browser whose settings block the cookies of every site but the one in the address bar. */
const test = base.extend<{ strictContext: BrowserContext }>({
  strictContext: async ({ launchOptions, extraHTTPHeaders }, use) => {
    const profile = await mkdtemp(path.join(tmpdir(), 'strict-profile-'));
    await mkdir(path.join(profile, 'Default'));
    const preferences = { profile: { block_third_party_cookies: true, cookie_controls_mode: 1 } };
    await writeFile(path.join(profile, 'Default/Preferences'), JSON.stringify(preferences));
    const context = await chromium.launchPersistentContext(profile, {
      ...launchOptions,
      args: [...(launchOptions.args ?? []), '--test-third-party-cookie-phaseout'],
      viewport: { width: 360, height: 740 },
      locale: 'en-US',
      ...(extraHTTPHeaders ? { extraHTTPHeaders } : {}),
    });
    await use(context);
    await context.close();
    // The browser’s children may still write into it.
    await rm(profile, { recursive: true, force: true, maxRetries: 20 });
  },
});

test('with third-party cookies blocked a guest proves the stay, orders and signs out', async ({
  strictContext,
}) => {
  const page = await strictContext.newPage();
  const [screen, note] = [new OrderScreen(page), makeNote()];
  await screen.open('RM-DRM23456');
  await expect(new RoomScreen(page).password).toHaveText('sweetdreams41');
  await screen.add('Padlock');
  await screen.bar.click();
  await screen.note.fill(note);
  await screen.placeButton.click();
  await screen.answer('O’Brien');
  await expect(screen.status(note)).toHaveText('Sent');
  await page.reload();
  await expect(page.locator('h1')).toContainText('Aoife');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
});
