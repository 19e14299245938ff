'use client';

import { Button } from '@gudbro/ui/button';
import { useTranslations } from 'next-intl';
import { dropDraft } from './draft';

/** Says that a form shows what was typed before, and offers to begin it anew. */
export function RestoredNotice({ onDrop }: { onDrop: () => void }) {
  const t = useTranslations('Form');
  return (
    <div
      role="status"
      className="flex flex-wrap items-center justify-between gap-3 rounded-2xl bg-sunken p-4"
    >
      <p>{t('restored')}</p>
      <Button variant="secondary" onClick={onDrop} className="cursor-pointer">
        {t('dropRestored')}
      </Button>
    </div>
  );
}

/** The same for a form whose page is loaded again to begin it anew. */
export function RestoredDraft({ draftKey }: { draftKey: string }) {
  return (
    <RestoredNotice
      onDrop={() => {
        dropDraft(draftKey);
        location.reload();
      }}
    />
  );
}
