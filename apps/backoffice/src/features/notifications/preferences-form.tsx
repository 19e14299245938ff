'use client';

import { useTranslations } from 'next-intl';
import type { Place } from '@/server/place';
import { SelectInput, SwitchInput, TimeInput } from '@/shell/form/fields';
import { RecordForm } from '@/shell/form/record-form';
import { savePreferencesAction } from './actions';
import { ChannelBoxes } from './channel-boxes';
import type { Preferences } from './queries';

type PreferencesFormProps = {
  place: Pick<Place, 'slug' | 'timezone'>;
  preferences: Preferences;
  email: string;
};

/** Which kinds are told in which way, and when nothing is sent. */
export function PreferencesForm({ place, preferences, email }: PreferencesFormProps) {
  const t = useTranslations('Notifications');
  return (
    <RecordForm
      action={savePreferencesAction}
      hidden={{ place: place.slug }}
      draftKey={`${place.slug}/notifications`}
      submitLabel={t('save')}
    >
      <section aria-labelledby="kinds" className="rounded-2xl bg-surface p-5 shadow-lift sm:p-6">
        <h2 id="kinds" className="font-display text-xl">
          {t('what')}
        </h2>
        <p className="wrap-anywhere mt-1 text-ink-soft">{t('whatHint', { email })}</p>
        <ChannelBoxes preferences={preferences} />
      </section>
      <section aria-labelledby="quiet" className="space-y-5 rounded-2xl bg-surface p-5 shadow-lift sm:p-6">
        <div>
          <h2 id="quiet" className="font-display text-xl">
            {t('quiet')}
          </h2>
          <p className="wrap-anywhere mt-1 text-ink-soft">{t('quietHint', { zone: place.timezone })}</p>
        </div>
        <div className="grid gap-5 sm:grid-cols-2">
          <TimeInput name="quietFrom" label={t('quietFrom')} defaultValue={preferences.quietFrom ?? ''} />
          <TimeInput name="quietTo" label={t('quietTo')} defaultValue={preferences.quietTo ?? ''} />
        </div>
        <SwitchInput
          name="urgentPasses"
          label={t('urgentPasses')}
          hint={t('urgentPassesHint')}
          defaultChecked={preferences.urgentPasses}
        />
      </section>
      <SelectInput
        name="locale"
        label={t('locale')}
        hint={t('localeHint')}
        defaultValue={preferences.locale}
        options={[
          { value: 'en', label: 'English' },
          { value: 'vi', label: 'Tiếng Việt' },
        ]}
      />
    </RecordForm>
  );
}
