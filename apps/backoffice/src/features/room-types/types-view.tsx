import { formatMoney } from '@gudbro/domain';
import { PageHeader } from '@gudbro/ui/page-header';
import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { hasRole } from '@/server/place';
import { EmptyList } from '@/shell/list/empty-list';
import { LinkButton } from '@/shell/list/link-button';
import { Pager } from '@/shell/list/pager';
import { SortableList } from '@/shell/list/sortable-list';
import { ClientTexts } from '@/shell/place/client-texts';
import { PreviewLink } from '@/shell/place/preview-link';
import type { RoomType } from './queries';

type TypesViewProps = {
  place: Place;
  types: readonly RoomType[];
  next: string | null;
  /** How many types come before this page. */
  before: number;
};

/** The types of rooms of a place, as guests read them in this order. */
export async function TypesView({ place, types, next, before }: TypesViewProps) {
  const t = await getTranslations('RoomTypes');
  const base = `/p/${place.slug}/types`;
  const mayChange = hasRole(place.role, 'manager');
  const rows = types.map((type) => ({
    id: type.id,
    name: type.name,
    content: <TypeRow type={type} currency={place.currency} href={`${base}/${type.id}`} />,
  }));
  return (
    <div className="space-y-6">
      <title>{t('pageTitle')}</title>
      <PageHeader
        title={t('heading')}
        description={t('intro')}
        actions={
          <>
            <PreviewLink slug={place.slug} section="rooms" />
            {mayChange && <LinkButton href={`${base}/new`}>{t('add')}</LinkButton>}
          </>
        }
      />
      {types.length === 0 && before === 0 ? (
        <EmptyList
          icon="bed"
          title={t('emptyTitle')}
          text={t('empty')}
          guide={{ place: place.slug, chapter: 'rooms' }}
        >
          {mayChange && <LinkButton href={`${base}/new`}>{t('add')}</LinkButton>}
        </EmptyList>
      ) : (
        <>
          <ClientTexts>
            <SortableList
              place={place.slug}
              kind="types"
              rows={rows}
              firstPlace={mayChange ? before + 1 : null}
              hasMore={next !== null}
            />
          </ClientTexts>
          <Pager
            next={next}
            isLater={before > 0}
            query={{ before: next === null ? '' : String(before + types.length) }}
          />
        </>
      )}
    </div>
  );
}

type TypeRowProps = { type: RoomType; currency: string; href: string };

async function TypeRow({ type, currency, href }: TypeRowProps) {
  const [t, locale] = await Promise.all([getTranslations('RoomTypes'), getLocale()]);
  const { name, capacity, price, isActive } = type;
  const offer = price === null ? t('ask') : formatMoney(price, currency, locale);
  return (
    <Link
      href={href}
      prefetch={false}
      className="flex min-h-18 flex-wrap items-center gap-x-4 px-4 py-3 hover:bg-sunken"
    >
      <span className="wrap-anywhere min-w-0 grow basis-40">
        <span className="block font-semibold">{name}</span>
        <span className="block text-ink-soft text-sm">{t('sleeps', { count: capacity })}</span>
      </span>
      <span className="tabular-nums">{isActive ? offer : t('off')}</span>
    </Link>
  );
}
