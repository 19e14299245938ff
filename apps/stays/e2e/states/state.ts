import type { ErrorBody } from '@gudbro/api-kit/read-error-body';
import { type Cookie, expect, type Page } from '@playwright/test';
import { isHydrated } from '../is-hydrated';
import { product } from '../product';

/** Something a guest can have before them: a page, a sheet, a refusal. Reached without a word of any language. */
export type State = { name: string; open: (page: Page) => Promise<void> };

export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(`${product.staysUrl}${path}`);
  await page.waitForFunction(isHydrated);
}

/** Taps what is marked with an action, on whichever screen it is shown. */
export async function tap(page: Page, action: string): Promise<void> {
  await page.locator(`[data-action="${action}"]:visible`).first().click();
  await page.locator('dialog[open]').first().waitFor();
}

let proof: Cookie[] | undefined;

/** The page's guest is the one of Sunset 203 from the next visit on. Tries are counted, so one proof does for all. */
export async function prove(page: Page): Promise<void> {
  if (proof === undefined) {
    const data = { bookingCode: 'BK-GUEST2', lastName: 'Johnson' };
    const response = await page.request.post(`${product.staysUrl}/api/stay/verify`, { data });
    expect(response.ok()).toBe(true);
    proof = await page.context().cookies(product.staysUrl);
  }
  await page.context().addCookies(proof.filter(({ name }) => name !== 'locale'));
}

/** Far enough from what the other journeys ask for. */
export function dayAhead(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

export type Answer = { status?: number; body?: object; headers?: Record<string, string> };

/**
 * From the next visit on the page gets this response from the API, or nothing: states that take a desk, a crowd or an
 * hour of waiting. In the page and not by `page.route`, which would make the browser load the app's script anew.
 */
export async function answerWith(
  page: Page,
  ending: string,
  answer: Answer | 'nothing' | 'late',
  method = 'GET',
): Promise<void> {
  await page.addInitScript(replaceResponse, { ending, answer, method });
}

type Replacement = { ending: string; answer: Answer | 'nothing' | 'late'; method: string };

function replaceResponse({ ending, answer, method }: Replacement): void {
  const fetchOnward = window.fetch;
  window.fetch = async (input, init) => {
    if (!String(input).endsWith(ending) || (init?.method ?? 'GET') !== method) {
      return fetchOnward(input, init);
    }
    if (answer === 'nothing') {
      throw new TypeError('Failed to fetch');
    }
    if (answer === 'late') {
      return new Promise(() => undefined);
    }
    const { status = 200, body = {}, headers = {} } = answer;
    return Response.json(body, { status, headers });
  };
}

/** The body of an error as the server sends it. */
export function errorBody(body: ErrorBody): object {
  return { message: 'Refused.', requestId: 'journey', ...body };
}
