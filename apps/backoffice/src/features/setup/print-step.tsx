import { ButtonLink } from '@gudbro/ui/button-link';
import { Notice } from '@gudbro/ui/notice';
import { getTranslations } from 'next-intl/server';
import { finishAction } from './actions';
import type { readRooms, SetupPlace } from './queries';
import { SetupLayout } from './setup-layout';
import { SkipForm } from './skip-form';
import { formatSetupPath } from './steps';

type PrintStepProps = {
  place: SetupPlace;
  rooms: Awaited<ReturnType<typeof readRooms>>;
  staysUrl: string;
};

/** Leads to the sheets, and to what a guest sees who scans one. */
export async function PrintStep({ place, rooms, staysUrl }: PrintStepProps) {
  const t = await getTranslations('Setup');
  const [room] = rooms;
  return (
    <SetupLayout
      step="print"
      slug={place.slug}
      reached={place.setupStep ?? 6}
      heading={t('printHeading')}
      intro={t('printIntro')}
    >
      {room === undefined ? (
        <div className="space-y-4">
          <Notice>{t('printNoRooms')}</Notice>
          <ButtonLink href={formatSetupPath(place.slug, 'rooms')} className="w-full">
            {t('toRooms')}
          </ButtonLink>
        </div>
      ) : (
        <div className="space-y-3">
          <ButtonLink href={`/p/${place.slug}/sheets`} className="w-full">
            {t('toSheets')}
          </ButtonLink>
          <ButtonLink
            href={`${staysUrl}/stay/room/${room.code}`}
            target="_blank"
            rel="noreferrer"
            variant="secondary"
            className="w-full"
          >
            {t('toGuestPage', { room: room.number })}
          </ButtonLink>
          {!place.accessSettings.wifi_visible_without_booking && (
            <Notice title={t('printWifiHiddenTitle')}>
              <p>{t('printWifiHidden')}</p>
              <ButtonLink href={`/p/${place.slug}/settings/access`} variant="secondary" className="mt-3">
                {t('toAccess')}
              </ButtonLink>
            </Notice>
          )}
        </div>
      )}
      <SkipForm action={finishAction} place={place} step="print" label={t('finish')} isQuiet />
    </SetupLayout>
  );
}
