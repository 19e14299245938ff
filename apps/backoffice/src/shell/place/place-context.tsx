'use client';

import { createContext, type ReactNode, useContext } from 'react';

const PlaceContext = createContext('');

export function PlaceProvider({ slug, children }: { slug: string; children: ReactNode }) {
  return <PlaceContext value={slug}>{children}</PlaceContext>;
}

/** The place of the screen, as in its address. */
export function usePlaceSlug(): string {
  return useContext(PlaceContext);
}
