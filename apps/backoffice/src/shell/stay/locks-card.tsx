import { Card } from '@gudbro/ui/card';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { LockList } from './lock-list';
import type { Lock } from './stay-schemas';

/** Who is locked out, on a screen that is about something else. Nothing where nobody is. */
export async function LocksCard({ place, locks }: { place: Place; locks: readonly Lock[] }) {
  const t = await getTranslations('Locks');
  return (
    locks.length > 0 && (
      <Card title={t('heading')} icon="lock">
        <p className="text-pretty text-ink-soft">{t('intro')}</p>
        <LockList place={place} locks={locks} />
      </Card>
    )
  );
}
