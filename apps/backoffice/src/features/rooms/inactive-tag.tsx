import { getTranslations } from 'next-intl/server';

export async function InactiveTag() {
  const t = await getTranslations('Rooms');
  return (
    <span className="rounded-lg border border-field-line px-2 py-0.5 font-medium font-sans text-ink-soft text-sm">
      {t('inactive')}
    </span>
  );
}
