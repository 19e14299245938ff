'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import { readScanned, type Scanned } from './read-scanned';

/** A reader types a document without such a pause. */
const pauseMs = 1000;

export type Read = Extract<Scanned, { ok: true }>;

export type Reader = {
  area: RefObject<HTMLTextAreaElement | null>;
  /** What came of the text, once it has been read or whoever types it pauses. Null before. */
  scanned: Scanned | null;
  /** Reads the text anew, with what was typed since. */
  read: () => void;
  /** Appends a line that a reader typed into another field. The lines that follow go to the right one. */
  take: (line: string) => void;
};

/**
 * Reads what a keyboard reader types, at each sign. It types in a row, so only after a pause is it said that the lines can't be read;
 * and what was read is taken away then, so that the next document begins anew.
 */
export function useReader(today: string, onRead: (read: Read) => void): Reader {
  const area = useRef<HTMLTextAreaElement>(null);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [scanned, setScanned] = useState<Scanned | null>(null);
  // What was read last is not read again: it would undo what was corrected since.
  const lastRead = useRef('');
  useEffect(() => () => clearTimeout(pause.current), []);

  function read() {
    clearTimeout(pause.current);
    const text = area.current?.value ?? '';
    const found = readScanned(text, today);
    if (found === null || found.ok) {
      setScanned(found);
    }
    const said = found?.ok ? JSON.stringify(found) : '';
    if (found?.ok && said !== lastRead.current) {
      onRead(found);
    }
    lastRead.current = said;
    pause.current = setTimeout(() => {
      setScanned(found);
      if (found?.ok && area.current !== null) {
        area.current.value = '';
        lastRead.current = '';
      }
    }, pauseMs);
  }

  function take(line: string) {
    if (area.current !== null) {
      area.current.value += `${line}\n`;
      area.current.focus();
      read();
    }
  }

  return { area, scanned, read, take };
}
