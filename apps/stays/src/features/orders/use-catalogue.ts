'use client';

import { useQuery } from '@tanstack/react-query';
import { requestApi } from '../actions/request-api';
import { isRequestError } from '../actions/request-error';
import type { Services } from '../content/guest-content';

/** Names and prices, fresh; without a line, as they were when it was last there. */
export function useCatalogue(code: string, isNeeded: boolean) {
  return useQuery({
    queryKey: ['services', code],
    queryFn: () => fetchCatalogue(code),
    enabled: isNeeded,
    // Without a line it is to answer from memory, not to wait.
    networkMode: 'always',
  });
}

async function fetchCatalogue(code: string): Promise<Services> {
  const place = `services:${code}`;
  try {
    const services = await requestApi<Services>(`/api/stay/${code}/services`);
    keep(place, JSON.stringify(services));
    return services;
  } catch (thrown) {
    const kept = isRequestError(thrown, 'offline') ? recall(place) : null;
    if (kept === null) {
      throw thrown;
    }
    // We wrote it ourselves, from an answer of this type.
    return JSON.parse(kept) as Services;
  }
}

function keep(place: string, text: string): void {
  try {
    localStorage.setItem(place, text);
  } catch {
    // Full, or switched off: then nothing is kept, and a dead line shows no prices.
    return;
  }
}

function recall(place: string): string | null {
  try {
    return localStorage.getItem(place);
  } catch {
    return null;
  }
}
