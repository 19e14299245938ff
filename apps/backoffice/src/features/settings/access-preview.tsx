'use client';

import { type AccessSettings, findSettingsConflict, verificationMethodFor } from '@gudbro/domain';
import { Icon } from '@gudbro/ui/icon';
import { useTranslations } from 'next-intl';

/** What a guest meets with these settings, saved or not: after a scan, and when they want to order. */
export function AccessPreview({ settings }: { settings: AccessSettings }) {
  const t = useTranslations('AccessPreview');
  const errors = useTranslations('FieldErrors');
  const conflict = findSettingsConflict(settings);
  const method = verificationMethodFor(settings, []);
  const isHidden = settings.browse_requires_verification;
  const afterScan = isHidden
    ? [t('onlyName'), t(`proof_${method}`)]
    : [t('rules'), settings.wifi_visible_without_booking ? t('wifiAlways') : t('wifiStays')];
  const acting = isHidden ? [t('thenAll')] : [method === 'none' ? t('actsAtOnce') : t(`proof_${method}`)];
  const more = [
    ...(settings.auto_checkin_on_verify ? [t('checksIn')] : []),
    ...(settings.readable_room_links ? [t('labelOpens')] : []),
    t('dorm'),
  ];
  return (
    <aside
      aria-labelledby="access-preview"
      aria-live="polite"
      className="h-fit space-y-4 rounded-2xl bg-tag p-5 text-tag-ink lg:sticky lg:top-20"
    >
      <h2 id="access-preview" className="font-display text-xl">
        {t('title')}
      </h2>
      {conflict !== null && (
        <p className="rounded-xl bg-danger-surface p-3 font-semibold text-danger">{errors(conflict)}</p>
      )}
      <Part title={t('scan')} lines={afterScan} />
      <Part title={t('act')} lines={acting} />
      <Part title={t('also')} lines={more} />
    </aside>
  );
}

function Part({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <div>
      <p className="text-sm text-tag-soft">{title}</p>
      <ul className="mt-1 space-y-1.5">
        {lines.map((line) => (
          <li key={line} className="flex gap-2 leading-snug">
            <Icon name="check" className="mt-0.5 size-4 shrink-0" />
            {line}
          </li>
        ))}
      </ul>
    </div>
  );
}
