'use client';

import { lazy, Suspense, useState } from 'react';
import type { LastWordsProps } from '@/features/failure/last-words-page';
import './globals.css';

// Every page brings this along: what it says, in eight languages, comes when it is needed. Without a line it is a sign.
const LastWords = lazy(() =>
  import('@/features/failure/last-words-page').then(
    ({ LastWordsPage }) => ({ default: LastWordsPage }),
    () => ({ default: WordlessRetry }),
  ),
);

function WordlessRetry({ reset }: LastWordsProps) {
  return (
    <button type="button" onClick={reset} aria-label="Try again" className="m-auto size-24 text-5xl">
      ↻
    </button>
  );
}

export default function GlobalError({ reset }: { reset: () => void }) {
  const [languages] = useState(() =>
    typeof document === 'undefined' ? [] : [document.documentElement.lang, ...navigator.languages],
  );
  return (
    <html lang={languages.find(Boolean) ?? 'en'}>
      <body className="flex min-h-dvh flex-col bg-canvas font-sans text-ink antialiased">
        <Suspense>
          <LastWords reset={reset} languages={languages} />
        </Suspense>
      </body>
    </html>
  );
}
