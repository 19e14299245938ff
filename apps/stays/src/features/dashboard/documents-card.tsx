import { Card } from '@gudbro/ui/card';
import { getTranslations } from 'next-intl/server';
import type { OwnStay } from '@/server/stay/guest-view';
import { ActionRow } from './action-row';

/** The way to the passports and visas of a booking. A request and a stay without a booking have none. */
export async function DocumentsCard({ stay }: { stay: OwnStay }) {
  const t = await getTranslations('Stay');
  if (!stay.hasDocuments || stay.booking === null || stay.state === 'pending') {
    return null;
  }
  return (
    <Card title={t('documents')} icon="idCard" className="print:hidden">
      <p className="text-pretty leading-relaxed">{t('documentsText')}</p>
      <div className="mt-3 -mb-3 border-line border-t">
        <ActionRow icon="idCard" action={{ name: 'documents' }}>
          {t('openDocuments')}
        </ActionRow>
      </div>
    </Card>
  );
}
