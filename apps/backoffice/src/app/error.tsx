'use client';

import { Button } from '@gudbro/ui/button';
import { useFailureTexts } from '@gudbro/ui/failure-texts';
import { ErrorPanel } from '@/shell/error-panel/error-panel';

export default function ErrorPage({ reset }: { reset: () => void }) {
  const { title, text, retry } = useFailureTexts();
  return (
    <main className="w-full px-4 py-6">
      <ErrorPanel icon="info" title={title} text={text}>
        <Button onClick={reset}>{retry}</Button>
      </ErrorPanel>
    </main>
  );
}
