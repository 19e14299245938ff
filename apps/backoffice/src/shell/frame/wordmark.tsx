import { getTranslations } from 'next-intl/server';

/** The product's name, and the name of this app. */
export async function Wordmark() {
  const t = await getTranslations('Frame');
  return (
    <>
      <span className="font-display text-xl tracking-tight">GudBro</span>{' '}
      <span className="text-ink-soft text-sm">{t('product')}</span>
    </>
  );
}
