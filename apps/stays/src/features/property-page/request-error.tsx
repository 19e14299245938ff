import { Notice } from '@gudbro/ui/notice';
import { getLocale, getTranslations } from 'next-intl/server';
import { formatWait } from '../wait/format-wait';
import type { RequestDraft } from './request-draft';

/** Says why the form is shown again. */
export async function RequestError({ error }: { error: RequestDraft['error'] }) {
  return (
    <div className="mt-4">
      <Notice tone="danger" role="alert">
        {await textOf(error)}
      </Notice>
    </div>
  );
}

async function textOf(error: RequestDraft['error']): Promise<string> {
  const t = await getTranslations('Place');
  switch (error.error) {
    case 'invalid_request':
      return t('problemFields');
    case 'conflict':
    case 'not_found':
      return t('problemTaken');
    case 'rate_limited':
      return t('problemTooOften', { wait: formatWait(error.retryAfterSeconds, await getLocale()) });
    case 'unavailable':
    case 'internal':
      return t('problemUnavailable');
  }
}
