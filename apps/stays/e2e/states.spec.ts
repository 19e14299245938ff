import { expect } from '@playwright/test';
import { allStates } from './states/all-states';
import { findBarriers } from './states/find-barriers';
import { test } from './states/test-in-shared-context';

for (const { name, states } of allStates) {
  for (const state of states) {
    test(`${name}, ${state.name}: everybody can read and reach what is on screen, in light and dark, at both sizes of letters`, async ({
      page,
    }) => {
      await state.open(page);
      expect(await findBarriers(page)).toEqual([]);
    });
  }
}
