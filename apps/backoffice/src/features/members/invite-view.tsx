import { PageHeader } from '@gudbro/ui/page-header';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { BackLink } from '@/shell/list/back-link';
import { ClientTexts } from '@/shell/place/client-texts';
import { InviteForm } from './invite-form';
import { listGivenRoles } from './team-rules';

/** The screen on which somebody is invited. */
export async function InviteView({ place }: { place: Place }) {
  const [t, members] = await Promise.all([getTranslations('Invite'), getTranslations('Members')]);
  return (
    <div className="max-w-3xl space-y-6">
      <title>{t('pageTitle')}</title>
      <BackLink href={`/p/${place.slug}/members`} label={members('heading')} />
      <PageHeader title={t('pageTitle')} description={t('intro')} />
      <ClientTexts namespaces={['Invite', 'Roles']}>
        <InviteForm
          place={{ slug: place.slug, name: place.name }}
          roles={listGivenRoles(place.role)}
          offers={{ documents: place.seesDocuments, money: place.seesMoney }}
        />
      </ClientTexts>
    </div>
  );
}
