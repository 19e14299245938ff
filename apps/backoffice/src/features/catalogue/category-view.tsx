import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { RecordView } from '@/shell/list/record-view';
import { PreviewLink } from '@/shell/place/preview-link';
import { CategoryForm } from './category-form';
import { toCategoryValues } from './form-values';
import type { Category } from './queries';

type CategoryViewProps = { place: Place; category: Category | null; itemCount?: number };

/** The screen of one category, or of a new one. */
export async function CategoryView({ place, category, itemCount = 0 }: CategoryViewProps) {
  const t = await getTranslations('Catalogue');
  const { slug, defaultLocale } = place;
  return (
    <RecordView
      title={category?.name ?? t('newCategory')}
      back={{ href: `/p/${slug}/catalogue`, label: t('heading') }}
      namespaces={['Catalogue', 'Translations']}
      actions={<PreviewLink slug={slug} section="services" />}
    >
      <CategoryForm place={{ slug, defaultLocale }} category={category && toForm(category, itemCount)} />
    </RecordView>
  );
}

function toForm(category: Category, itemCount: number) {
  const { active, ...values } = toCategoryValues(category);
  return { id: category.id, active, itemCount, values };
}
