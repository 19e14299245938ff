'use client';

import type { DocumentField, DocumentType } from '@gudbro/domain';
import { type KeyboardEvent, useState } from 'react';
import type { DeskValues } from './desk-field-input';
import { isMachineLine } from './read-scanned';
import { type Read, useReader } from './use-reader';

/** What is typed into the form of a document that the desk writes down, by hand or by a reader. */
export function useDeskDocument(today: string) {
  const [type, setType] = useState<DocumentType>('passport');
  const [values, setValues] = useState<DeskValues>({});
  // Choices are the browser's: with another number they are made anew, with what was read.
  const [readCount, setReadCount] = useState(0);
  const setValue = (field: DocumentField, value: string) =>
    setValues((before) => ({ ...before, [field]: value }));
  const reader = useReader(today, (read: Read) => {
    setType(read.type);
    setValues((before) => ({ ...before, ...read.values }));
    setReadCount((count) => count + 1);
  });

  /** A reader ends each line with Enter, which would send the form from a field of one line. */
  function onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    const field = event.target;
    if (event.key !== 'Enter' || !(field instanceof HTMLInputElement)) {
      return;
    }
    event.preventDefault();
    if (isMachineLine(field.value)) {
      const line = field.value;
      setValue(field.name as DocumentField, ''); // the lines of text of this form are its fields
      reader.take(line);
    }
  }

  return { type, setType, values, setValue, readCount, reader, onKeyDown };
}
