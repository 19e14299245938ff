'use client';

import type { AccessSettings } from '@gudbro/domain';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { SelectInput, SwitchInput } from '@/shell/form/fields';
import { RecordForm } from '@/shell/form/record-form';
import { AccessPreview } from './access-preview';
import { saveAccessSettingsAction } from './actions';

type AccessFormProps = {
  place: string;
  version: string;
  access: AccessSettings;
};

const methods = ['last_name', 'pin', 'room_number', 'none'] as const;

/** What guests see and prove, each choice told as what a guest meets, with the outcome of the unsaved choices beside it. */
export function AccessForm({ place, version, access }: AccessFormProps) {
  const t = useTranslations('Settings');
  const [chosen, setChosen] = useState(access);
  const readChoices = (event: FormEvent<HTMLDivElement>) => {
    const form = event.target instanceof HTMLElement ? event.target.closest('form') : null;
    if (form !== null) {
      setChosen((now) => readAccess(new FormData(form), now));
    }
  };
  return (
    <RecordForm
      action={saveAccessSettingsAction}
      hidden={{ place, version }}
      draftKey={`${place}/settings/access`}
      submitLabel={t('save')}
    >
      <div onChange={readChoices} className="grid gap-8 lg:grid-cols-[1fr_18rem]">
        <div className="space-y-5">
          <SwitchInput
            name="browse"
            label={t('access_browse')}
            hint={t('access_browseHint')}
            defaultChecked={access.browse_requires_verification}
          />
          <SwitchInput
            name="wifi"
            label={t('access_wifi')}
            hint={t('access_wifiHint')}
            defaultChecked={access.wifi_visible_without_booking}
          />
          <SwitchInput
            name="order"
            label={t('access_order')}
            hint={t('access_orderHint')}
            defaultChecked={access.order_requires_verification}
          />
          <SelectInput
            name="method"
            label={t('access_method')}
            hint={t('access_methodHint')}
            defaultValue={access.verification_method}
            options={methods.map((value) => ({ value, label: t(`method_${value}`) }))}
          />
          <SwitchInput
            name="checkin"
            label={t('access_checkin')}
            hint={t('access_checkinHint')}
            defaultChecked={access.auto_checkin_on_verify}
          />
          <SwitchInput
            name="labels"
            label={t('access_labels')}
            hint={t('access_labelsHint')}
            defaultChecked={access.readable_room_links}
          />
          <SwitchInput
            name="hidden"
            label={t('access_hidden')}
            hint={t('access_hiddenHint')}
            defaultChecked={access.occupancy_hidden}
          />
        </div>
        <AccessPreview settings={chosen} />
      </div>
    </RecordForm>
  );
}

/** The choices of the form as settings. A list whose value is unknown keeps the one before. */
function readAccess(form: FormData, before: AccessSettings): AccessSettings {
  const isOn = (name: string) => form.get(name) === 'on';
  return {
    browse_requires_verification: isOn('browse'),
    wifi_visible_without_booking: isOn('wifi'),
    order_requires_verification: isOn('order'),
    verification_method:
      methods.find((method) => method === form.get('method')) ?? before.verification_method,
    auto_checkin_on_verify: isOn('checkin'),
    readable_room_links: isOn('labels'),
    occupancy_hidden: isOn('hidden'),
    documents: before.documents,
  };
}
