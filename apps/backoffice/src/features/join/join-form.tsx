'use client';

import { Button } from '@gudbro/ui/button';
import { Notice } from '@gudbro/ui/notice';
import { useActionState } from 'react';
import { ignoreWhile } from '@/shell/form/ignore-while';
import { declineAction, joinAction } from './actions';

type JoinFormProps = {
  texts: { join: string; joining: string; notNow: string; errors: Record<string, string> };
};

/** The question whether to join. What became of the invitation meanwhile is said in words. */
export function JoinForm({ texts }: JoinFormProps) {
  const [joined, join, isJoining] = useActionState(joinAction, null);
  const [, decline, isDeclining] = useActionState(declineAction, null);
  const isPending = isJoining || isDeclining;
  return (
    <div className="space-y-4">
      {joined?.ok === false && (
        <Notice tone="danger" role="alert">
          {readError(texts.errors, joined)}
        </Notice>
      )}
      <form action={join} onSubmit={ignoreWhile(isPending)}>
        <Button type="submit" aria-disabled={isPending} className="w-full cursor-pointer">
          {isJoining ? texts.joining : texts.join}
        </Button>
      </form>
      <form action={decline} onSubmit={ignoreWhile(isPending)}>
        <Button type="submit" variant="quiet" aria-disabled={isPending} className="w-full cursor-pointer">
          {texts.notNow}
        </Button>
      </form>
    </div>
  );
}

function readError(
  texts: Record<string, string>,
  refused: { error: string; reason?: string | undefined },
): string {
  return texts[refused.reason ?? refused.error] ?? texts['internal'] ?? '';
}
