'use client';

import { Button } from '@gudbro/ui/button';
import { DoorSign } from '@gudbro/ui/door-sign';
import { useFailureTexts } from '@gudbro/ui/failure-texts';
import { DeskLinks } from '@/shell/property/desk-links';
import { readShownDesk } from '@/shell/property/shown-desk';

export default function ErrorPage({ reset }: { reset: () => void }) {
  const texts = useFailureTexts();
  const desk = readShownDesk();
  return (
    <DoorSign icon="info" title={texts.title}>
      <p className="text-center">{texts.text}</p>
      <Button onClick={reset} className="w-full">
        {texts.retry}
      </Button>
      {desk && <DeskLinks {...desk} />}
    </DoorSign>
  );
}
