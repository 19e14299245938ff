import { defaultAccessSettings, type PropertyType, propertyTypes } from '@gudbro/domain';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import type { PlainOption } from '@/shell/plain-form/plain-field';
import { PlainForm } from '@/shell/plain-form/plain-form';
import { createPlaceAction, saveNameAction } from './actions';
import type { SetupPlace } from './queries';
import { SetupLayout } from './setup-layout';
import { readSetupTexts } from './setup-texts';
import { formatSetupPath } from './steps';

type NameStepProps = {
  place: SetupPlace | null;
  /** The place to go back to from a new one, where the person works at one already. */
  back?: Place | null;
};

/** Name and type: of a new place where there is none yet, else of this one. */
export async function NameStep({ place, back = null }: NameStepProps) {
  const path = place === null ? '/new' : formatSetupPath(place.slug, 'name');
  const [t, texts, options] = await Promise.all([
    getTranslations('Setup'),
    readSetupTexts(path),
    describeTypes(place?.country ?? ''),
  ]);
  return (
    <SetupLayout
      step="name"
      slug={place?.slug ?? null}
      back={back}
      reached={place === null ? 1 : (place.setupStep ?? 6)}
      heading={t('nameHeading')}
      intro={t('nameIntro')}
    >
      <PlainForm
        action={place === null ? createPlaceAction : saveNameAction}
        hidden={place === null ? {} : { place: place.slug, version: place.version }}
        fields={[
          {
            name: 'name',
            label: t('name'),
            type: 'text',
            autoComplete: 'organization',
            value: place?.name ?? '',
          },
          { name: 'type', label: t('type'), type: 'radios', options, value: place?.type ?? '' },
        ]}
        submit={t('saveName')}
        submitting={t('saving')}
        texts={texts}
        draftKey={place === null ? 'new' : `${place.slug}/setup/name`}
      />
      {place === null && <p className="mt-6 text-pretty text-ink-soft text-sm">{t('newInvited')}</p>}
    </SetupLayout>
  );
}

/** What a guest meets at a place of each type, read from the very settings that it starts with. */
async function describeTypes(country: string): Promise<PlainOption[]> {
  const t = await getTranslations('Setup');
  const describe = (type: PropertyType) => {
    const settings = defaultAccessSettings(type, country);
    const wifi = settings.wifi_visible_without_booking ? t('wifiOpen') : t('wifiClosed');
    const method = settings.order_requires_verification ? settings.verification_method : 'none';
    return `${wifi} ${t(`acts_${method}`)}`;
  };
  return propertyTypes.map((type) => ({ value: type, label: t(`type_${type}`), hint: describe(type) }));
}
