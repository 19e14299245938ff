'use client';

import { Button } from '@gudbro/ui/button';
import { DoorSign } from '@gudbro/ui/door-sign';
import { useFailureTexts } from '@gudbro/ui/failure-texts';

export default function ErrorPage({ reset }: { reset: () => void }) {
  const texts = useFailureTexts();
  return (
    <DoorSign icon="info" title={texts.title}>
      <p className="text-center">{texts.text}</p>
      <Button onClick={reset} className="w-full">
        {texts.retry}
      </Button>
    </DoorSign>
  );
}
