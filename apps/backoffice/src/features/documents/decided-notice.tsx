'use client';

import type { FormState } from '@gudbro/api-kit';
import { Button } from '@gudbro/ui/button';
import { Notice } from '@gudbro/ui/notice';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { isChangedMeanwhile } from '@/shell/form/form-problem';

/** Of two who decide at once, the second learns what the first has done. */
export function DecidedNotice({ state }: { state: FormState }) {
  const t = useTranslations('Documents');
  const router = useRouter();
  if (!isChangedMeanwhile(state)) {
    return null;
  }
  const { status, who, reason } = state.theirs;
  const values = { who: who || t('aColleague'), reason: reason ?? '' };
  const said =
    status === 'verified' || status === 'rejected' ? t(`decided_${status}`, values) : t('decided_pending');
  return (
    <Notice tone="danger" role="alert" title={t('decidedTitle')}>
      <p>{said}</p>
      <Button variant="secondary" onClick={() => router.refresh()} className="mt-3 cursor-pointer">
        {t('showNow')}
      </Button>
    </Notice>
  );
}
