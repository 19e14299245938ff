'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { type PlacePulse, usePlacePulse } from './use-place-pulse';

const PulseContext = createContext<PlacePulse | null>(null);

/** Asks for the place's pulse once for the whole window, however many parts of it show something of it. */
export function PulseProvider({ renderedAt, children }: { renderedAt: number; children: ReactNode }) {
  return <PulseContext value={usePlacePulse(renderedAt)}>{children}</PulseContext>;
}

export function usePulse(): PlacePulse {
  const pulse = useContext(PulseContext);
  if (pulse === null) {
    throw new Error('What reads the pulse stands in a PulseProvider.');
  }
  return pulse;
}
