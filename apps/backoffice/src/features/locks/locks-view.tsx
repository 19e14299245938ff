import { Card } from '@gudbro/ui/card';
import { PageHeader } from '@gudbro/ui/page-header';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { BackLink } from '@/shell/list/back-link';
import { EmptyList } from '@/shell/list/empty-list';
import { LockList } from '@/shell/stay/lock-list';
import type { Lock } from '@/shell/stay/stay-schemas';

/** Who is locked out of the place now. */
export async function LocksView({ place, locks }: { place: Place; locks: readonly Lock[] }) {
  const [t, sessions] = await Promise.all([getTranslations('Locks'), getTranslations('Sessions')]);
  return (
    <div className="max-w-3xl space-y-6">
      <title>{t('pageTitle')}</title>
      <BackLink href={`/p/${place.slug}/sessions`} label={sessions('heading')} />
      <PageHeader title={t('heading')} {...(locks.length > 0 && { description: t('intro') })} />
      {locks.length === 0 ? (
        <EmptyList icon="lock" title={t('none')} text={t('noneText')} />
      ) : (
        <Card>
          <LockList place={place} locks={locks} />
        </Card>
      )}
    </div>
  );
}
