'use client';

import { Select } from '@gudbro/ui/select';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { useStayPage } from '@/shell/actions/session-context';
import { useLangOf } from '@/shell/sheets/use-lang-of';
import { useOwnIncidents } from './use-own-incidents';

type AreaChoiceProps = { value: string; onChange: (areaId: string) => void };

/** Where the problem is. The property's areas need the full tier, so before it this choice is not shown. */
export function AreaChoice({ value, onChange }: AreaChoiceProps) {
  const t = useTranslations('Report');
  const id = useId();
  const langOf = useLangOf();
  const { tier } = useStayPage();
  const { data } = useOwnIncidents({ enabled: tier === 'full', isPolled: false });
  const areas = data?.areas ?? [];
  if (areas.length === 0) {
    return null;
  }
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block font-semibold">
        {t('area')}
      </label>
      <Select
        id={id}
        name="areaId"
        value={areas.some((area) => area.id === value) ? value : ''}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{t('noArea')}</option>
        {areas.map((area) => (
          <option key={area.id} value={area.id} lang={langOf(area, 'name')}>
            {area.name}
          </option>
        ))}
      </Select>
    </div>
  );
}
