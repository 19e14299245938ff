'use client';

import { Button } from '@gudbro/ui/button';
import { DoorSign } from '@gudbro/ui/door-sign';
import { useState } from 'react';
import { chooseLastWords } from './last-words';

export type LastWordsProps = { reset: () => void; languages: readonly string[] };

/** What is left to say when the layout itself has failed, and with it the messages. */
export function LastWordsPage({ reset, languages }: LastWordsProps) {
  const [{ locale, words }] = useState(() => chooseLastWords(languages));
  const [title, text, retry] = words;
  return (
    <div lang={locale}>
      <DoorSign icon="info" title={title}>
        <p className="text-center">{text}</p>
        <Button onClick={reset} className="w-full">
          {retry}
        </Button>
      </DoorSign>
    </div>
  );
}
