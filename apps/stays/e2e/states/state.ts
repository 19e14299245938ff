import type { ErrorBody } from '@gudbro/api-kit/read-error-body';
import { type Cookie, expect, type Page } from '@playwright/test';
import { isHydrated } from '../is-hydrated';
import { product } from '../product';
import { waitForSheet } from '../tap-failure-panel';

/** One state of a page or a sheet. `open` leads there without looking for a text, so that it works in every language. */
export type State = { name: string; open: (page: Page) => Promise<void> };

export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(`${product.staysUrl}${path}`);
  await page.waitForFunction(isHydrated);
}

/** Taps the visible button with this `data-action`, and waits for its sheet. Narrow and wide screens have different ones. */
export async function tap(page: Page, action: string): Promise<void> {
  await page.locator(`[data-action="${action}"]:visible`).first().click();
  await waitForSheet(page, page.locator('dialog[open]').first());
}

let sessionCookies: Cookie[] | undefined;

/**
 * Gives the page the session of the guest in Sunset 203, from the next visit on. It verifies once and reuses the cookies,
 * because the tries per minute are limited.
 */
export async function prove(page: Page): Promise<void> {
  if (sessionCookies === undefined) {
    const data = { bookingCode: 'BK-GUEST2', lastName: 'Johnson' };
    const response = await page.request.post(`${product.staysUrl}/api/stay/verify`, { data });
    expect(response.ok()).toBe(true);
    sessionCookies = await page.context().cookies(product.staysUrl);
  }
  await page.context().addCookies(sessionCookies.filter(({ name }) => name !== 'locale'));
}

/** The date in this many days. Use days for which no other test requests a booking. */
export function dayAhead(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** `failed`: the request fails as without a connection. `pending`: it never gets a response. */
export type ApiResponse =
  | { status?: number; body?: object; headers?: Record<string, string> }
  | 'failed'
  | 'pending';

/**
 * From the next visit on, the page gets this response to API requests whose path has this end. For states that would need
 * a desk at work, many callers or an hour of waiting. It replaces `fetch` in the page, because `page.route` would make the
 * browser load the app's scripts again for each test.
 */
export async function replaceResponse(
  page: Page,
  pathEnd: string,
  response: ApiResponse,
  method = 'GET',
): Promise<void> {
  await page.addInitScript(replaceFetch, { pathEnd, response, method });
}

type Replacement = { pathEnd: string; response: ApiResponse; method: string };

function replaceFetch({ pathEnd, response, method }: Replacement): void {
  const originalFetch = window.fetch;
  window.fetch = async (input, init) => {
    if (!String(input).endsWith(pathEnd) || (init?.method ?? 'GET') !== method) {
      return originalFetch(input, init);
    }
    if (response === 'failed') {
      throw new TypeError('Failed to fetch');
    }
    if (response === 'pending') {
      return new Promise(() => undefined);
    }
    const { status = 200, body = {}, headers = {} } = response;
    return Response.json(body, { status, headers });
  };
}

/** The body of an error response, with the fields that the server adds to every error. */
export function errorBody(body: ErrorBody): object {
  return { message: 'Refused.', requestId: 'journey', ...body };
}
