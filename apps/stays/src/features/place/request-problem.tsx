import { Notice } from '@gudbro/ui/notice';
import { getLocale, getTranslations } from 'next-intl/server';
import { formatWait } from '../wait/format-wait';
import type { RequestDraft } from './request-draft';

/** Why the form came back. What was typed is still in it. */
export async function RequestProblem({ draft }: { draft: RequestDraft }) {
  const t = await getTranslations('Place');
  const wait = formatWait(draft.retryAfterSeconds ?? 60, await getLocale());
  const texts: Record<RequestDraft['problem'], string> = {
    fields: t('problemFields'),
    taken: t('problemTaken'),
    tooOften: t('problemTooOften', { wait }),
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
