import { buttonClass } from '@gudbro/ui/button';
import { Icon } from '@gudbro/ui/icon';
import { getTranslations } from 'next-intl/server';

type PreviewLinkProps = {
  slug: string;
  /** The section of the guest's page at which it opens, by its id there. */
  section?: 'services' | 'around';
};

/** Opens the page of a room as a guest who scans its code sees it, in a tab of its own: the guest app lets nobody frame it. */
export async function PreviewLink({ slug, section }: PreviewLinkProps) {
  const t = await getTranslations('Preview');
  return (
    <a
      href={`/p/${slug}/preview${section ? `#${section}` : ''}`}
      target="_blank"
      rel="noopener"
      className={buttonClass('quiet')}
    >
      <Icon name="device" className="size-5 shrink-0" />
      {t('link')}
    </a>
  );
}
