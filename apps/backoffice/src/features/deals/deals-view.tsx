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
import { PreviewLink } from '@/shell/place/preview-link';
import type { Deal } from './queries';

type DealsViewProps = { place: Place; deals: readonly Deal[]; next: string | null; before: number };

/** What partners nearby offer the guests of a place. */
export async function DealsView({ place, deals, next, before }: DealsViewProps) {
  const t = await getTranslations('Deals');
  const base = `/p/${place.slug}/deals`;
  const mayChange = hasRole(place.role, 'manager');
  const add = mayChange && <LinkButton href={`${base}/new`}>{t('add')}</LinkButton>;
  const rows = deals.map((deal) => ({
    id: deal.id,
    name: deal.title,
    content: <DealRow deal={deal} place={place} href={mayChange ? `${base}/${deal.id}` : null} />,
  }));
  return (
    <div className="space-y-6">
      <title>{t('pageTitle')}</title>
      <PageHeader
        title={t('heading')}
        description={t('intro')}
        actions={
          <>
            <PreviewLink slug={place.slug} section="deals" />
            {add}
          </>
        }
      />
      {deals.length === 0 ? (
        <EmptyList
          icon="tag"
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
            kind="deals"
            rows={rows}
            firstPlace={mayChange ? before + 1 : null}
            hasMore={next !== null}
          />
        </ClientTexts>
      )}
      <Pager
        next={next}
        isLater={before > 0}
        query={{ before: next === null ? '' : String(before + deals.length) }}
      />
    </div>
  );
}

async function DealRow({ deal, place, href }: { deal: Deal; place: Place; href: string | null }) {
  const t = await getTranslations('Deals');
  const { title, description, discount } = deal;
  const own = { title, description, discount: discount ?? '' };
  const missing = countMissing(own, deal.translations, place.defaultLocale);
  const isOver =
    deal.validUntil !== null &&
    deal.validUntil < new Date().toLocaleDateString('sv', { timeZone: place.timezone });
  const details = [
    deal.partner,
    discount ?? '',
    deal.isActive ? '' : t('off'),
    isOver ? t('over') : '',
    missing > 0 && href !== null ? t('languagesMissing', { missing }) : '',
  ].filter((detail) => detail !== '');
  const texts = (
    <>
      <span className="wrap-anywhere block font-semibold leading-snug">{title}</span>
      <span className="wrap-anywhere block text-ink-soft text-sm">{details.join(' · ')}</span>
    </>
  );
  const className = 'flex min-h-18 flex-col justify-center px-4 py-3';
  return href === null ? (
    <div className={className}>{texts}</div>
  ) : (
    <Link href={href} prefetch={false} className={`${className} hover:bg-sunken`}>
      {texts}
    </Link>
  );
}
