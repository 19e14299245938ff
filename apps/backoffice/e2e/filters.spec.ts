import { expect, test } from '@playwright/test';
import { OwnerScreen, product } from './owner-screen.ts';

const lists = [
  { path: 'rooms', filter: 'Floor', chosen: 'floor=9' },
  { path: 'reports', filter: 'How urgent', chosen: 'priority=low' },
  { path: 'sheets', filter: 'Type', chosen: 'state=torn' },
  // Without a search an empty register has neither list nor filters.
  { path: 'sheets/register', filter: 'Show', all: 'q=203', chosen: 'show=dead' },
  // Nor does a history in which nothing happened yet have filters. The history of one thing does.
  {
    path: 'history',
    filter: 'What happened',
    all: `row=${crypto.randomUUID()}`,
    chosen: 'action=removed',
  },
];

test('on a phone without JavaScript filters stand behind one line, unless one is chosen', async ({
  browser,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  });
  const page = await context.newPage();
  const screen = new OwnerScreen(page);
  await screen.signIn('owner@example.com');
  for (const { path, filter, chosen, all = '' } of lists) {
    const field = page.getByRole('main').getByLabel(filter, { exact: true });
    await page.goto(`${product.backofficeUrl}/p/sunset-hotel/${path}?${all}`);
    await expect(field).toBeHidden();
    await page.getByText('Filters', { exact: true }).click();
    await expect(field).toBeVisible();
    await page.goto(`${product.backofficeUrl}/p/sunset-hotel/${path}?${chosen}`);
    await expect(page.getByText('Filters (1 chosen)')).toBeVisible();
    await expect(field).toBeVisible();
    // A window that is wide has no such line.
    await page.setViewportSize({ width: 768, height: 900 });
    await expect(page.getByText('Filters (1 chosen)')).toBeHidden();
    await page.goto(`${product.backofficeUrl}/p/sunset-hotel/${path}?${all}`);
    await expect(field).toBeVisible();
    await page.setViewportSize({ width: 360, height: 740 });
  }
  await context.close();
});
