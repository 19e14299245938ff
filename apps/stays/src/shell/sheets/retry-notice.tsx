'use client';

import { Button } from '@gudbro/ui/button';
import { Notice } from '@gudbro/ui/notice';
import { useTranslations } from 'next-intl';
import { CallDesk } from './call-desk';

/** In place of what could not be loaded: what that is, a button to try again, and the desk. */
export function RetryNotice({ text, onRetry }: { text: string; onRetry: () => void }) {
  const t = useTranslations('Sheet');
  return (
    <Notice role="alert">
      <p>{text}</p>
      <Button variant="secondary" className="mt-3" onClick={onRetry}>
        {t('retry')}
      </Button>
      <CallDesk />
    </Notice>
  );
}
