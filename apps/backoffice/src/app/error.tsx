'use client';

import { Button } from '@gudbro/ui/button';
import { useFailureTexts } from '@gudbro/ui/failure-texts';
import { ProblemPanel } from '@/shell/problem/problem-panel';

export default function ErrorPage({ reset }: { reset: () => void }) {
  const { title, text, retry } = useFailureTexts();
  return (
    <main className="w-full px-4 py-6">
      <ProblemPanel icon="info" title={title} text={text}>
        <Button onClick={reset}>{retry}</Button>
      </ProblemPanel>
    </main>
  );
}
