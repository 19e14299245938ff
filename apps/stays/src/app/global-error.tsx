'use client';

import { lazy, Suspense, useState } from 'react';
import type { GlobalErrorPageProps } from '@/shell/errors/global-error-page';
import './globals.css';

// Every page loads this file, so its texts in eight languages are loaded only when needed. Offline there is only a symbol.
const LocalizedErrorPage = lazy(() =>
  import('@/shell/errors/global-error-page').then(
    ({ GlobalErrorPage }) => ({ default: GlobalErrorPage }),
    () => ({ default: WordlessRetry }),
  ),
);

/** Its accessible name is in English, because the texts in other languages could not be loaded. */
function WordlessRetry({ reset }: GlobalErrorPageProps) {
  return (
    <main lang="en" className="m-auto">
      <title>↻</title>
      <h1 className="sr-only">Something went wrong</h1>
      <button type="button" onClick={reset} aria-label="Try again" className="size-24 text-5xl">
        ↻
      </button>
    </main>
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
          <LocalizedErrorPage reset={reset} languages={languages} />
        </Suspense>
      </body>
    </html>
  );
}
