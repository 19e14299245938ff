import { Card } from '@gudbro/ui/card';
import { getFormatter, getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { ConfirmDialog } from '../form/confirm-dialog';
import { ClientTexts } from '../place/client-texts';
import { signOutPhoneAction } from './actions';
import type { Phone } from './stay-schemas';

/** `of` is what a device proves the stay with: an access code is enough by itself. */
type PhonesCardProps = { place: Place; phones: readonly Phone[]; of: 'booking' | 'accessCode' };

/** The devices on a stay. The desk signs one out for a guest who lost it, or who finds one that is not theirs. */
export async function PhonesCard({ place, phones, of }: PhonesCardProps) {
  const [t, format] = await Promise.all([getTranslations('Phones'), getFormatter()]);
  const formatInstant = (at: string) => format.dateTime(new Date(at), 'moment', { timeZone: place.timezone });
  return (
    <Card title={t('heading')} icon="device">
      {phones.length === 0 ? (
        <p className="text-ink-soft">{t('none')}</p>
      ) : (
        <ClientTexts>
          <ul className="divide-y divide-line">
            {phones.map(({ id, label, lastSeenAt }) => {
              const name = label === '' ? t('unknown') : label;
              return (
                <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-3">
                  <div className="wrap-anywhere min-w-0">
                    <p className="font-semibold">{name}</p>
                    <p className="text-ink-soft text-sm">
                      {t('lastSeen', { at: formatInstant(lastSeenAt) })}
                    </p>
                  </div>
                  <ConfirmDialog
                    trigger={t('signOut')}
                    title={t('signOutTitle', { device: name })}
                    confirmLabel={t('signOut')}
                    action={signOutPhoneAction}
                    hidden={{ place: place.slug, id }}
                  >
                    {t(of === 'booking' ? 'signOutText' : 'signOutTextOfCode')}
                  </ConfirmDialog>
                </li>
              );
            })}
          </ul>
        </ClientTexts>
      )}
    </Card>
  );
}
