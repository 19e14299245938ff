'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { TextInput } from '@/shell/form/fields';
import { RecordForm } from '@/shell/form/record-form';
import { TranslatedFields } from '@/shell/form/translated-fields';
import { saveWifiSettingsAction } from './actions';

type WifiFormProps = {
  place: string;
  ownLocale: string;
  version: string;
  values: Record<string, string>;
  /** What a change does to printed cards. */
  notice: ReactNode;
};

const asTyped = { autoComplete: 'off', autoCapitalize: 'none', spellCheck: false } as const;

/** The place's one network, and the networks of its parts. Parts without a network are folded away. */
export function WifiForm({ place, ownLocale, version, values, notice }: WifiFormProps) {
  const t = useTranslations('Settings');
  const rows = Object.keys(values)
    .filter((name) => name.startsWith('zoneName'))
    .map((_, index) => index);
  const used = rows.filter((index) => values[`zoneNetwork${index}`] !== '').length;
  return (
    <RecordForm
      action={saveWifiSettingsAction}
      hidden={{ place, version }}
      draftKey={`${place}/settings/wifi`}
      submitLabel={t('save')}
    >
      {notice}
      <div className="grid gap-5 sm:grid-cols-2">
        <TextInput
          name="network"
          label={t('network')}
          hint={t('networkHint')}
          defaultValue={values['network']}
          {...asTyped}
        />
        <TextInput
          name="password"
          label={t('password')}
          hint={t('passwordHint')}
          defaultValue={values['password']}
          {...asTyped}
        />
      </div>
      <fieldset className="space-y-4">
        <legend className="font-display text-xl">{t('zones')}</legend>
        <p className="text-pretty text-ink-soft leading-relaxed">{t('zonesHint')}</p>
        {rows.slice(0, used).map((index) => (
          <ZoneFields key={index} index={index} values={values} isOpen />
        ))}
        {used < rows.length && (
          <details className="space-y-4">
            <summary className="min-h-12 cursor-pointer py-3 font-semibold text-accent">
              {t('addZone')}
            </summary>
            {rows.slice(used).map((index) => (
              <ZoneFields key={index} index={index} values={values} isOpen={index === used} />
            ))}
          </details>
        )}
      </fieldset>
      {used > 0 && (
        <TranslatedFields
          ownLocale={ownLocale}
          texts={rows.slice(0, used).map((index) => ({
            key: `name${index}`,
            label: t('zone', { number: index + 1 }),
            own: values[`zoneName${index}`] ?? '',
          }))}
          values={values}
        />
      )}
    </RecordForm>
  );
}

type ZoneFieldsProps = { index: number; values: Record<string, string>; isOpen: boolean };

/** The network of one part of the place. */
function ZoneFields({ index, values, isOpen }: ZoneFieldsProps) {
  const t = useTranslations('Settings');
  return (
    <details open={isOpen} className="rounded-2xl bg-surface p-4 shadow-lift">
      <summary className="min-h-11 cursor-pointer py-2 font-semibold">
        {values[`zoneName${index}`] || t('zone', { number: index + 1 })}
      </summary>
      <div className="mt-2 grid gap-4 sm:grid-cols-3">
        <TextInput
          name={`zoneName${index}`}
          label={t('zoneName')}
          defaultValue={values[`zoneName${index}`]}
        />
        <TextInput
          name={`zoneNetwork${index}`}
          label={t('network')}
          defaultValue={values[`zoneNetwork${index}`]}
          {...asTyped}
        />
        <TextInput
          name={`zonePassword${index}`}
          label={t('password')}
          defaultValue={values[`zonePassword${index}`]}
          {...asTyped}
        />
      </div>
      <label className="mt-3 flex min-h-12 cursor-pointer items-center gap-3">
        <input
          type="radio"
          name="primary"
          value={index}
          defaultChecked={values['primary'] === String(index)}
          className="size-6"
        />
        {t('zonePrimary')}
      </label>
    </details>
  );
}
