'use client';

import { createContext, type ReactNode, use } from 'react';

export type FailureTexts = { title: string; text: string; retry: string };

// An error boundary runs in the browser, where no messages are loaded: the layout hands it the few words it needs.
const FailureTextsContext = createContext<FailureTexts>({ title: '', text: '', retry: '' });

export function FailureTextsProvider({ texts, children }: { texts: FailureTexts; children: ReactNode }) {
  return <FailureTextsContext value={texts}>{children}</FailureTextsContext>;
}

export function useFailureTexts(): FailureTexts {
  return use(FailureTextsContext);
}
