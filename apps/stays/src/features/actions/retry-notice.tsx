'use client';

import { Button } from '@gudbro/ui/button';
import { Notice } from '@gudbro/ui/notice';
import { useTranslations } from 'next-intl';

/** Says what could not be loaded, with a button to try again. */
export function RetryNotice({ text, onRetry }: { text: string; onRetry: () => void }) {
  const t = useTranslations('Sheet');
  return (
    <Notice role="alert">
      <p>{text}</p>
      <Button variant="secondary" className="mt-3" onClick={onRetry}>
        {t('retry')}
      </Button>
    </Notice>
  );
}
