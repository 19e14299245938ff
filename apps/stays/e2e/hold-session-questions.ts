import type { Page } from '@playwright/test';

/** The page asks every few seconds whether the session is there. Once it is lost, the page would take its buttons away. */
export async function holdSessionQuestions(page: Page): Promise<void> {
  await page.route('**/api/stay/session', (route) =>
    route.request().method() === 'GET' ? undefined : route.fallback(),
  );
}
