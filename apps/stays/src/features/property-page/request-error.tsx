import { formatMoney } from '@gudbro/domain';
import { Notice } from '@gudbro/ui/notice';
import { getLocale, getTranslations } from 'next-intl/server';
import { formatWait } from '@/shell/words/format-wait';
import type { RequestDraft } from './request-draft';

/** Says why the form is shown again. */
export async function RequestError({ error, currency }: { error: RequestDraft['error']; currency: string }) {
  return (
    <div className="mt-4">
      <Notice tone="danger" role="alert">
        {await textOf(error, currency)}
      </Notice>
    </div>
  );
}

async function textOf(error: RequestDraft['error'], currency: string): Promise<string> {
  const [t, locale] = await Promise.all([getTranslations('Place'), getLocale()]);
  switch (error.error) {
    case 'invalid_request':
      return error.reason === 'stay_is_too_short'
        ? t('problemTooShort', { nights: error.minimumNights ?? 1 })
        : t('problemFields');
    case 'conflict':
      if (error.reason === 'total_changed') {
        return error.totalMinor === undefined
          ? t('problemNoTotal')
          : t('problemTotal', { total: formatMoney(error.totalMinor, currency, locale) });
      }
      return t('problemTaken');
    case 'not_found':
      return t('problemTaken');
    case 'rate_limited':
      return t('problemTooOften', { wait: formatWait(error.retryAfterSeconds, locale) });
    case 'unavailable':
    case 'internal':
      return t('problemUnavailable');
  }
}
