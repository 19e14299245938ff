import type { Page } from '@playwright/test';

/**
 * Keeps the screens of a page as they were loaded, whatever others change meanwhile. To be called before a page is loaded. It is
 * also needed where the line is cut later: if that falls into the moment in which a screen is read anew, Next loads the whole
 * page, and the browser shows its own error page.
 */
export const withoutNews = (page: Page) => page.route(/\/pulse(\/live)?(\?|$)/, (route) => route.abort());
