import { PageHeader } from '@gudbro/ui/page-header';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { hasRole } from '@/server/place';
import { EmptyList } from '@/shell/list/empty-list';
import { LinkButton } from '@/shell/list/link-button';
import { ListSearch } from '@/shell/list/list-search';
import { Pager } from '@/shell/list/pager';
import { Row, RowList } from '@/shell/list/row-list';
import type { UsefulNumber } from './queries';

type NumbersViewProps = {
  place: Place;
  numbers: readonly UsefulNumber[];
  next: string | null;
  isLater: boolean;
  search: string;
};

/** The numbers that a place's guests can call. */
export async function NumbersView({ place, numbers, next, isLater, search }: NumbersViewProps) {
  const t = await getTranslations('Numbers');
  const base = `/p/${place.slug}/numbers`;
  const mayChange = hasRole(place.role, 'manager');
  const isEmpty = numbers.length === 0 && search === '' && !isLater;
  return (
    <div className="space-y-6">
      <title>{t('pageTitle')}</title>
      <PageHeader
        title={t('heading')}
        description={t('intro')}
        actions={mayChange && <LinkButton href={`${base}/new`}>{t('add')}</LinkButton>}
      />
      {isEmpty ? (
        <EmptyList icon="phone" title={t('emptyTitle')} text={t('empty')}>
          {mayChange && <LinkButton href={`${base}/new`}>{t('add')}</LinkButton>}
        </EmptyList>
      ) : (
        <>
          <ListSearch text={search} label={t('search')} />
          {numbers.length === 0 && <p className="text-ink-soft">{t('nothingFound', { text: search })}</p>}
          <RowList>
            {numbers.map(({ id, label, category, phone }) => (
              <Row
                key={id}
                href={`${base}/${id}`}
                title={label}
                detail={category}
                end={<span className="tabular-nums">{phone}</span>}
              />
            ))}
          </RowList>
          <Pager next={next} isLater={isLater} query={{ q: search }} />
        </>
      )}
    </div>
  );
}
