import { type Browser, chromium } from '@playwright/test';
import { findBrowser } from '../test/find-browser.ts';

/** Starts the browser in which pages are measured. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser(process.env);
  return chromium.launch({
    ...(executablePath === '' ? {} : { executablePath }),
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
}
