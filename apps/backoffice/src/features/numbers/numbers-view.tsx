import { PageHeader } from '@gudbro/ui/page-header';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { hasRole } from '@/server/place';
import { EmptyList } from '@/shell/list/empty-list';
import { LinkButton } from '@/shell/list/link-button';
import { ListSearch } from '@/shell/list/list-search';
import { Pager } from '@/shell/list/pager';
import { SortableList } from '@/shell/list/sortable-list';
import { ClientTexts } from '@/shell/place/client-texts';
import { PreviewLink } from '@/shell/place/preview-link';
import type { UsefulNumber } from './queries';

type NumbersViewProps = {
  place: Place;
  numbers: readonly UsefulNumber[];
  next: string | null;
  /** How many rows the pages before have. */
  before: number;
  search: string;
};

/** The numbers that a place's guests can call. */
export async function NumbersView({ place, numbers, next, before, search }: NumbersViewProps) {
  const t = await getTranslations('Numbers');
  const base = `/p/${place.slug}/numbers`;
  const mayChange = hasRole(place.role, 'manager');
  const isEmpty = numbers.length === 0 && search === '' && before === 0;
  return (
    <div className="space-y-6">
      <title>{t('pageTitle')}</title>
      <PageHeader
        title={t('heading')}
        description={t('intro')}
        actions={
          <>
            <PreviewLink slug={place.slug} section="numbers" />
            {mayChange && <LinkButton href={`${base}/new`}>{t('add')}</LinkButton>}
          </>
        }
      />
      {isEmpty ? (
        <EmptyList
          icon="phone"
          title={t('emptyTitle')}
          text={t('empty')}
          guide={{ place: place.slug, chapter: 'offer' }}
        >
          {mayChange && <LinkButton href={`${base}/new`}>{t('add')}</LinkButton>}
        </EmptyList>
      ) : (
        <>
          <ListSearch text={search} label={t('search')} />
          {numbers.length === 0 && <p className="text-ink-soft">{t('nothingFound', { text: search })}</p>}
          <ClientTexts>
            <SortableList
              place={place.slug}
              kind="numbers"
              rows={numbers.map((number) => ({
                id: number.id,
                name: number.label,
                content: <NumberRow number={number} href={mayChange ? `${base}/${number.id}` : null} />,
              }))}
              // Rows that were searched for are not neighbours in the list of all.
              firstPlace={mayChange && search === '' ? before + 1 : null}
              hasMore={next !== null}
            />
          </ClientTexts>
          <Pager
            next={next}
            isLater={before > 0}
            query={{ q: search, before: next === null ? '' : String(before + numbers.length) }}
          />
        </>
      )}
    </div>
  );
}

function NumberRow({ number, href }: { number: UsefulNumber; href: string | null }) {
  const texts = (
    <>
      <span className="wrap-anywhere min-w-0 grow basis-48">
        <span className="block font-semibold">{number.label}</span>
        <span className="block text-ink-soft text-sm">{number.category}</span>
      </span>
      <span className="wrap-anywhere tabular-nums">{number.phone}</span>
    </>
  );
  const className = 'flex min-h-18 flex-wrap items-center gap-x-4 px-4 py-3';
  return href === null ? (
    <div className={className}>{texts}</div>
  ) : (
    <Link href={href} prefetch={false} className={`${className} hover:bg-sunken`}>
      {texts}
    </Link>
  );
}
