import { expect } from '@playwright/test';
import { allStates } from './states/all-states';
import { findFaults } from './states/find-faults';
import { test } from './states/test-states';

for (const { name, states } of allStates) {
  for (const state of states) {
    test(`${name}, ${state.name}: everybody can read and reach what is on screen, in light and dark, at both sizes of letters`, async ({
      page,
    }) => {
      await state.open(page);
      expect(await findFaults(page)).toEqual([]);
    });
  }
}
