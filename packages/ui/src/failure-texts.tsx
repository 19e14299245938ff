'use client';

import { createContext, type ReactNode, use } from 'react';

/** The texts that an error boundary shows. */
export type FailureTexts = { title: string; text: string; retry: string };

// An error boundary runs in the browser, where no messages are loaded, so the layout passes it the texts it needs.
const FailureTextsContext = createContext<FailureTexts>({ title: '', text: '', retry: '' });

/** Passes the texts to the error boundary inside it. */
export function FailureTextsProvider({ texts, children }: { texts: FailureTexts; children: ReactNode }) {
  return <FailureTextsContext value={texts}>{children}</FailureTextsContext>;
}

/** The texts of the nearest provider; empty without one. */
export function useFailureTexts(): FailureTexts {
  return use(FailureTextsContext);
}
