'use client';

import { Button } from '@gudbro/ui/button';
import { Notice } from '@gudbro/ui/notice';
import { useSentForm } from '@/shell/form/use-sent-form';
import { declineAction, joinAction } from './actions';

type JoinFormProps = {
  texts: { join: string; joining: string; notNow: string; errors: Record<string, string> };
};

/** The question whether to join. What became of the invitation meanwhile is said in words. */
export function JoinForm({ texts }: JoinFormProps) {
  const join = useSentForm(joinAction);
  const decline = useSentForm(declineAction);
  const isPending = join.isPending || decline.isPending;
  const refused = [decline.state, join.state].find((state) => state?.ok === false);
  return (
    <div className="space-y-4">
      {refused?.ok === false && (
        <Notice tone="danger" role="alert">
          {readError(texts.errors, refused)}
        </Notice>
      )}
      <form {...join.form}>
        <Button type="submit" aria-disabled={isPending} className="w-full cursor-pointer">
          {join.isPending ? texts.joining : texts.join}
        </Button>
      </form>
      <form {...decline.form}>
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
