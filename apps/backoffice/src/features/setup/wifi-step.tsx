import { getTranslations } from 'next-intl/server';
import { PlainForm } from '@/shell/plain-form/plain-form';
import { saveWifiAction, skipWifiAction } from './actions';
import type { SetupPlace } from './queries';
import { SetupLayout } from './setup-layout';
import { readSetupTexts } from './setup-texts';
import { SkipForm } from './skip-form';
import { formatSetupPath } from './steps';

/** One network for the whole place. */
export async function WifiStep({ place }: { place: SetupPlace }) {
  const [t, texts] = await Promise.all([
    getTranslations('Setup'),
    readSetupTexts(formatSetupPath(place.slug, 'wifi')),
  ]);
  return (
    <SetupLayout
      step="wifi"
      slug={place.slug}
      reached={place.setupStep ?? 6}
      heading={t('wifiHeading')}
      intro={t('wifiIntro')}
    >
      <PlainForm
        action={saveWifiAction}
        hidden={{ place: place.slug, version: place.version }}
        fields={[
          {
            name: 'network',
            label: t('network'),
            hint: t('networkHint'),
            type: 'text',
            autoComplete: 'off',
            value: place.wifiNetwork ?? '',
            isAsTyped: true,
          },
          {
            name: 'wifiPassword',
            label: t('networkPassword'),
            hint: t('networkPasswordHint'),
            type: 'text',
            autoComplete: 'off',
            value: place.wifiPassword ?? '',
            isOptional: true,
            isAsTyped: true,
          },
        ]}
        submit={t('saveWifi')}
        submitting={t('saving')}
        texts={texts}
        draftKey={`${place.slug}/setup/wifi`}
      />
      <SkipForm action={skipWifiAction} place={place} step="wifi" />
    </SetupLayout>
  );
}
