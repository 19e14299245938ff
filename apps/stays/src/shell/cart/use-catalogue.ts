'use client';

import type { Services } from '@gudbro/guest-api/guest-content';
import { useQuery } from '@tanstack/react-query';
import { requestApi } from '@/client/request-api';
import { isRequestError } from '@/client/request-error';

/** Current names and prices. Offline: those that were loaded last. */
export function useCatalogue(code: string, isNeeded: boolean) {
  return useQuery({
    queryKey: ['services', code],
    queryFn: () => fetchCatalogue(code),
    enabled: isNeeded,
    // Offline, run the query as well: it then returns the saved catalogue instead of waiting.
    networkMode: 'always',
  });
}

/**
 * Loads the catalogue ahead of the first tap, unless it was loaded before: a cart that is filled after the line has dropped
 * has names and prices then.
 */
export async function saveCatalogueAhead(code: string): Promise<void> {
  if (readSavedText(storageKeyOf(code)) === null) {
    await fetchCatalogue(code);
  }
}

async function fetchCatalogue(code: string): Promise<Services> {
  const storageKey = storageKeyOf(code);
  try {
    const services = await requestApi('GET /api/stay/[code]/services', { params: { code } });
    saveText(storageKey, JSON.stringify(services));
    return services;
  } catch (thrown) {
    const saved = isRequestError(thrown, 'offline') ? readSavedText(storageKey) : null;
    if (saved === null) {
      throw thrown;
    }
    // Written by saveText above, from a response of this type.
    return JSON.parse(saved) as Services;
  }
}

function storageKeyOf(code: string): string {
  // The names in it are in the page's language.
  return `services:${code}:${document.documentElement.lang}`;
}

function saveText(storageKey: string, text: string): void {
  try {
    localStorage.setItem(storageKey, text);
  } catch {
    // Full or disabled: nothing is saved, and the cart shows no prices offline.
    return;
  }
}

function readSavedText(storageKey: string): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}
