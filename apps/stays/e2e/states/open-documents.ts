import type { Page } from '@playwright/test';
import type { makeDocuments } from './document-responses';
import { type ApiResponse, prove, replaceResponse, tap, visit } from './state';

/** Opens the sheet of the documents, for which the server responds with this. */
export async function openWith(page: Page, response: ApiResponse): Promise<void> {
  await prove(page);
  await replaceResponse(page, '/documents', response);
  await visit(page, '/stay/room/RM-SUNSET22');
  await tap(page, 'documents');
}

/** Opens the sheet of these documents. */
export function openDocuments(own: ReturnType<typeof makeDocuments>) {
  return async (page: Page) => {
    await openWith(page, { body: own });
    await page.locator('dialog :is(dt, h3, p:not([role]))').first().waitFor();
  };
}
