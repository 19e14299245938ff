'use client';

import { Button } from '@gudbro/ui/button';
import { useTranslations } from 'next-intl';

/** Leads from a form back to the guest's documents. */
export function BackToList({ onBack }: { onBack: () => void }) {
  const t = useTranslations('Documents');
  return (
    <div className="-mx-2 -mt-3 mb-1">
      <Button variant="quiet" onClick={onBack} className="px-2">
        {t('back')}
      </Button>
    </div>
  );
}
