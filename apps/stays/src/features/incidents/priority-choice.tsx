'use client';

import { type IncidentPriority, incidentPriorities } from '@gudbro/guest-api/priority';
import { ButtonLink } from '@gudbro/ui/button-link';
import { Icon } from '@gudbro/ui/icon';
import { useTranslations } from 'next-intl';
import { useStayPage } from '@/shell/actions/session-context';
import { phoneLink } from '@/shell/property/contact-links';

type PriorityChoiceProps = { value: IncidentPriority; onChange: (priority: IncidentPriority) => void };

/** How urgent the report is. What cannot wait for an answer offers the desk's phone. */
export function PriorityChoice({ value, onChange }: PriorityChoiceProps) {
  const t = useTranslations('Report');
  return (
    <fieldset>
      <legend className="mb-1.5 font-semibold">{t('priority')}</legend>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,max(8rem,40%)),1fr))] gap-2">
        {incidentPriorities.map((priority) => (
          <label
            key={priority}
            className="flex min-h-14 cursor-pointer items-center gap-3 rounded-xl border-2 border-line px-3 py-2 leading-snug has-checked:border-accent has-focus-visible:outline-3 has-focus-visible:outline-focus has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              name="priority"
              value={priority}
              checked={value === priority}
              onChange={() => onChange(priority)}
              className="size-5 shrink-0"
            />
            <span className="min-w-0">
              <span className="block font-semibold">{t(`priorities.${priority}`)}</span>
              <span className="block text-ink-soft text-sm">{t(`priorityHints.${priority}`)}</span>
            </span>
          </label>
        ))}
      </div>
      {value === 'urgent' && <CallFirst />}
    </fieldset>
  );
}

function CallFirst() {
  const t = useTranslations('Report');
  const { page } = useStayPage();
  return (
    page.desk.phone && (
      <div role="status" className="mt-3 rounded-2xl bg-sunken p-4">
        <p className="mb-3 text-pretty leading-snug">{t('callFirst')}</p>
        <ButtonLink href={phoneLink(page.desk.phone)} className="w-full flex-wrap gap-y-1">
          <span className="flex items-center gap-2">
            <Icon name="phone" className="size-5 shrink-0" />
            {t('callNow')}
          </span>
          <span translate="no" className="whitespace-nowrap font-normal tabular-nums">
            {page.desk.phone}
          </span>
        </ButtonLink>
      </div>
    )
  );
}
