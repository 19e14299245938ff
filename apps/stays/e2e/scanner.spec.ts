import { expect } from '@playwright/test';
import { HomeScreen } from './entry-screens';
import { testWithCameraOn } from './test-with-camera-on';

const test = testWithCameraOn('https://printed-elsewhere.example/stay/room/RM-BEACH234');

test('the scanner opens the room whose code is on a sign, whatever host was printed with it', async ({
  page,
}) => {
  const home = new HomeScreen(page);
  await home.visit();
  const origin = new URL(page.url()).origin;
  await home.scanButton.click();
  await expect(page).toHaveURL(`${origin}/stay/room/RM-BEACH234`);
  await expect(page.getByText('BeachView-7A', { exact: true })).toBeVisible();
});
