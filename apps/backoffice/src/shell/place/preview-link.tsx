import { buttonClass } from '@gudbro/ui/button';
import { Icon } from '@gudbro/ui/icon';
import { getTranslations } from 'next-intl/server';
import { type PreviewSection, previewPath } from './preview-path';

type PreviewLinkProps = { slug: string; section?: PreviewSection };

/** Opens the guest's page at what is edited here, as a guest sees it, in a tab of its own: the guest app lets nobody frame it. */
export async function PreviewLink({ slug, section }: PreviewLinkProps) {
  const t = await getTranslations('Preview');
  return (
    <a
      href={previewPath(slug, section)}
      target="_blank"
      rel="noopener"
      className={buttonClass('secondary', 'max-sm:px-4')}
    >
      <Icon name="device" className="size-5 shrink-0" />
      {t('link')}
    </a>
  );
}
