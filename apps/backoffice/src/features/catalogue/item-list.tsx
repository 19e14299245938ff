import { formatMoney } from '@gudbro/domain';
import { Icon } from '@gudbro/ui/icon';
import Link from 'next/link';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { hasRole, type Place } from '@/server/place';
import { countMissing } from '@/shell/form/translated-texts';
import { SortableList } from '@/shell/list/sortable-list';
import { PictureThumb } from '@/shell/pictures/picture-thumb';
import { ClientTexts } from '@/shell/place/client-texts';
import type { Item } from './queries';
import { isSoldOutAt } from './sold-out';
import { SoldOutButton } from './sold-out-button';

type ItemListProps = {
  place: Place;
  items: readonly Item[];
  firstPlace: number | null;
  hasMore: boolean;
};

export async function ItemList({ place, items, firstPlace, hasMore }: ItemListProps) {
  const rows = items.map((item) => ({
    id: item.id,
    name: item.name,
    content: <ItemRow place={place} item={item} />,
  }));
  return (
    items.length > 0 && (
      <ClientTexts namespaces={['SoldOut']}>
        <SortableList place={place.slug} kind="items" rows={rows} firstPlace={firstPlace} hasMore={hasMore} />
      </ClientTexts>
    )
  );
}

/** One item: what it costs, whether guests can have it now, and the button for when the kitchen runs out. */
async function ItemRow({ place, item }: { place: Place; item: Item }) {
  const [t, format, locale] = await Promise.all([getTranslations('Catalogue'), getFormatter(), getLocale()]);
  const now = new Date();
  const isSoldOut = isSoldOutAt(item, now);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      {item.image ? (
        <PictureThumb path={item.image} alt="" className="size-14 shrink-0 rounded-xl" />
      ) : (
        <span className="grid size-14 shrink-0 place-items-center rounded-xl bg-sunken">
          <Icon name="image" className="size-6 text-ink-soft" />
        </span>
      )}
      <div className="min-w-0 grow basis-40 leading-snug">
        <ItemName place={place} item={item} />
        <p className="text-ink-soft text-sm">
          {item.price === 0 ? t('free') : formatMoney(item.price, place.currency, locale)}
          {item.availableFrom && item.availableTo && (
            <> · {t('hours', { from: item.availableFrom.slice(0, 5), to: item.availableTo.slice(0, 5) })}</>
          )}
        </p>
        <Facts place={place} item={item} />
      </div>
      <SoldOutButton
        place={place.slug}
        id={item.id}
        name={item.name}
        isSoldOut={isSoldOut}
        until={
          isSoldOut && item.soldOutUntil
            ? format.dateTime(new Date(item.soldOutUntil), 'dayAndTime', { timeZone: place.timezone })
            : null
        }
      />
    </div>
  );
}

function ItemName({ place, item }: { place: Place; item: Item }) {
  if (!hasRole(place.role, 'manager')) {
    return <p className="wrap-anywhere font-semibold">{item.name}</p>;
  }
  return (
    <Link
      href={`/p/${place.slug}/catalogue/${item.id}`}
      prefetch={false}
      className="wrap-anywhere -my-2 inline-block py-2 font-semibold underline-offset-4 hover:underline"
    >
      {item.name}
    </Link>
  );
}

/** What an owner should know of the item: it is off, or languages are missing. */
async function Facts({ place, item }: { place: Place; item: Item }) {
  const t = await getTranslations('Catalogue');
  const { name, description } = item;
  const missing = countMissing({ name, description }, item.translations, place.defaultLocale);
  if (item.isActive && missing === 0) {
    return null;
  }
  return (
    <ul className="mt-1 flex flex-wrap gap-2 text-sm">
      {!item.isActive && <li className="rounded-full bg-sunken px-2.5 py-0.5">{t('off')}</li>}
      {missing > 0 && hasRole(place.role, 'manager') && (
        <li className="flex items-center gap-1 text-ink-soft">
          <Icon name="globe" className="size-4" />
          {t('languagesMissing', { missing })}
        </li>
      )}
    </ul>
  );
}
