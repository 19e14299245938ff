'use client';

import { Button } from '@gudbro/ui/button';
import { DoorSign } from '@gudbro/ui/door-sign';
import { useState } from 'react';
import { chooseLastWords } from '@/features/failure/last-words';
import './globals.css';

// The layout itself failed, and with it the messages: a few words are here.
export default function GlobalError({ reset }: { reset: () => void }) {
  const [{ locale, words }] = useState(() => chooseLastWords(listLanguages()));
  const [title, text, retry] = words;
  return (
    <html lang={locale}>
      <body className="min-h-dvh bg-canvas font-sans text-ink antialiased">
        <DoorSign icon="info" title={title}>
          <p className="text-center">{text}</p>
          <Button onClick={reset} className="w-full">
            {retry}
          </Button>
        </DoorSign>
      </body>
    </html>
  );
}

function listLanguages(): string[] {
  return typeof document === 'undefined' ? [] : [document.documentElement.lang, ...navigator.languages];
}
