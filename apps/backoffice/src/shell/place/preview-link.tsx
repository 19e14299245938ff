import { buttonClass } from '@gudbro/ui/button';
import { Icon } from '@gudbro/ui/icon';
import { getTranslations } from 'next-intl/server';

/** Opens the page of a room as a guest who scans its code sees it, in a tab of its own: the guest app lets nobody frame it. */
export async function PreviewLink({ slug }: { slug: string }) {
  const t = await getTranslations('Preview');
  return (
    <a href={`/p/${slug}/preview`} target="_blank" rel="noopener" className={buttonClass('quiet')}>
      <Icon name="device" className="size-5 shrink-0" />
      {t('link')}
    </a>
  );
}
