import { PageHeader } from '@gudbro/ui/page-header';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { BackLink } from '@/shell/list/back-link';
import { ClientTexts } from '@/shell/place/client-texts';
import { ChangeSessionForm } from './change-session-form';
import type { Session } from './queries';

/** Whom a code is for and when it ends. One that has ended is valid again until that end. */
export async function ChangeSessionView({ place, session }: { place: Place; session: Session }) {
  const t = await getTranslations('Sessions');
  const title = t(session.isOpen ? 'changeTitle' : 'prolong');
  return (
    <div className="max-w-xl space-y-6">
      <title>{title}</title>
      <BackLink href={`/p/${place.slug}/sessions/${session.id}`} label={t('backToCode')} />
      <PageHeader title={title} description={session.code} />
      <ClientTexts namespaces={['Sessions']}>
        <ChangeSessionForm place={place.slug} session={session} />
      </ClientTexts>
    </div>
  );
}
