'use client';

import { Button } from '@gudbro/ui/button';
import { DoorSign } from '@gudbro/ui/door-sign';
import { useState } from 'react';
import { DeskLinks } from '../property/desk-links';
import { readShownDesk } from '../property/shown-desk';
import { chooseGlobalErrorTexts } from './global-error-texts';

export type GlobalErrorPageProps = { reset: () => void; languages: readonly string[] };

/** Shown by app/global-error.tsx when the root layout failed, which also provides the messages. */
export function GlobalErrorPage({ reset, languages }: GlobalErrorPageProps) {
  const [{ locale, texts }] = useState(() => chooseGlobalErrorTexts(languages));
  const [title, text, retry] = texts;
  const desk = readShownDesk();
  return (
    <div lang={locale}>
      <DoorSign icon="info" title={title}>
        <p className="text-center">{text}</p>
        <Button onClick={reset} className="w-full">
          {retry}
        </Button>
        {desk && <DeskLinks {...desk} />}
      </DoorSign>
    </div>
  );
}
