'use client';

import { createContext, useContext } from 'react';

/** What is wrong with the fields of the form around, by name: a text in the reader's language. */
export const FieldErrorsContext = createContext<Record<string, string>>({});

export function useFieldError(name: string): string | undefined {
  return useContext(FieldErrorsContext)[name];
}
