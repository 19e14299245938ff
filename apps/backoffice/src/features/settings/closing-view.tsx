import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { ConfirmDialog } from '@/shell/form/confirm-dialog';
import { setPlaceOpenAction } from './actions';
import type { countStays, PlaceSettings } from './queries';
import { SettingsLayout } from './settings-layout';

type ClosingViewProps = {
  place: Place;
  settings: PlaceSettings;
  stays: Awaited<ReturnType<typeof countStays>>;
};

/** Closes a place for guests, or opens it again. Nothing is deleted. */
export async function ClosingView({ place, settings, stays }: ClosingViewProps) {
  const t = await getTranslations('Settings');
  const { isActive, version } = settings;
  const undo = t('closesUndo', { open: t('open') });
  return (
    <SettingsLayout
      place={place}
      title={t('title_closing')}
      intro={isActive ? t('introClosing') : t('isClosed')}
    >
      <ul className="list-disc space-y-2 pl-5 leading-relaxed">
        <li>{t('closesCodes')}</li>
        <li>{isActive ? t('closesStays', stays) : t('closedStays', stays)}</li>
        <li>{t('closesKeeps')}</li>
        {isActive && <li>{undo}</li>}
      </ul>
      <ConfirmDialog
        trigger={isActive ? t('close') : t('open')}
        title={isActive ? t('closeTitle', { place: place.name }) : t('openTitle', { place: place.name })}
        confirmLabel={isActive ? t('close') : t('open')}
        action={setPlaceOpenAction}
        hidden={{ place: place.slug, version, isActive: String(!isActive) }}
      >
        {isActive ? (
          <div className="space-y-3">
            <p>{t('closesCodes')}</p>
            <p>{t('closesStays', stays)}</p>
            <p>{undo}</p>
          </div>
        ) : (
          t('openText')
        )}
      </ConfirmDialog>
    </SettingsLayout>
  );
}
