'use client';

import { Icon } from '@gudbro/ui/icon';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { useStayPage } from '../actions/session-context';
import { useLangOf } from '../language/use-lang-of';
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
      <div className="relative">
        <select
          id={id}
          name="areaId"
          value={areas.some((area) => area.id === value) ? value : ''}
          onChange={(event) => onChange(event.target.value)}
          className="min-h-12 w-full appearance-none rounded-xl border border-field-line bg-surface pr-12 pl-4 text-base text-ink"
        >
          <option value="">{t('noArea')}</option>
          {areas.map((area) => (
            <option key={area.id} value={area.id} lang={langOf(area, 'name')}>
              {area.name}
            </option>
          ))}
        </select>
        {/* Instead of the browser's own arrow, which some browsers put at the very edge. */}
        <Icon
          name="chevron"
          className="pointer-events-none absolute top-1/2 right-4 size-5 -translate-y-1/2 text-ink-soft"
        />
      </div>
    </div>
  );
}
