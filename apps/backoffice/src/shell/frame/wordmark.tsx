import { getTranslations } from 'next-intl/server';

/** The name of the house, and of this side of it. */
export async function Wordmark() {
  const t = await getTranslations('Frame');
  return (
    <>
      <span className="font-display text-xl tracking-tight">GudBro</span>{' '}
      <span className="text-ink-soft text-sm">{t('product')}</span>
    </>
  );
}
