'use client';

import { useQuery } from '@tanstack/react-query';
import { requestApi } from '../actions/request-api';
import { isRequestError } from '../actions/request-error';
import type { Services } from '../content/guest-content';

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

async function fetchCatalogue(code: string): Promise<Services> {
  const storageKey = `services:${code}`;
  try {
    const services = await requestApi<Services>(`/api/stay/${code}/services`);
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
