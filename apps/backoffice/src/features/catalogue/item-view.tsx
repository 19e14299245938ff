import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { RecordView } from '@/shell/list/record-view';
import { PreviewLink } from '@/shell/place/preview-link';
import { toItemValues } from './form-values';
import { ItemForm } from './item-form';
import type { Category, Item } from './queries';

type ItemViewProps = {
  place: Place;
  item: Item | null;
  categories: readonly Category[];
  categoryId: string;
};

/** The screen of one item, or of a new one. */
export async function ItemView({ place, item, categories, categoryId }: ItemViewProps) {
  const t = await getTranslations('Catalogue');
  const { slug, currency, defaultLocale } = place;
  return (
    <RecordView
      title={item?.name ?? t('newItem')}
      back={{ href: `/p/${slug}/catalogue?category=${categoryId}`, label: t('heading') }}
      namespaces={['Catalogue', 'Pictures', 'Translations']}
      actions={<PreviewLink slug={slug} section="services" />}
    >
      <ItemForm
        place={{ slug, currency, defaultLocale }}
        item={item && { id: item.id, values: toItemValues(item, currency) }}
        categories={categories.map(({ id, name }) => ({ id, name }))}
        categoryId={categoryId}
      />
    </RecordView>
  );
}
