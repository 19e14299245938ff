'use client';

import { Button } from '@gudbro/ui/button';
import { Icon } from '@gudbro/ui/icon';
import { useTranslations } from 'next-intl';

export function PrintCard() {
  const t = useTranslations('Sessions');
  return (
    <Button onClick={() => window.print()} className="cursor-pointer">
      <Icon name="print" className="size-5" />
      {t('print')}
    </Button>
  );
}
