import { PageHeader } from '@gudbro/ui/page-header';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { hasRole, type Place } from '@/server/place';
import { countMissing } from '@/shell/form/translated-texts';
import { EmptyList } from '@/shell/list/empty-list';
import { LinkButton } from '@/shell/list/link-button';
import { Pager } from '@/shell/list/pager';
import { SortableList } from '@/shell/list/sortable-list';
import { ClientTexts } from '@/shell/place/client-texts';
import type { Area } from './queries';

type AreasViewProps = { place: Place; areas: readonly Area[]; next: string | null; before: number };

/** What guests choose from when they report that something is broken: parts of the place, and things in a room. */
export async function AreasView({ place, areas, next, before }: AreasViewProps) {
  const t = await getTranslations('Areas');
  const base = `/p/${place.slug}/areas`;
  const mayChange = hasRole(place.role, 'manager');
  const add = mayChange && <LinkButton href={`${base}/new`}>{t('add')}</LinkButton>;
  const rows = areas.map(({ id, name, translations }) => {
    const missing = mayChange ? countMissing({ name }, translations, place.defaultLocale) : 0;
    const texts = (
      <>
        <span className="wrap-anywhere block font-semibold">{name}</span>
        {missing > 0 && (
          <span className="block text-ink-soft text-sm">{t('languagesMissing', { missing })}</span>
        )}
      </>
    );
    const className = 'flex min-h-18 flex-col justify-center px-4 py-3';
    const content = mayChange ? (
      <Link href={`${base}/${id}`} prefetch={false} className={`${className} hover:bg-sunken`}>
        {texts}
      </Link>
    ) : (
      <div className={className}>{texts}</div>
    );
    return { id, name, content };
  });
  return (
    <div className="space-y-6">
      <title>{t('pageTitle')}</title>
      <PageHeader title={t('heading')} description={t('intro')} actions={add} />
      {areas.length === 0 ? (
        <EmptyList
          icon="pin"
          title={t('emptyTitle')}
          text={t('empty')}
          guide={{ place: place.slug, chapter: 'offer' }}
        >
          {add}
        </EmptyList>
      ) : (
        <ClientTexts>
          <SortableList
            place={place.slug}
            kind="areas"
            rows={rows}
            firstPlace={mayChange ? before + 1 : null}
            hasMore={next !== null}
          />
        </ClientTexts>
      )}
      <Pager
        next={next}
        isLater={before > 0}
        query={{ before: next === null ? '' : String(before + areas.length) }}
      />
    </div>
  );
}
