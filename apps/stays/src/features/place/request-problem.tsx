import { Notice } from '@gudbro/ui/notice';
import { getTranslations } from 'next-intl/server';
import type { RequestDraft } from './request-draft';

/** Why the form came back. What was typed is still in it. */
export async function RequestProblem({ draft }: { draft: RequestDraft }) {
  const t = await getTranslations('Place');
  const minutes = Math.max(1, Math.ceil((draft.retryAfterSeconds ?? 0) / 60));
  const texts: Record<RequestDraft['problem'], string> = {
    fields: t('problemFields'),
    taken: t('problemTaken'),
    tooOften: t('problemTooOften', { minutes }),
    unavailable: t('problemUnavailable'),
  };
  return (
    <div className="mt-4">
      <Notice tone="danger" role="alert">
        {texts[draft.problem]}
      </Notice>
    </div>
  );
}
