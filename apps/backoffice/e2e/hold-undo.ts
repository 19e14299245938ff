import type { Page } from '@playwright/test';

/** Rests the pointer on the message with an undo, so that it stays: else it goes after some seconds, however slow the machine is. */
export const holdUndo = (page: Page) =>
  page.getByRole('button', { name: 'Undo', exact: true }).first().hover();
