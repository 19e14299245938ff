import { expect } from '@playwright/test';
import { test } from './household';
import { allStates } from './states/all-states';
import { findFaults } from './states/find-faults';

// Every page and sheet × every state × light, dark, a narrow screen and letters twice as large.

test.use({
  viewport: { width: 320, height: 640 },
  // The policy would refuse our own style; everything else stays as it is.
  bypassCSP: true,
});

for (const { name, states } of allStates) {
  test(`${name}: each state is for everybody`, async ({ context }) => {
    test.setTimeout(240_000);
    for (const state of states) {
      await test.step(state.name, async () => {
        const page = await context.newPage();
        await state.open(page);
        expect.soft(await findFaults(page), state.name).toEqual([]);
        await page.evaluate(() => localStorage.clear());
        await page.close();
        await context.clearCookies();
      });
    }
  });
}
