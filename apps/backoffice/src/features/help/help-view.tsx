import { PageHeader } from '@gudbro/ui/page-header';
import type { BackofficeLocale } from '@/i18n/locales';
import { Row, RowList } from '@/shell/list/row-list';
import { chapterIds, guides } from './guide';

/** The chapters of the owners' guide. */
export function HelpView({ slug, locale }: { slug: string; locale: BackofficeLocale }) {
  const { title, intro, chapters } = guides[locale];
  return (
    <div className="max-w-3xl space-y-6">
      <title>{title}</title>
      <PageHeader title={title} description={intro} />
      <RowList>
        {chapterIds.map((id) => (
          <Row
            key={id}
            href={`/p/${slug}/help/${id}`}
            title={chapters[id].title}
            detail={chapters[id].about}
          />
        ))}
      </RowList>
    </div>
  );
}
